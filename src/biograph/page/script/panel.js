// The panel at the side: an overview, one entity, or the facts of one tie.

function showPanel() {
  const { selection } = state;
  const content = !selection ? overviewPanel()
    : selection.kind === "entity" ? entityPanel(selection.entity) : factsPanel(selection.statements);
  byId("panel").replaceChildren(...content.filter(Boolean));
  byId("panel").classList.toggle("sheet", selection !== null);
  byId("panel").scrollTop = 0;
}

function toolbar() {
  const back = state.history.length
    ? button({ class: "quiet", onclick: goBack }, element("span", { "aria-hidden": "true" }, "← "), text("back")) : null;
  const close = button({ class: "quiet", id: "close", onclick: () => select(null), title: "Esc" }, text("close"),
    element("span", { "aria-hidden": "true" }, " ✕"));
  return element("div", { class: "toolbar" }, back ?? element("span"), close);
}

function overviewPanel() {
  const ranked = data.graph.nodes.toSorted((a, b) => b.degree - a.degree || a.id - b.id).slice(0, 8);
  const everyone = entities.map((_, n) => n).sort((a, b) => compare(entities[a].name, entities[b].name));
  return [
    claims(),
    element("section", {}, element("h2", {}, text("connected")),
      element("ul", { class: "list" }, ranked.map((node) => listed(node.id, text("neighbours", { count: node.degree }))))),
    element("section", {}, element("h2", {}, text("documents")),
      element("ul", { class: "list" }, documents.map((_, n) => documentItem(n)))),
    element("details", {}, element("summary", {}, text("allEntities", { count: entities.length })),
      element("ul", { class: "list" }, everyone.map((n) => listed(n, label(entities[n].type))))),
  ];
}

const listed = (n, note) => element("li", {}, entityButton(n), element("span", { class: "note" }, note));

function documentItem(n) {
  const { published } = documents[n];
  return element("li", {}, button({ class: "entity", onclick: () => readDocument(n) }, name(documentTitle(n))),
    published ? element("time", { class: "note", datetime: published }, published) : null);
}

function claims() {
  const found = data.graph.edges.filter((edge) => edge.claim && edge.status === "asserted");
  if (!found.length) return null;
  const bySubject = new Map();
  for (const edge of found) bySubject.set(edge.from, [...(bySubject.get(edge.from) ?? []), edge]);
  return element("section", { class: "claims" }, element("h2", {}, text("claims")),
    [...bySubject].map(([subject, edges]) => claim(subject, edges)),
    element("p", { class: "note" }, text("claimsNote")));
}

function claim(subject, edges) {
  const sides = edges.flatMap((edge, i) => [i ? " · " : "", name(entities[edge.to].name)]);
  // The article's own words stand before those of somebody it quotes.
  const facts = edges.flatMap((edge) => edge.statements).filter(isClaim)
    .sort((a, b) => (statements[a].speaker !== null) - (statements[b].speaker !== null) || a - b);
  const quotes = facts.flatMap((f) => statements[f].evidence);
  // Of several quotes the reader's language comes first.
  const native = ({ document: n }) => n !== null && documents[n].language === state.language;
  return button({ class: "claim", onclick: () => select({ kind: "facts", statements: facts }) },
    name(entities[subject].name, { class: "who" }), element("span", { class: "sides" }, sides),
    element("q", {}, quoteOf(quotes.find(native) ?? quotes[0])));
}

function entityPanel(n) {
  const { type, name: full, aliases, groups, sameAs } = entities[n];
  const facts = factsOf[n].filter((f) => !state.hiddenStatuses.has(statements[f].status));
  const detail = (key, values) =>
    values.length ? [element("dt", {}, text(key)), element("dd", {}, values.flatMap((v, i) => [i ? ", " : "", v]))] : [];
  return [
    toolbar(),
    element("p", { class: "kind" }, swatch(type), label(type)),
    element("h2", { id: "panel-heading", tabindex: "-1" }, name(full)),
    element("dl", {}, detail("aliases", aliases.map((alias) => name(alias))), detail("groups", groups.map(groupItem)),
      detail("sameAs", sameAs.map((iri) => name(iri)))),
    element("p", { class: "note" }, facts.length ? text("facts", { count: facts.length }) : text("noFacts")),
    ...grouped(n, facts),
    namedIn(n),
  ];
}

