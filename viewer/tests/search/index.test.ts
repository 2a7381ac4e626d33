import assert from "node:assert/strict";
import { test } from "node:test";
import type { Data } from "../../src/data/data.ts";
import { Index } from "../../src/search/index.ts";

const NAMES = [
  ["한미바이오교류협회", "KUBA", "Korea–US Bio Association"], ["바이오산업진흥원"], ["국제 바이오 협력단"], ["한밉스"], ["가빈제약"],
  ["Boston Children's Hospital", "보스턴 아동 병원"], ["Institut Génétique"], ["Boston"], ["화이자"], ["값진약국"], ["㈜나래랩"], ["Ａｃｍｅ"],
];
const TITLES = [["보스턴 진출", "2024"], ["보스턴 진출", "2025"], [null, null], ["미국 보스턴", "2026"]];

function index(names: readonly string[][] = NAMES, facts: readonly number[] = []): Index {
  const entities = names.map(([name, ...aliases]) => ({ name, names: {}, aliases }));
  const documents = TITLES.map(([title, published]) => ({ title, published }));
  return new Index({ entities, documents, factsOf: names.map((_, n) => Array(facts[n] ?? 0)) } as unknown as Data);
}
const found = (query: string): string[] => index().find(query).map(({ entity }) => NAMES[entity]![0]!);

const FOUND: Record<string, string[]> = {
  한미바이오: ["한미바이오교류협회"],
  "한미 바이오": ["한미바이오교류협회"],
  바이오협력단: ["국제 바이오 협력단"],
  // initial letters, alone and after syllables, also as an input method joins them
  ㅎㅁㅂㅇㅇ: ["한미바이오교류협회"],
  한미ㅂㅇ: ["한미바이오교류협회"],
  "ㄱㅂ ㅈㅇ": ["가빈제약"],
  ㅄㅌ: ["Boston Children's Hospital"],
  ᄒᄆ: ["한미바이오교류협회", "한밉스"],
  // a syllable that is being typed
  한밉: ["한밉스", "한미바이오교류협회"],
  호: ["화이자", "한미바이오교류협회"],
  갑: ["가빈제약", "값진약국"],
  값: ["값진약국"],
  바이옿: ["국제 바이오 협력단"],
  // as other systems write it
  ["한미바".normalize("NFD")]: ["한미바이오교류협회"],
  "(주)나래": ["㈜나래랩"],
  acme: ["Ａｃｍｅ"],
  // Latin letters: case, accents, marks between words and their order
  boston: ["Boston", "Boston Children's Hospital"],
  "hospital boston": ["Boston Children's Hospital"],
  childrens: ["Boston Children's Hospital"],
  bostonchildren: ["Boston Children's Hospital"],
  GENETIQUE: ["Institut Génétique"],
  ["génétique".normalize("NFD")]: ["Institut Génétique"],
  "korea-us bio": ["한미바이오교류협회"],
  // nothing, and nothing but signs
  없는이름: [], "": [], ".": [], "([": [], "\\": [],
};

for (const [query, names] of Object.entries(FOUND)) {
  test(`"${query}" finds ${names.join(", ") || "nothing"}`, () => assert.deepEqual(found(query), names));
}

test("whole names stand first, then beginnings, beginnings of words, parts; the better connected before the others", () => {
  const names = [["가나바이오"], ["주 바이오"], ["바이오랩"], ["바이오"], ["바이오팜"]];
  const order = index(names, [9, 5, 1, 0, 2]).find("바이오").map(({ entity }) => names[entity]![0]);
  assert.deepEqual(order, ["바이오", "바이오팜", "바이오랩", "주 바이오", "가나바이오"]);
});

test("an answer tells through which name it was found", () => {
  assert.deepEqual(index().find("kuba"), [{ entity: 0, via: "KUBA" }]);
  assert.deepEqual(index().find("한미바이오"), [{ entity: 0, via: null }]);
});

test("titles are found, the newer first where they answer alike", () => {
  assert.deepEqual(index().titled("보스턴"), [{ document: 1 }, { document: 0 }, { document: 3 }]);
});
