import assert from "node:assert/strict";
import { test } from "node:test";
import { context, firstSentences, lastSentences } from "../../src/evidence/context.ts";
import { made } from "./made.ts";

test("before a quote stands the sentence before it, of the same paragraph", () => {
  assert.equal(lastSentences("One. Two. Three. "), "Three. ");
  assert.equal(lastSentences("One. Two. and the begin"), "Two. and the begin");
  assert.equal(lastSentences("Headline\n"), "");
});

test("after a quote stands the rest of its sentence, and the next", () => {
  assert.equal(firstSentences(" Two. Three.", "One."), " Two.");
  assert.equal(firstSentences(" of it. Two. Three.", "One"), " of it. Two.");
  assert.equal(firstSentences("\nNext paragraph.", "One."), "");
});

test("context ends where the article does, and counts code points", async () => {
  const text = "Share. 😀 One. Two. Three. Related.";
  const points = [...text];
  const from = points.indexOf("😀");
  const start = points.join("").indexOf("Two") - 1; // the face is two units of a string
  const data = await made([{ text, body: [[from, points.length - " Related.".length]] }], []);
  assert.deepEqual(context(data, 0, start, start + 4), { before: "😀 One. ", after: " Three." });
});
