"""Subjects that a clause leaves out and a later clause of the sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from biograph.extract.korean.clause.syntax.events import COORDINATE, Event


def share_backwards(events: Sequence[Event]) -> None:
    """Give the clauses of a sentence, in order of their predicates, the subject or theme that comes only after them."""
    pairs = list(pairwise(events))
    for event, following in pairs:
        # `A를 인수하며 B에 진출한 C`: C did both.
        if event.subject is None and event.phrase.ending == "EC" and not following.arg("subj"):
            event.inherited = following.head
    for event, following in reversed(pairs):
        # `B에 진출하기 위해 A는 …`: who is named only then did both
        if event.subject is None and event.head is None and event.phrase.ending in ("EC", "ETN"):
            event.inherited = following.arg("topic") or (following.inherited if following.head is None else None)
    for event, following in pairs:
        if _describe_alike(event, following):
            event.theme = following.head


def _describe_alike(event: Event, following: Event) -> bool:
    """`A가 기획하고 B가 운영하는 사업`: what both clauses, each with a subject, leave out is what they describe."""
    both = all(e.arg("subj") and not e.arg("obj") and not e.passive for e in (event, following))
    return both and event.phrase.ending_form in COORDINATE and following.head is not None and event.theme is None
