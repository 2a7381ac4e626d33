"""How real an event is: asserted, planned, negated, possible, rumoured or ended."""

from __future__ import annotations

from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.model import Status


def status(event: Event, grammar: Grammar) -> Status:
    """The status of what an event states, by the words after its stem and by the clause it leans on."""
    own = _own(event, grammar)
    if own in (Status.ASSERTED, Status.PLANNED) and event.matrix is not None and event.matrix.stem in grammar.irrealis:
        return Status.POSSIBLE
    if own is not Status.NEGATED and event.judged is not None and _denied(event, event.judged, grammar):
        return Status.NEGATED
    if own is Status.PLANNED and any(e is not None and called_off(e, grammar) for e in (event, event.matrix)):
        return Status.NEGATED
    if own is not Status.ASSERTED:
        return own
    if event.previous is not None and event.previous.phrase.ending_form in _CONDITIONS and not tensed(event):
        return Status.PLANNED  # `인수가 끝나면 자회사가 된다`
    if event.head is not None and _held_out(event, grammar.agreements | grammar.proposals):
        return Status.PLANNED
    if event.next is not None and not tensed(event):
        following = status(event.next, grammar)
        # `A하고 B할 계획이다` plans both; `A를 맺고 B하기로 했다` and `A하고 B하지 않았다` leave the first as it is.
        if (
            following in (Status.PLANNED, Status.POSSIBLE)
            and not agreed(event.next, grammar)
            and not _spoken(event.next)
            and (event.phrase.ending_form in _LEANING or not event.phrase.tail)
        ):
            return following
    return Status.ASSERTED


def _spoken(event: Event) -> bool:
    """Whether a clause stands in quotation marks: `B를 방문해 "협력하겠다"고 말했다`."""
    return event.phrase.ending == "EF" and event.next is not None


def _denied(event: Event, matrix: Event, grammar: Grammar) -> bool:
    """`인수했다는 보도를 부인했다`, `인수한 사실이 없다`, `인수했다는 소문은 사실무근이다`."""
    if event.phrase.ending not in ("ETM", "ETN"):
        return False
    dropped = grammar.aspects.get(matrix.stem) is Status.NEGATED  # `열겠다던 계획을 접었다`
    return (
        untrue(matrix, grammar)
        or dropped
        or matrix.stem in grammar.denials
        or (matrix.stem == "없" and event.head is not None)
    )


def untrue(event: Event, grammar: Grammar) -> bool:
    """Whether a predicate calls a report false: `사실이 아니다`, `사실무근으로 드러났다`, `사실과 다르다`."""
    if event.stem in ("이", "다르"):
        said_to_be = event.arg("pred") or event.arg("") or event.arg("with")
        if said_to_be is None:
            return False
        denied = event.stem == "다르" or event.phrase.tail_text.startswith("아니/VCN")
        return (said_to_be.common == "사실" and denied) or said_to_be.common in grammar.falsehoods
    if (found := event.arg("into")) is not None and found.common in grammar.falsehoods:
        return True
    return any(untrue(clause, grammar) for np in event.args if np.case == "clause" for clause in np.modifiers)


def called_off(event: Event, grammar: Grammar) -> bool:
    """`인수하겠다고 했다가 철회했다`, `열기로 했으나 예산이 없어 무산됐다`: a plan dropped later on."""
    if event.phrase.ending_form not in _BUT:
        return False
    following = event.next
    while following is not None:
        others = (np for np in following.args if np is not event.subject)
        if grammar.aspects.get(following.stem) is Status.NEGATED and not any(np.names for np in others):
            return True
        following = following.next
    return False


def agreed(event: Event, grammar: Grammar) -> bool:
    """Whether what is planned has been settled: `-기로 했다`, `-는 협약`."""
    resolved = any(f"기/ETN {p}/JKB" in event.phrase.tail_text for p in ("로", "으로"))
    return resolved or (event.head is not None and _held_out(event, grammar.agreements))


_CONDITIONS = ("면", "으면", "다면", "ᆫ다면", "는다면")
_BUT = ("으나", "나", "지만", "다가", "다", "는데", "ᆫ데", "았다가", "었다가", "려다", "으려다", "려다가", "으려다가")
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


def tensed(event: Event) -> bool:
    """Whether a predicate is in the past tense: `열었다`."""
    return any(t.tag == "EP" and t.form in ("었", "았", "였", "ᆻ") for t in event.phrase.tail)


def past(event: Event) -> bool:
    """Whether an event is past by its own tense or by that of the clause it leans on: `공장을 찾아 말했다`."""
    if tensed(event) or (event.phrase.ending == "ETM" and event.phrase.ending_form in ("ᆫ", "은", "던")):
        return True
    # `5월에 열고, 10월에도 열기로 했다`: what has been decided is past, not what was decided on
    following = event.next if event.phrase.ending == "EC" else None
    return following is not None and "기/ETN 로/JKB" not in following.phrase.tail_text and past(following)
