import assert from "node:assert/strict";
import { test } from "node:test";
import { citation } from "../../src/evidence/citation.ts";
import { made, naming, statement } from "./made.ts";

const TEXT = "Alder *buys* Birch\nfor [much].";
const one = statement({ id: "abc", qualifiers: { amount: "a third" }, speaker: 2, at: [[0, 0, TEXT.length]] });

test("a citation has quote, source, fact and statement", async () => {
  const data = await made([{ text: TEXT, published: "2024-03-01" }], [one]);
  const sighting = { statement: 0, evidence: one.evidence[0]! };
  assert.equal(citation(data, naming(data), sighting, "plain"),
    "“Alder *buys* Birch for [much].” — Title 0, The Daily, A. Writer, 2024-03-01, https://example.org/a_b\n"
    + "[Alder → acquires → Birch (asserted, amount a third, according to Cedar) · statement abc]\n");
  assert.match(citation(data, naming(data, "ko"), sighting, "plain"), /\[Alder → ~을 인수한다 → Birch \(사실, .+, Cedar 발언\) · 진술 abc\]\n$/);
});

test("in Markdown no text is markup", async () => {
  const data = await made([{ text: TEXT, published: "2024-03-01" }], [one]);
  const lines = citation(data, naming(data), { statement: 0, evidence: one.evidence[0]! }, "markdown").split("\n");
  assert.equal(lines[0], "> Alder \\*buys\\* Birch for \\[much\\].");
  assert.equal(lines[1], ">");
  assert.equal(lines[2], "> — Title 0, The Daily, A. Writer, 2024-03-01, https://example.org/a\\_b");
  assert.equal(lines[4], "\\[Alder → acquires → Birch (asserted, amount a third, according to Cedar) · statement abc\\]");
});

test("a quote without a text has no source", async () => {
  const data = await made([], [statement({ id: "abc" })]);
  const evidence = { document: null, start: 0, end: 4, quote: "lost" };
  assert.equal(citation(data, naming(data), { statement: 0, evidence }, "plain"),
    "“lost”\n[Alder → acquires → Birch (asserted) · statement abc]\n");
  assert.doesNotMatch(citation(data, naming(data), { statement: 0, evidence }, "markdown"), /—/);
});
