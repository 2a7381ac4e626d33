import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../src/results/answer.ts";

const reply = (type: string, data: unknown, cut: string | null = null) => ({ type, text: typeof data === "string" ? data : JSON.stringify(data), cut });

test("a cut is told by the answer, else by the header", () => {
  const data = { head: { vars: ["s"] }, results: { bindings: [] } };
  const cut = (more: object, header: string | null) => parse(reply("application/sparql-results+json", { ...data, ...more }, header)).cut;
  assert.equal(cut({ cut: { by: "time" } }, null), "time");
  assert.equal(cut({}, "bytes"), "bytes");
  assert.equal(cut({}, null), null);
});

test("false is an answer", () => {
  assert.deepEqual(parse(reply("application/sparql-results+json", { head: {}, boolean: false })), { kind: "truth", truth: false, cut: null });
});

test("what is no JSON is triples", () => {
  assert.deepEqual(parse(reply("text/turtle", "<a> <b> <c> .", "rows")), { kind: "triples", cut: "rows" });
});

test("half of an answer is an error", () => {
  assert.throws(() => parse(reply("application/sparql-results+json", '{"head"')), SyntaxError);
});
