"""Why the engine, pyoxigraph 0.5, fails tests."""

from __future__ import annotations

_BY_REASON = {
    "numbers are kept by value and as integers, so that 001 is 1": (
        "open-eq-01 dawg-str-1 dawg-str-2 sameTerm-simple sameTerm-eq sameTerm-not-eq eq-graph-1 eq-graph-2 distinct-1 "
        "distinct-9"
    ),
    "a date without a zone is another than one with a zone, as in XSD 1.1": "date-2",
    "the variable of GRAPH is bound inside of it, not after it": (
        "graph-variable-scope graph-optional graph agg-empty-group-count-graph graph-minus"
    ),
    "BNODE gives the same node for the same text in all rows": "bnode01",
    "GROUP_CONCAT keeps a language that all have": "agg-groupconcat-04 agg-groupconcat-06",
    "a path of no steps begins at what the data names only": (
        "zero_or_more_set_start zero_or_more_set_end zero_or_one_set_start zero_or_one_set_end"
    ),
    "true and false are written small only": "case-insensitive-booleans",
}
REASONS = {name: reason for reason, names in _BY_REASON.items() for name in names.split()}
