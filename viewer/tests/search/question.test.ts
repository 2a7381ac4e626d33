import assert from "node:assert/strict";
import { test } from "node:test";
import { retyped } from "../../src/search/keyboard.ts";
import { Question } from "../../src/search/question.ts";

const marked = (query: string, name: string): string[] => new Question(query).marks(name).map(([start, end]) => name.slice(start, end));

const MARKED: [query: string, name: string, marks: string[]][] = [
  ["바이오", "한미바이오교류협회", ["바이오"]],
  ["ㅂㅇㅇ", "한미 바이오", ["바이오"]],
  ["미바", "한미 바이오", ["미 바"]],
  ["genet", "Institut Génétique", ["Génét"]],
  ["hospital boston", "Boston Children's Hospital", ["Boston", "Hospital"]],
  ["children", "㈜ Boston  Children's", ["Children"]],
  ["나래", "㈜나래랩", ["나래"]],
  ["협회", "한미".normalize("NFD") + "협회", ["협회"]],
  ["한미", "한미".normalize("NFD") + "협회", ["한미".normalize("NFD")]],
  ["😀a", "a 😀 b", ["a"]],
  ["b", "a 😀 b", ["b"]],
  ["없음", "한미", []],
];
for (const [query, name, marks] of MARKED) test(`"${query}" in "${name}"`, () => assert.deepEqual(marked(query, name), marks));

const RETYPED: Record<string, string | null> = {
  rkqls: "가빈", gksalqkdldh: "한미바이오", rkqtwls: "값진", dhkfh: "와로", ghkdlwk: "화이자", RKQLS: "까삔",
  ㅠㅐㄴ새ㅜ: "boston", 햐햐: "gigi", "123": null, "": null, 밗: "qkrt", ㄳㅘ: "rthk",
};
for (const [typed, meant] of Object.entries(RETYPED)) test(`"${typed}" is meant as "${meant}"`, () => assert.equal(retyped(typed), meant));
