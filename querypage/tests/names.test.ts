import assert from "node:assert/strict";
import { test } from "node:test";
import { Names } from "../src/names.ts";

const BASE = "https://example.org/id/";
const names = new Names({
  base: BASE,
  prefixes: { bg: "https://example.org/ontology#", id: BASE, wide: "https://example.org/" },
  terms: [{ iri: "https://example.org/ontology#partnersWith", name: "bg:partnersWith", kind: "property", labels: { ko: "와 협력한다" } }],
});

test("the longest namespace names an IRI, its parts readable", () => {
  assert.equal(names.brief(`${BASE}Company/%EA%B0%80`), "id:Company/가");
  assert.equal(names.brief("https://example.org/x"), "wide:x");
  assert.equal(names.brief("urn:x:%zz"), "urn:x:%zz");
});

test("a term is known by its label in the reader's language, else in any, else by its name", () => {
  assert.equal(names.shown("https://example.org/ontology#partnersWith", "ko"), "~와 협력한다");
  assert.equal(names.shown("https://example.org/ontology#partnersWith", "en"), "와 협력한다");
  assert.equal(names.shown("https://example.org/ontology#other", "en"), "bg:other");
});

test("the dataset's own have their page here, others on the web there, and no others any", () => {
  assert.equal(names.page(`${BASE}Company/가?b#c`), "/id/Company/가%3Fb%23c");
  assert.equal(names.page("https://www.wikidata.org/entity/Q1"), "https://www.wikidata.org/entity/Q1");
  assert.equal(names.page("https://example.org/ontology#partnersWith"), null);
  assert.equal(names.page("javascript:alert(1)"), null);
});