// The documents that name an entity; each opens at the first place.
function namedIn(n) {
  const found = documents.flatMap(({ mentions }, d) => {
    const places = mentions.filter(([, , entity]) => entity === n);
    return places.length ? [{ d, places }] : [];
  });
  if (!found.length) return null;
  return element("section", { class: "relation named" }, element("h3", {}, text("namedIn")),
    element("ul", { class: "list" }, found.map(({ d, places: [[start, end], ...more] }) => element("li", {},
      button({ class: "entity", onclick: () => readDocument(d, start, end) }, name(documentTitle(d))),
      element("span", { class: "note" }, text("times", { count: more.length + 1 }))))));
}

// A country that texts lead to opens the facts that lead there; one that the gazetteer supplied says so.
function groupItem({ group, chain, gazetteer }) {
  const shownGroup = chain.length
    ? button({ class: "link", onclick: () => select({ kind: "facts", statements: chain }) }, name(groupText(group)))
    : name(groupText(group));
  return gazetteer === null ? shownGroup : element("span", {}, shownGroup, element("span", { class: "note" }, ` (${text("gazetteer")})`));
}

function grouped(n, facts) {
  const groups = new Map();
  for (const f of facts) {
    const { predicate, subject } = statements[f];
    const key = `${subject === n ? "→" : "←"} ${predicate}`;
    groups.set(key, [...(groups.get(key) ?? []), f]);
  }
  const order = ([key, members]) => (isClaim(members[0]) ? 0 : key.startsWith("→") ? 1 : 2);
  return [...groups].sort((a, b) => order(a) - order(b) || (a[0] < b[0] ? -1 : 1)).map(([key, members]) =>
    element("section", { class: isClaim(members[0]) ? "relation accent" : "relation" },
      element("h3", {}, element("span", { class: "arrow", "aria-hidden": "true" }, key[0]), predicateLabel(key.slice(2))),
      members.sort((a, b) => compare(other(a, n), other(b, n)) || a - b)
        .map((f, i) => fact(f, n, i > 0 && other(members[i - 1], n) === other(f, n)))));
}

function other(f, n) {
  const { subject, object } = statements[f];
  return entities[subject === n ? object : subject].id;
}

// Around one entity only the other end is named, and only once for facts that follow each other.
function fact(f, around = null, repeated = false) {
  const statement = statements[f];
  const { subject, object, predicate } = statement;
  const heading = around === null
    ? [entityButton(subject), element("span", { class: "predicate" }, predicateLabel(predicate)), entityButton(object)]
    : repeated ? [] : [entityButton(subject === around ? object : subject)];
  return element("article", { class: `fact ${statement.status}${repeated ? " repeated" : ""}`, "data-statement": f },
    element("div", { class: "line" }, heading, statusBadge(statement.status), qualifiers(statement)),
    statement.evidence.map((evidence) => quotation(evidence, statement)));
}

function qualifiers(statement) {
  return Object.entries(statement.qualifiers).map(([key, value]) =>
    element("span", { class: "qualifier", title: label(key) }, name(key === "amount" ? amountText(value) : value)));
}

function factsPanel(facts) {
  const ends = [...new Set(facts.flatMap((f) => [statements[f].subject, statements[f].object]))];
  return [
    toolbar(),
    element("h2", { id: "panel-heading", tabindex: "-1", class: "tie" },
      ends.flatMap((n, i) => [i ? " – " : "", name(entities[n].name)])),
    element("p", { class: "note" }, text("facts", { count: facts.length })),
    ...facts.map((f) => element("section", { class: isClaim(f) ? "relation accent" : "relation" }, fact(f))),
  ];
}
