// The text of a document with every sentence that states something marked.

let reading = { document: 0, start: null, end: null };

function readDocument(n, start = null, end = null) {
  reading = { document: n, start, end };
  setView("documents");
  byId("panel").classList.remove("sheet");
  const target = byId("documents").querySelector("mark.here") ?? byId("documents").querySelector("h2");
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

function showReader() {
  if (!documents.length) return byId("documents").replaceChildren(element("p", { class: "empty" }, text("untitled")));
  const { document: n } = reading;
  const { author, publisher, published, language } = documents[n];
  const choose = element("select", { "aria-label": text("chooseDocument"), onchange: (e) => readDocument(Number(e.target.value)) },
    documents.map((_, m) => element("option", { value: m, selected: m === n }, documentTitle(m))));
  return byId("documents").replaceChildren(element("div", { class: "page" },
    documents.length > 1 ? choose : "",
    element("h2", { tabindex: "-1" }, name(documentTitle(n))),
    element("p", { class: "note" }, [publisher, author, published].filter(Boolean).flatMap((v, i) => [i ? " · " : "", name(v)])),
    element("p", { class: "note" }, text("readHint")),
    element("div", { class: "text", lang: language, dir: "auto" }, marked(n))));
}

// Evidence may overlap: the text is cut wherever one begins or ends.
function marked(n) {
  const found = statements.flatMap((statement, f) =>
    statement.evidence.filter((e) => e.document === n).map((e) => ({ ...e, statement: f })));
  const whole = lengthOf(n);
  const cuts = new Set([0, whole, ...documents[n].body.flat(), ...found.flatMap((e) => [e.start, e.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => piece(n, start, edges[i + 1], found));
}

function piece(n, start, end, found) {
  const words = slice(n, start, end);
  const facts = [...new Set(found.filter((e) => e.start <= start && end <= e.end).map((e) => e.statement))];
  const inBody = documents[n].body.some(([from, to]) => from <= start && end <= to);
  if (!facts.length) return element("span", { class: inBody ? null : "furniture" }, words);
  const here = reading.start !== null && reading.start <= start && end <= reading.end;
  const open = () => select({ kind: "facts", statements: facts });
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  const title = text("facts", { count: facts.length });
  return element("mark", { class: here ? "here" : null, tabindex: "0", role: "button", title, onclick: open, onkeydown }, words);
}
