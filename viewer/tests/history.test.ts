import assert from "node:assert/strict";
import test from "node:test";
import type { App } from "../src/app.ts";
import { described } from "../src/history/describe.ts";
import { type View, initial, unfiltered } from "../src/state/view.ts";

const app = {
  naming: {
    language: "ko", entity: (n: number) => `개체${n}`, label: (name: string) => `<${name}>`, group: (name: string) => `(${name})`,
    document: (n: number) => `글${n}`, percent: (value: number) => `${value * 100}%`,
  },
} as unknown as App;
const first = initial("ko");
const step = (patch: Partial<View>, last: Partial<View> = {}): string => described(app, { ...first, ...last }, { ...first, ...last, ...patch });
const filter = (patch: Partial<View["filter"]>): Partial<View> => ({ filter: { ...unfiltered, ...patch } });
const path = { from: 1, to: 2, count: 3, without: [], chosen: null };

for (const [said, patch, last] of [
  ["개체1 선택", { selection: { kind: "entity", entity: 1 } }],
  ["사실 2건 선택", { selection: { kind: "facts", statements: [4, 5] } }],
  ["선택 해제", { selection: null }, { selection: { kind: "entity", entity: 1 } }],
  ["필터: <Company> 숨김", filter({ types: new Set(["Company"]) })],
  ["필터: <Company> 보임", filter({}), filter({ types: new Set(["Company"]) })],
  ["필터: <negated> 보임", filter({ statuses: new Set() })],
  ["필터: (KR) 숨김", filter({ groups: new Set(["KR"]) })],
  ["필터: 2024–2025", filter({ from: "2024", to: "2025" })],
  ["필터: 신뢰도 50% 이상", filter({ confidence: 0.5 })],
  ["필터: 출처 2곳 이상", filter({ sources: 2 })],
  ["필터: 문서 1건만", filter({ documents: new Set([3]) })],
  ["필터 지움", { filter: unfiltered }, filter({ sources: 2 })],
  ["필터 바꿈", filter({ types: new Set(["Company", "Person"]) })],
  ["개체1, 개체2 주변 2단계", { focus: { entities: [1, 2], depth: 2 }, expanded: new Set() }],
  ["모두 보기", { focus: null }, { focus: { entities: [1], depth: 1 } }],
  ["개체3 접음", { collapsed: new Set([3]), expanded: new Set() }],
  ["이웃 펼침", { collapsed: new Set(), expanded: new Set([4]) }, { collapsed: new Set([3]) }],
  ["개체6 고정", { pins: new Map([[6, [1, 2]]]) }],
  ["고정 풀기", { pins: new Map() }, { pins: new Map([[6, [1, 2]]]) }],
  ["경로 찾기 열기", { pathing: true, path: { ...path, to: null } }],
  ["경로: 개체1 – …", { path: { ...path, to: null } }, { pathing: true }],
  ["경로: 개체1 – 개체2", { path }, { pathing: true, path: { ...path, to: null } }],
  ["경로 2 고름", { path: { ...path, chosen: 1 } }, { pathing: true, path }],
  ["경로 질문 바꿈", { path: { ...path, count: 9 } }, { pathing: true, path }],
  ["원문: 글7", { page: "texts", reading: { document: 7, start: 1, end: 2 } }],
  ["표 보기", { page: "tables" }],
  ["집단별 배치", { arrangement: "grouped" }],
  ["화면 색 바꿈", { theme: "dark" }],
] as [string, Partial<View>, Partial<View>?][]) {
  test(said, () => assert.equal(step(patch, last), said));
}
