// Five facts about two firms, a person and a place, for the tests of the filters.

import type { App } from "../../src/app.ts";
import { Data } from "../../src/data/data.ts";
import type { Core, Facts } from "../../src/data/types.ts";
import { type Filter, initial, unfiltered } from "../../src/state/view.ts";

const person = { id: "p", type: "Person", groups: [] };
const [firm, other] = ["KR", "US"].map((group) => ({ id: group, type: "Company", groups: [{ group, chain: [], gazetteer: null }] }));
const both = { id: "b", type: "City", groups: ["KR", "US"].map((group) => ({ group, chain: [], gazetteer: null })) };

// Documents 0 and 1 are the same text.
const documents = [["d0", "2025-03-11", 0], ["d1", "2025-03-12", 0], ["d2", "2025-06-18", 2], ["d3", null, 3]]
  .map(([id, published, original]) => ({ id, published, original, names: [] }));

const fact = (subject: number, predicate: string, object: number, status: string, confidence: number, cited: number[], date?: string) => ({
  id: `${subject}${predicate}${object}${status}${cited}`, subject, predicate, object, status, confidence, speaker: null,
  qualifiers: date ? { date } : {}, evidence: cited.map((document) => ({ document, start: 0, end: 1 })),
});

const statements = [
  fact(0, "partnersWith", 1, "asserted", 0.9, [0, 1]), // one text twice
  fact(1, "partnersWith", 0, "asserted", 0.5, [2], "2025"), // the same fact the other way round
  fact(2, "affiliatedWith", 0, "planned", 0.8, [2]),
  fact(0, "locatedIn", 3, "negated", 0.9, [3]), // no date at all
  fact(1, "investsIn", 0, "asserted", 0.7, [0, 2], "2025-04"),
];

const core = { language: "ko", symmetric: ["partnersWith"], documents, entities: [firm, other, person, both], graph: { nodes: [], edges: [], clusters: [] } };

export const data = new Data(core as unknown as Core, { statements, conflicts: [] } as unknown as Facts);

/** Everything shown but for what a test leaves out. */
export const open = (patch: Partial<Filter> = {}): Filter => ({ ...unfiltered, statuses: new Set(), ...patch });

export const app = (filter: Filter): App => ({ data, store: { view: { ...initial("ko"), filter } } }) as unknown as App;
