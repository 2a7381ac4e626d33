"""Outcomes: the status of what a frame reads in an event, from the event's own and from what the frame amounts to."""

from __future__ import annotations

from biograph.extract.korean.clause.frames.matching import Match
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.modality import agreed, called_off, status, tensed
from biograph.extract.korean.clause.syntax.events import Event
from biograph.model import Status


def matched(match: Match, grammar: Grammar) -> Status:
    """The status of a match: the event's own, unless the frame says what it amounts to."""
    own = stated(match.event, grammar, match.frame.agreement)
    if match.frame.status is Status.ENDED and own is Status.PLANNED:
        return Status.ASSERTED  # who is to sell his shares has them
    if match.frame.status is None or own is not Status.ASSERTED:
        return own
    done = tensed(match.event) or match.event.phrase.ending_form in ("ᆫ", "은")
    if match.frame.status is Status.PLANNED and match.event.stem in grammar.building and done:
        return own  # `공장을 짓는다` is a plan, `지난해 지은 공장` stands
    return _kept(match.frame.status, match.event, grammar)


def stated(event: Event, grammar: Grammar, agreement: bool = False) -> Status:
    """The status of an event, of one that a verbal noun stands for by the verb around it.

    With `agreement`, what has been agreed to holds.
    """
    own = status(event, grammar)
    if own is Status.PLANNED and agreement and agreed(event, grammar):
        own = Status.ASSERTED
    if own is not Status.ASSERTED or event.aspect is None:
        return own
    return _kept(event.aspect, event, grammar)


def _kept(held: Status, event: Event, grammar: Grammar) -> Status:
    """`인수를 검토했으나 무산됐다`: a plan that came to nothing."""
    return Status.NEGATED if held is Status.PLANNED and called_off(event, grammar) else held
