import assert from "node:assert/strict";
import { test } from "node:test";
import type { Data } from "../../src/data/data.ts";
import type { Language } from "../../src/data/types.ts";
import { Naming } from "../../src/words/naming.ts";

const groups = { KR: { ko: "한국", en: "Korea" }, US: { ko: "US", en: "US" }, alliance: { ko: "동맹", en: "alliance" }, ZZZ: {} };
const naming = (language: Language): Naming => new Naming({ core: { groups } } as unknown as Data, () => language);

test("a group has the name that the build knows", () => {
  assert.equal(naming("ko").group("KR"), "한국");
  assert.equal(naming("en").group("KR"), "Korea");
  assert.equal(naming("en").group("alliance"), "alliance");
});
test("a country whose code stands as its name, or which has none, has the name of its region", () => {
  assert.equal(naming("ko").group("US"), "미국");
  assert.equal(naming("en").group("US"), "United States");
  assert.equal(naming("ko").group("JP"), "일본");
});
test("what is no country's code stays as it is, and none is unknown", () => {
  assert.equal(naming("ko").group("ZZZ"), "ZZZ");
  assert.equal(naming("ko").group("others"), "others");
  assert.equal(naming("ko").group(""), "모름");
});
