// The facts as a table: the same data for readers who do not see the graph.

const PAGE = 300;
const sorting = { column: "subject", descending: false, rows: PAGE };
const columns = {
  subject: (s) => entities[s.subject].name,
  predicate: (s) => label(s.predicate),
  object: (s) => entities[s.object].name,
  status: (s) => label(s.status),
  when: dateOf,
  quote: (s) => quoteOf(s.evidence[0]),
};

function showTable() {
  const facts = statements.map((_, n) => n).filter(shown);
  const value = columns[sorting.column];
  facts.sort((a, b) => compare(value(statements[a]), value(statements[b])) || a - b);
  if (sorting.descending) facts.reverse();
  const rest = facts.length - sorting.rows;
  const more = () => {
    sorting.rows += PAGE;
    showTable();
  };
  byId("facts").replaceChildren(
    element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text("viewFacts") },
      element("table", {},
        element("caption", {}, text("shown", { shown: Math.min(facts.length, sorting.rows), total: statements.length })),
        element("thead", {}, element("tr", {}, Object.keys(columns).map(columnHead))),
        element("tbody", {}, facts.slice(0, sorting.rows).map(row))),
      rest > 0 ? button({ class: "quiet", onclick: more }, text("more", { count: Math.min(rest, PAGE) })) : null));
}

function columnHead(column) {
  const active = sorting.column === column;
  const sort = () => {
    sorting.descending = active && !sorting.descending;
    sorting.column = column;
    showTable();
    byId("facts").querySelector(`[data-column="${column}"]`).focus();
  };
  return element("th", { scope: "col", class: column, "aria-sort": active ? (sorting.descending ? "descending" : "ascending") : null },
    button({ onclick: sort, "data-column": column }, text(column),
      element("span", { "aria-hidden": "true" }, active ? (sorting.descending ? " ↓" : " ↑") : "")));
}

function row(n) {
  const s = statements[n];
  const open = () => select({ kind: "facts", statements: [n] });
  return element("tr", { class: s.status },
    element("td", {}, entityButton(s.subject)),
    element("td", { class: isClaim(n) ? "accent" : null }, predicateLabel(s.predicate)),
    element("td", {}, entityButton(s.object)),
    element("td", {}, label(s.status)),
    element("td", { class: "when" }, dateOf(s)),
    element("td", { class: "quote" }, button({ class: "excerpt", onclick: open }, name(columns.quote(s)))));
}
