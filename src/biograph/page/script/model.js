// The data, what the reader has chosen, and the indexes over both.

const data = JSON.parse(document.getElementById("data").textContent);
const messages = JSON.parse(document.getElementById("messages").textContent);
const { documents, entities, statements } = data;

const state = {
  language: data.language in messages ? data.language : "en",
  view: "graph",
  selection: null, // {kind: "entity", entity} or {kind: "facts", statements}
  history: [],
  hiddenTypes: new Set(),
  hiddenStatuses: new Set(["negated"]),
};

const factsOf = entities.map(() => []);
statements.forEach((statement, n) => {
  factsOf[statement.subject].push(n);
  if (statement.object !== statement.subject) factsOf[statement.object].push(n);
});
const isClaim = (n) => statements[n].predicate === data.graph.claim;
const nodeOf = new Map(data.graph.nodes.map((node) => [node.id, node]));
const edgeOf = new Map();
data.graph.edges.forEach((edge) => edge.statements.forEach((n) => edgeOf.set(n, edge)));

// {count} is the value, {count|fact|facts} the one word or the other by it.
const text = (key, values = {}) =>
  messages[state.language][key].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) =>
    one === undefined ? values[name] ?? "" : values[name] === 1 ? one : many);
const label = (name) => data.labels[state.language]?.[name] ?? name;
const predicateLabel = (name) => text("predicateForm", { label: label(name) });
const documentTitle = (n) => documents[n].title || documents[n].id || text("untitled");

const count = (items) => {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

const shown = (n) => {
  const { subject, object, status } = statements[n];
  const visible = (e) => !state.hiddenTypes.has(entities[e].type);
  return !state.hiddenStatuses.has(status) && visible(subject) && visible(object);
};

// Spans count code points and JavaScript strings count UTF-16 units; they differ beyond the first plane.
const points = new Map();
function slice(n, start, end) {
  if (!points.has(n)) {
    const { text: whole } = documents[n];
    points.set(n, /[\ud800-\udfff]/.test(whole) ? Array.from(whole) : whole);
  }
  const part = points.get(n).slice(start, end);
  return typeof part === "string" ? part : part.join("");
}
function lengthOf(n) {
  slice(n, 0, 0);
  return points.get(n).length;
}

const quoteOf = (evidence) =>
  evidence.document === null ? evidence.quote : slice(evidence.document, evidence.start, evidence.end);

function amountText(value) {
  const [, number, currency] = /^(\d+) ([A-Z]{3})$/.exec(value) ?? [];
  if (!currency) return value;
  const style = { style: "currency", currency, notation: "compact", maximumFractionDigits: 2 };
  return new Intl.NumberFormat(state.language, style).format(Number(number));
}

function groupText(group) {
  if (!/^[A-Z]{2}$/.test(group)) return group;
  return new Intl.DisplayNames([state.language], { type: "region" }).of(group);
}

const percent = (value) => new Intl.NumberFormat(state.language, { style: "percent" }).format(value);
const dateOf = (statement) =>
  statement.qualifiers.date ?? documents[statement.evidence[0].document]?.published ?? "";
const compare = (a, b) => a.localeCompare(b, state.language, { numeric: true });
