import assert from "node:assert/strict";
import { test } from "node:test";
import type { Data } from "../../src/data/data.ts";
import { Fragment } from "../../src/state/fragment.ts";
import { type Selection, type View, initial, unfiltered } from "../../src/state/view.ts";

const IDS = [
  "Company/누리온테라퓨틱스", "Company/</script><script>", "City/보스턴, 미국", "a&b=c#d", "100% ~ ?", "", "?", "😀'()*!", "\u202emoc\u2066",
  "javascript:alert(1)",
];
const CLUSTERS = IDS.length + 2;
const ids = (prefix: string) => IDS.map((id) => ({ id: prefix + id }));
/** The first half of the entities below cluster 0, the second below 1, each in a cluster of its own. */
const halves = { clusters: [[null, 0], [null, 5], ...IDS.map((_, n) => [n < 5 ? 0 : 1, n])].map(([parent, known]) => ({ parent, names: [known] })) };
const data = page(halves.clusters, IDS.map((_, n) => n + 2));
function page(clusters: object[], clusterOf: (number | null)[]): Data {
  return {
    core: { language: "ko" }, documents: ids("d"), entities: ids("e"), statements: ids("s"), graph: { clusters },
    nodeOf: new Map(clusterOf.map((cluster, n) => [n, { cluster }])),
  } as unknown as Data;
}
const fragment = new Fragment(data);
const first = initial("ko");

/** Numbers that look random and are the same in each run (mulberry32). */
function seeded(seed: number) {
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const one = <T>(...some: T[]): T => some[below(some.length)]!;
  const position = (): number => below(IDS.length);
  const several = <T>(draw: () => T): T[] => [...new Set(Array.from({ length: 1 + below(4) }, draw))];
  return { below, one, position, several };
}

/** A view in which every part is other than at first. */
function drawn(seed: number): View {
  const { below, one, position, several } = seeded(seed);
  const names = (): Set<string> => new Set(several(() => one(...IDS)));
  const selections: Selection[] = [
    { kind: "entity", entity: position() }, { kind: "facts", statements: several(position) }, { kind: "cluster", cluster: below(CLUSTERS) },
  ];
  return {
    page: one("brokers", "tables", "texts"), language: "en", theme: one("light", "dark", "contrast"), selection: one(...selections),
    filter: {
      types: names(), predicates: names(), statuses: names(), groups: names(), documents: new Set(several(position)),
      from: one("2024", "2024-02", "2024-02-29"), to: one("2025", "2025-12-31"), confidence: (1 + below(99)) / 100, sources: 2 + below(5),
    },
    filtering: true, timeline: true, arrangement: "grouped", size: one("betweenness", "a,b~c"),
    focus: { entities: several(position), depth: 1 + below(3) },
    expanded: new Set(several(position)), collapsed: new Set(several(position)), unfolded: new Set(several(() => below(CLUSTERS))),
    pins: new Map(several(position).map((n) => [n, [below(2000) - 1000, below(2000) - 1000] as const])),
    pathing: true, path: { from: position(), to: position(), count: 1 + below(10), chosen: one(null, below(10)), without: one([], ["locatedIn"]) },
    broker: { entity: position(), role: one(null, "gatekeeper") }, table: one("entities", "documents"), claimed: one(true, false), tableFind: one(...IDS.filter(Boolean)),
    sorting: { facts: { column: "when", descending: one(true, false) }, brokers: { column: "across", descending: one(true, false) } },
    reading: one({ document: position(), start: null, end: null }, { document: position(), start: below(50), end: 51 + below(50) }),
  };
}

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);
/** The fragment as a browser gives it back. */
const opened = (written: string): string => new URL(`file:///graph.html#${written}`).hash.slice(1);

test("a view comes back from its fragment whole", () => {
  for (const seed of SEEDS) assert.deepEqual(fragment.decode(fragment.encode(drawn(seed))), drawn(seed));
});

test("a browser escapes a fragment, and it says the same", () => {
  for (const seed of SEEDS) assert.deepEqual(fragment.decode(opened(fragment.encode(drawn(seed)))), drawn(seed));
});

test("every part of a view stands in the fragment, and only what differs from the first view", () => {
  const view = drawn(1);
  for (const key of Object.keys(first) as (keyof View)[]) {
    const written = fragment.encode({ ...first, [key]: view[key] });
    assert.match(written, /^[a-z]+=[^&]+$/, key);
    assert.deepEqual(fragment.decode(written)[key], view[key]);
  }
  assert.equal(fragment.encode(first), "");
  assert.equal(fragment.encode({ ...first, filter: { ...unfiltered, types: new Set() }, expanded: new Set(), sorting: {} }), "");
});

