import assert from "node:assert/strict";
import { test } from "node:test";
import { ranked } from "../../src/editor/ranking.ts";
import type { Term } from "../../src/server.ts";

const term = (name: string, ko: string, en: string): Term => ({ iri: name, name: `bg:${name}`, kind: "property", labels: { ko, en } });
const TERMS = [term("partnersWith", "와 협력한다", "partners with"), term("partOf", "의 일부이다", "is part of"), term("acquires", "을 인수한다", "acquires")];
const found = (typed: string): string[] => ranked(TERMS, typed).map(({ name }) => name);

test("a label finds its term in either language", () => {
  assert.deepEqual(found("협력"), ["bg:partnersWith"]);
  assert.deepEqual(found("part of"), ["bg:partOf"]);
});

test("initial letters and an unfinished syllable find it, too", () => {
  assert.deepEqual(found("ㅎㄹ"), ["bg:partnersWith"]);
  assert.deepEqual(found("인ㅅ"), ["bg:acquires"]);
});

test("a name finds its term with the prefix and without", () => {
  assert.deepEqual(found("bg:part"), ["bg:partOf", "bg:partnersWith"]);
  assert.deepEqual(found("partners"), ["bg:partnersWith"]);
});

test("what answers nothing finds nothing", () => {
  assert.deepEqual(found("visits"), []);
});
