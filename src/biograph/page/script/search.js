// Search over names and aliases; blanks, case and marks between letters do not matter.

const LIMIT = 12;
const folded = (value) => value.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const searchable = entities.map((entity) => [entity.name, ...entity.aliases].map((value) => [value, folded(value)]));
let active = -1;

function find(query) {
  const wanted = folded(query);
  if (!wanted) return [];
  const found = [];
  searchable.forEach((names, n) => {
    const hits = names.filter(([, key]) => key.includes(wanted));
    if (!hits.length) return;
    const rank = Math.min(...hits.map(([, key]) => (key === wanted ? 0 : key.startsWith(wanted) ? 1 : 2)));
    found.push({ n, rank, via: hits.find(([value]) => value === entities[n].name) ? null : hits[0][0] });
  });
  return found.sort((a, b) => a.rank - b.rank || factsOf[b.n].length - factsOf[a.n].length || a.n - b.n);
}

function showMatches() {
  const query = byId("search").value;
  const found = find(query);
  active = found.length ? 0 : -1;
  const items = found.slice(0, LIMIT).map(({ n, via }, i) =>
    element("li", { id: `match-${i}`, role: "option", "data-entity": n, "aria-selected": String(i === active),
      onmousedown: (event) => event.preventDefault(), onclick: () => choose(n) },
    swatch(entities[n].type), name(entities[n].name), via ? name(via, { class: "note" }) : null,
    element("span", { class: "note kind" }, label(entities[n].type))));
  if (query && !found.length) items.push(element("li", { class: "note", role: "option", "aria-disabled": "true" }, text("noMatch")));
  byId("matches").replaceChildren(...items);
  openMatches(items.length > 0);
  byId("announcement").textContent = query ? text("matches", { count: found.length }) : "";
}

function openMatches(open) {
  byId("matches").hidden = !open;
  byId("search").setAttribute("aria-expanded", String(open));
  if (open && active >= 0) byId("search").setAttribute("aria-activedescendant", `match-${active}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function move(step) {
  const items = [...byId("matches").querySelectorAll("[data-entity]")];
  if (!items.length) return;
  active = (active + step + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  items[active].scrollIntoView({ block: "nearest" });
  openMatches(true);
}

function choose(n) {
  byId("search").value = entities[n].name;
  openMatches(false);
  if (state.view === "documents") setView("graph");
  select({ kind: "entity", entity: n });
}

byId("search").addEventListener("input", showMatches);
byId("search").addEventListener("blur", () => openMatches(false));
byId("search").addEventListener("keydown", (event) => {
  if (event.isComposing) return; // Enter that ends a Hangul syllable is not a choice
  const item = byId("matches").querySelector(`#match-${active}`);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && item) {
    choose(Number(item.dataset.entity));
  }
});
