// A quote in its context: the sentence before, the rest of its own, and the sentence after.

const REACH = 240; // code points looked at on either side
const END = /[.!?…。！？]["'”’」』)\]]*(?=\s)|\n/gu;

function context({ document: n, start, end }) {
  const body = documents[n].body.find(([from, to]) => from <= start && end <= to) ?? [0, lengthOf(n)];
  const before = slice(n, Math.max(body[0], start - REACH), start);
  const after = slice(n, end, Math.min(body[1], end + REACH));
  return { before: lastSentences(before), after: firstSentences(after, slice(n, start, end)) };
}

function lastSentences(before) {
  const paragraph = before.slice(before.lastIndexOf("\n") + 1);
  const ends = [...paragraph.matchAll(END)].map((match) => match.index + match[0].length);
  const closed = paragraph.trim() === "" || ends.at(-1) === paragraph.trimEnd().length;
  const from = closed ? ends.at(-2) : ends.at(-2) ?? ends.at(-1);
  return paragraph.slice(from ?? 0).trimStart();
}

function firstSentences(after, quote) {
  const paragraph = after.split("\n", 1)[0];
  const ends = [...`${paragraph} `.matchAll(END)].map((match) => match.index + match[0].length);
  const closed = /[.!?…。！？]["'”’」』)\]]*$/u.test(quote.trimEnd());
  const to = closed ? ends[0] : ends[1] ?? ends[0];
  return paragraph.slice(0, to ?? paragraph.length).trimEnd();
}

function quotation(evidence, statement) {
  const known = evidence.document !== null;
  const { before, after } = known ? context(evidence) : { before: "", after: "" };
  const words = [element("span", { class: "context" }, before), element("mark", {}, quoteOf(evidence)),
    element("span", { class: "context" }, after)];
  return element("figure", { class: "quote" },
    element("blockquote", { dir: "auto", lang: known ? documents[evidence.document].language : null }, words),
    element("figcaption", {}, known ? source(evidence, statement) : text("noQuote")));
}

function source(evidence, statement) {
  const { published, publisher } = documents[evidence.document];
  const parts = [name(documentTitle(evidence.document), { class: "source" })];
  if (publisher) parts.push(" · ", name(publisher));
  if (published) parts.push(" · ", element("time", { datetime: published }, published));
  if (statement.speaker !== null) {
    parts.push(" · ", name(text("says", { name: entities[statement.speaker].name })));
  }
  parts.push(" · ", text("confidence", { value: percent(statement.confidence) }), " ");
  const open = () => readDocument(evidence.document, evidence.start, evidence.end);
  parts.push(button({ class: "link", onclick: open }, text("openText")));
  return parts;
}
