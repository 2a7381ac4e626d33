// The text of a document with every name in it, and every sentence that states something, marked.

let reading = { document: 0, start: null, end: null };

function readDocument(n, start = null, end = null) {
  reading = { document: n, start, end };
  setView("documents");
  byId("panel").classList.remove("sheet");
  const target = byId("documents").querySelector(".here") ?? byId("documents").querySelector("h2");
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
  const names = documents[n].mentions.map(([start, end, entity]) => ({ start, end, entity }));
  const cuts = new Set([0, lengthOf(n), ...documents[n].body.flat(), ...[...found, ...names].flatMap((e) => [e.start, e.end])]);
  const edges = [...cuts].sort((a, b) => a - b);
  const told = new Set();
  return edges.slice(0, -1).map((start, i) => piece(n, start, edges[i + 1], found, names, told));
}

// A name opens what it names, the rest of a sentence the facts that it states. Names cut a sentence into many pieces: the
// first alone is a stop for keyboard and screen reader, all of them can be clicked.
function piece(n, start, end, found, names, told) {
  const covers = (e) => e.start <= start && end <= e.end;
  const words = slice(n, start, end);
  const facts = [...new Set(found.filter(covers).map((e) => e.statement))];
  // Of a name within a name, such as a body in its branch's, the inner one.
  const [mention] = names.filter(covers).sort((a, b) => a.end - a.start - (b.end - b.start));
  const inBody = documents[n].body.some(([from, to]) => from <= start && end <= to);
  const here = reading.start !== null && reading.start <= start && end <= reading.end;
  const classes = [mention && "mention", here && "here", !facts.length && !inBody && "furniture"].filter(Boolean).join(" ");
  const tag = facts.length ? "mark" : "span";
  if (mention) {
    const { type, name: full } = entities[mention.entity];
    return opener(tag, classes, `${full} (${label(type)})`, { kind: "entity", entity: mention.entity }, words);
  }
  const selection = { kind: "facts", statements: facts };
  const key = facts.join();
  if (facts.length && !told.has(key)) {
    told.add(key);
    return opener(tag, classes, text("facts", { count: facts.length }), selection, words);
  }
  return element(tag, { class: classes || null, onclick: facts.length ? () => select(selection) : null }, words);
}

// Words of the running text that can be pressed; a button element would not break over lines.
function opener(tag, classes, title, selection, words) {
  const onclick = () => select(selection);
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onclick();
  };
  return element(tag, { class: classes || null, tabindex: "0", role: "button", title, onclick, onkeydown }, words);
}
