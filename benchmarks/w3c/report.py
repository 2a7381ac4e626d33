"""What became of the tests, as tables in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .evaluation import FAILED, NOT_APPLICABLE, PASSED, Outcome
from .reasons import REASONS

_KINDS = {
    "query evaluation": ("QueryEvaluation", "CSVResultFormat"),
    "syntax of queries": ("Positive", "Negative"),
    "protocols": ("Protocol", "GraphStore", "ServiceDescription"),
}


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A table by kind of test and version, one by folder, what failed, and what was not asked, with the reasons."""
    yield "| tests | passed | failed | not applicable | share | share of the approved |"
    yield "|---|--:|--:|--:|--:|--:|"
    for version in ("sparql11", "sparql10"):
        for kind in (*_KINDS, "updates"):
            its = [o for o in outcomes if o.case.suite.startswith(version) and _kind(o) == kind]
            if its:
                approved = _share(o for o in its if o.case.approved)
                yield f"| {version}, {kind} {_counts(its)} {_share(its)} | {approved} |"
    yield from ("", "| folder | passed | failed | not applicable |", "|---|--:|--:|--:|")
    for suite in dict.fromkeys(outcome.case.suite for outcome in outcomes):
        yield f"| {suite} {_counts([o for o in outcomes if o.case.suite == suite])}".rstrip()
    yield from ("", "Failed:", "")
    for failed in (outcome for outcome in outcomes if outcome.verdict == FAILED):
        mark = "" if failed.case.approved else " (not approved)"
        reason = REASONS.get(failed.case.name, "")
        yield f"- {failed.case.suite} {failed.case.name}{mark}: {failed.why}" + (f"; {reason}" if reason else "")
    yield from ("", "Not applicable:", "")
    for why, number in Counter(o.why for o in outcomes if o.verdict == NOT_APPLICABLE).most_common():
        yield f"- {number}: {why}"


def _kind(outcome: Outcome) -> str:
    if "Update" in outcome.case.kind:
        return "updates"
    return next((kind for kind, starts in _KINDS.items() if outcome.case.kind.startswith(starts)), "updates")


def _counts(outcomes: Sequence[Outcome]) -> str:
    found = Counter(outcome.verdict for outcome in outcomes)
    return "".join(f"| {found[verdict]} " for verdict in (PASSED, FAILED, NOT_APPLICABLE)) + "|"


def _share(outcomes: Iterable[Outcome]) -> str:
    found = Counter(outcome.verdict for outcome in outcomes)
    asked = found[PASSED] + found[FAILED]
    return f"{found[PASSED] / asked:.1%}" if asked else "-"
