// What a choice changes, and the first view.

function select(selection, { remember = true } = {}) {
  if (remember && selection && state.selection) state.history.push(state.selection);
  if (!selection) state.history = [];
  state.selection = selection;
  paint();
  showPanel();
  reveal(selection);
  if (selection) byId("panel-heading").focus({ preventScroll: true });
}

const goBack = () => select(state.history.pop() ?? null, { remember: false });

function setView(view) {
  state.view = view;
  for (const id of ["graph", "facts", "documents"]) byId(id).hidden = id !== view;
  byId("legend").hidden = view === "documents";
  document.querySelectorAll("[data-view]").forEach((tab) => {
    if (tab.dataset.view === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  });
  if (view === "facts") showTable();
  if (view === "documents") showReader();
}

function showLegend() {
  const types = count(data.graph.nodes.map((node) => entities[node.id].type));
  const statuses = count(statements.map((statement) => statement.status));
  const chips = [...types].sort(([, a], [, b]) => b - a).map(([type, n]) => chip(state.hiddenTypes, type, swatch(type), n));
  const lines = data.statuses.filter((status) => statuses.has(status))
    .map((status) => chip(state.hiddenStatuses, status, line(status), statuses.get(status)));
  const claim = data.graph.edges.some((edge) => edge.claim)
    ? element("span", { class: "key" }, line("claim"), text("claimLegend")) : null;
  byId("legend").replaceChildren(element("div", { class: "chips" }, chips), element("div", { class: "chips" }, lines, claim));
}

const line = (kind) => element("span", { class: `stroke ${kind}`, "aria-hidden": "true" });

function chip(hidden, key, sign, n) {
  const toggle = () => {
    if (!hidden.delete(key)) hidden.add(key);
    refresh();
    byId("legend").querySelector(`[data-filter="${CSS.escape(key)}"]`).focus();
  };
  return button({ class: "chip", "aria-pressed": String(!hidden.has(key)), "data-filter": key, onclick: toggle },
    sign, label(key), element("span", { class: "count" }, n));
}

function refresh() {
  showLegend();
  paint();
  showPanel();
  setView(state.view);
}

function localise() {
  document.documentElement.lang = state.language;
  document.querySelectorAll("[data-text]").forEach((e) => (e.textContent = text(e.dataset.text)));
  document.querySelectorAll("[data-label]").forEach((e) => e.setAttribute("aria-label", text(e.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((e) => (e.placeholder = text(e.dataset.placeholder)));
  byId("title").replaceChildren(name(data.title));
  byId("summary").textContent = text("summary",
    { documents: documents.length, entities: entities.length, statements: statements.length });
  refresh();
}

byId("language").addEventListener("click", () => {
  state.language = state.language === "ko" ? "en" : "ko";
  localise();
});
document.querySelectorAll("[data-view]").forEach((tab) => tab.addEventListener("click", () => setView(tab.dataset.view)));
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("fit").addEventListener("click", () => showWhole());
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!byId("matches").hidden) openMatches(false);
  else if (state.selection) select(null);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);

localise();
network.setSize("100%", "100%"); // the legend has taken its room by now
firstView();
globalThis.biograph = { network, state, data }; // for the console
