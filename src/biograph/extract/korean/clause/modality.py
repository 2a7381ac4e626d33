"""How real an event is: asserted, planned, negated, possible, rumoured or ended."""

from __future__ import annotations

from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.grammar import Grammar
from biograph.model import Status


def status(event: Event, grammar: Grammar) -> Status:
    """The status of what an event states, by the words after its stem and by the clause it leans on."""
    own = _own(event, grammar)
    if own in (Status.ASSERTED, Status.PLANNED) and event.matrix is not None and event.matrix.stem in grammar.irrealis:
        return Status.POSSIBLE
    if own is not Status.ASSERTED:
        return own
    if event.previous is not None and event.previous.phrase.ending_form in _CONDITIONS and not _tensed(event):
        return Status.PLANNED  # `인수가 끝나면 자회사가 된다`
    if event.head is not None and _held_out(event, grammar.agreements | grammar.proposals):
        return Status.PLANNED
    if event.next is not None and not _tensed(event):
        following = status(event.next, grammar)
        # `A하고 B할 계획이다` plans both; `A를 맺고 B하기로 했다` and `A하고 B하지 않았다` leave the first as it is.
        if (
            following in (Status.PLANNED, Status.POSSIBLE)
            and not agreed(event.next, grammar)
            and (event.phrase.ending_form in _LEANING or not event.phrase.tail)
        ):
            return following
    return Status.ASSERTED


def agreed(event: Event, grammar: Grammar) -> bool:
    """Whether what is planned has been settled: `-기로 했다`, `-는 협약`."""
    resolved = any(f"기/ETN {p}/JKB" in event.phrase.tail_text for p in ("로", "으로"))
    return resolved or (event.head is not None and _held_out(event, grammar.agreements))


_CONDITIONS = ("면", "으면", "다면", "ᆫ다면", "는다면")
_LEANING = ("고", "며", "으며", "어", "아", "여", "어서", "아서")


def _own(event: Event, grammar: Grammar) -> Status:
    text = event.phrase.tail_text
    if any(t.tag == "MAG" and t.form in ("안", "못") for t in event.phrase.tokens):
        return Status.NEGATED
    return next((kind for kind, pattern in grammar.modality if pattern.search(text)), Status.ASSERTED)


def _held_out(event: Event, by: frozenset[str]) -> bool:
    """`인수하는 계약`, `협력하는 방안`: what the noun holds out has not happened yet."""
    nouns = event.head.phrases[0].nouns if event.head else []
    return event.phrase.ending_form in ("는", "ᆯ", "을") and any(t.form in by for t in nouns)


def _tensed(event: Event) -> bool:
    return any(t.tag == "EP" and t.form in ("었", "았", "였", "ᆻ") for t in event.phrase.tail)
