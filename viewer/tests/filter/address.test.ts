import assert from "node:assert/strict";
import { test } from "node:test";
import { Fragment } from "../../src/state/fragment.ts";
import { initial } from "../../src/state/view.ts";
import { data, open } from "./sample.ts";

test("every part of a filter comes back from the address, the unknown group and odd names, too", () => {
  const filter = open({
    types: new Set(["A~b,c?", "?"]), predicates: new Set(["investsIn"]), groups: new Set(["", "KR"]), documents: new Set([1, 3]),
    from: "2025", to: "2025-03-11", confidence: 0.85, sources: 3,
  });
  const fragment = new Fragment(data);
  const written = fragment.encode({ ...initial("ko"), filter });
  assert.deepEqual(fragment.decode(written).filter, filter);
  const unknown = open({ groups: new Set([""]) });
  assert.deepEqual(fragment.decode(fragment.encode({ ...initial("ko"), filter: unknown })).filter, unknown);
});

test("whether filters and timeline are open stands in the address, too", () => {
  const fragment = new Fragment(data);
  const open = { ...initial("ko"), filtering: true, timeline: true };
  assert.equal(fragment.encode(open), "filters=1&timeline=1");
  assert.deepEqual(fragment.decode("filters=1&timeline=1"), open);
});
