// The search box: a combobox with a list of names (WAI-ARIA Authoring Practices, "Combobox with list autocomplete").
"use strict";

const field = document.getElementById("q");
const list = document.getElementById("matches");
const said = document.getElementById("said");
let found = [];
let active = -1; // the arrows have not been used: Enter takes the first
let newest = 0; // answers may come out of order

for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
  field.setAttribute(name, value);
}

function open(wide) {
  list.hidden = !wide;
  field.setAttribute("aria-expanded", String(wide));
  if (wide && active >= 0) field.setAttribute("aria-activedescendant", `match-${active}`);
  else field.removeAttribute("aria-activedescendant");
}

function option(match, n) {
  const item = document.createElement("li");
  item.id = `match-${n}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", String(n === active));
  item.append(match.name);
  const note = document.createElement("span");
  note.className = "note";
  note.textContent = [match.label_of_type, ...match.aliases.slice(0, 2)].join(" · ");
  item.append(note);
  item.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  item.addEventListener("click", () => go(match));
  return item;
}

function nothing() {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.setAttribute("aria-disabled", "true");
  item.className = "note";
  item.textContent = field.dataset.none;
  return item;
}

const go = (match) => location.assign(match.href);

async function ask() {
  const query = field.value.trim();
  const turn = ++newest;
  active = -1;
  if (!query) { open(false); return; }
  const answer = await fetch(`/search?limit=12&q=${encodeURIComponent(query)}`);
  const matches = answer.ok ? await answer.json() : [];
  if (turn !== newest) return;
  found = matches;
  list.replaceChildren(...(found.length ? found.map(option) : [nothing()]));
  said.textContent = found.length ? `${found.length} ${field.dataset.found}` : field.dataset.none;
  open(true);
}

function move(step) {
  if (!found.length) return;
  active = active < 0 && step < 0 ? found.length - 1 : (active + step + found.length) % found.length;
  list.querySelectorAll("[role=option]").forEach((item, n) => {
    item.setAttribute("aria-selected", String(n === active));
    if (n === active) item.scrollIntoView({ block: "nearest" });
  });
  open(true);
}

field.addEventListener("input", ask);
field.addEventListener("blur", () => open(false));
field.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // Enter that ends a Hangul syllable is not a choice
  const shown = !list.hidden && found.length > 0;
  const acts = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: shown && (() => go(found[Math.max(active, 0)])), Escape: !list.hidden && (() => open(false)) };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
field.form.addEventListener("submit", (event) => event.preventDefault());
