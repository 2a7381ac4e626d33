import assert from "node:assert/strict";
import { test } from "node:test";
import { isoDate, stretch } from "../../src/filter/dates.ts";

test("a date is the stretch of days that it may be", () => {
  assert.deepEqual(stretch("2025"), [20250000, 20259999]);
  assert.deepEqual(stretch("2025-03"), [20250300, 20250399]);
  assert.deepEqual(stretch("2025-03-11"), [20250311, 20250311]);
  assert.deepEqual(stretch("2025-03-11T09:30:00"), [20250311, 20250311]);
  for (const none of ["", "soon", "20251", "<b>2025"]) assert.equal(stretch(none), null, none);
});

test("what a person writes becomes an ISO date of the same precision", () => {
  const cases: Record<string, string | null> = {
    "2025": "2025", "2025-3": "2025-03", "2025.3.9": "2025-03-09", "2025년 3월 11일": "2025-03-11", " 2024/02/29 ": "2024-02-29",
    "2025-13": null, "2025-02-29": null, "2025-00": null, "25": null, "2025-3-1-1": null, "2025 maybe": null, "": null,
  };
  for (const [written, expected] of Object.entries(cases)) assert.equal(isoDate(written), expected, written);
});