const READABLE: readonly [Partial<View>, string][] = [
  [{ page: "tables", table: "entities" }, "page=tables&table=entities"],
  [{ selection: { kind: "entity", entity: 0 } }, "sel=e,eCompany/누리온테라퓨틱스"],
  [{ selection: { kind: "facts", statements: [0, 1] } }, "sel=f,sCompany/누리온테라퓨틱스,sCompany/%3C/script%3E%3Cscript%3E"],
  [{ sorting: { facts: { column: "when", descending: true } } }, "sort=facts:-when"],
  [{ tableFind: "누리온 KUBA" }, "find=누리온%20KUBA"],
  [{ tableFind: "\ud83d" }, "find=%EF%BF%BD"], // half a pair, which an address cannot hold
  [{ filter: { ...unfiltered, types: new Set(["Company"]), from: "2025-01" } }, "filter=Company~~negated~~~2025-01~~~"],
  [{ pins: new Map([[0, [-3.4, 7]]]) }, "pin=eCompany/누리온테라퓨틱스~-3~7"],
  [{ selection: { kind: "cluster", cluster: 0 } }, "sel=c,eCompany/누리온테라퓨틱스"],
  [{ selection: { kind: "cluster", cluster: 2 } }, "sel=c,eCompany/누리온테라퓨틱스~1"],
  [{ unfolded: new Set([0, 5]) }, "unfold=eCompany/누리온테라퓨틱스,ea%26b%3Dc%23d~1"],
  [{ reading: { document: 0, start: 3, end: 9 } }, "text=dCompany/누리온테라퓨틱스,3,9"],
];
for (const [patch, expected] of READABLE) {
  test(`reads well: ${expected}`, () => assert.equal(fragment.encode({ ...first, ...patch }), expected));
}

const BROKEN: readonly [string, Partial<View>][] = [
  ["", {}],
  ["&&==&page", {}],
  ["page=none&lang=fr&theme=pink&table=x&arrange=", {}],
  ["sel=e,gone", {}],
  ["sel=f,gone,sCompany/누리온테라퓨틱스", { selection: { kind: "facts", statements: [0] } }],
  ["sel=c,gone~1&unfold=,", {}],
  ["sel=c,eCompany/누리온테라퓨틱스~2", {}], // no cluster is so deep
  ["sel=c,eCompany/누리온테라퓨틱스~x&unfold=12,3", {}],
  ["unfold=gone,eCompany/누리온테라퓨틱스~1", { unfolded: new Set([2]) }],
  ["sel=e,%E0%A4%A", {}],
  ["sel=e,eCompany/%EB%88%84리온테라퓨틱스", { selection: { kind: "entity", entity: 0 } }], // escaped in part
  ["focus=99,eCompany/누리온테라퓨틱스", { focus: { entities: [0], depth: 3 } }],
  ["focus=-1,eCompany/누리온테라퓨틱스", { focus: { entities: [0], depth: 1 } }],
  ["focus=2,gone", {}],
  ["path=eCompany/누리온테라퓨틱스,ea%26b%3Dc%23d,1e9,x", { path: { from: 0, to: 3, count: 3, chosen: null, without: [] } }],
  ["path=eCompany/누리온테라퓨틱스,ea%26b%3Dc%23d,5000,-2", { path: { from: 0, to: 3, count: 10, chosen: 0, without: [] } }],
  ["pin=eCompany/누리온테라퓨틱스~NaN~3,gone~1~2,~", {}],
  ["pin=eCompany/누리온테라퓨틱스~9999999999~3", { pins: new Map([[0, [100_000, 3]]]) }],
  ["text=dCompany/누리온테라퓨틱스,9,3", { reading: { document: 0, start: null, end: null } }],
  ["text=gone,1,2", {}],
  ["sort=facts:-when,none:x,facts,__proto__:y", { sorting: { facts: { column: "when", descending: true } } }],
  ["filter=~~negated~~~2025-13~then~7~0", { filter: { ...unfiltered, confidence: 1 } }],
  ["filters=yes&timeline=&paths=0", {}],
  ["size=", {}],
  ["find=%", { tableFind: "%" }],
];
for (const [written, expected] of BROKEN) {
  test(`broken, still usable: ${written}`, () => assert.deepEqual(fragment.decode(written), { ...first, ...expected }));
}

test("a cluster of another build is that of the same depth which holds the entity now", () => {
  const written = fragment.encode({ ...first, selection: { kind: "cluster", cluster: 2 }, unfolded: new Set([0, 7]) });
  // The entity 0 is no longer the best known of its cluster; 5 stands in no cluster within another.
  const later = new Fragment(page([{ parent: 1, names: [1] }, { parent: null, names: [1] }, { parent: null, names: [2] }], [0, 0, 2, 2, 2, 2]));
  const { selection, unfolded } = later.decode(written);
  assert.deepEqual(selection, { kind: "cluster", cluster: 0 });
  assert.deepEqual(unfolded, new Set([1]));
  const small = new Fragment(page([], IDS.map(() => null)));
  assert.deepEqual(small.decode(written), first);
});

test("a fragment that was cut or garbled gives a view that has an address of its own", () => {
  for (const seed of SEEDS) {
    const { below, one } = seeded(seed);
    const written = one(fragment.encode(drawn(seed)), opened(fragment.encode(drawn(seed))));
    const at = below(written.length);
    const rubbish = one("%", "%%", "~", ",", "&", "=", "\ufffd", "%00");
    const garbled = one(written.slice(0, at), written.slice(at), written.slice(0, at) + rubbish + written.slice(at + below(5)));
    const view = fragment.decode(garbled);
    assert.deepEqual(Object.keys(view).sort(), Object.keys(first).sort());
    assert.deepEqual(fragment.decode(fragment.encode(view)), view, garbled);
  }
});
