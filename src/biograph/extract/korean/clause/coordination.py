"""Coordination: which nouns stand in one list, and clauses that leave out their verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.noun_phrases import NounPhrase
from biograph.extract.korean.clause.phrases import DOTS, Phrase

Kinds = Mapping[str, str]
_JOINT = ("합작", "조인트", "JV")


def split_list(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """The members of a list before its last one, and the last one."""
    cut = _last_member(phrases)
    return phrases[:cut], phrases[cut:]


def leads(opened: Sequence[Phrase], rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether bare names are the topic of a headline: `A, B에 투자`, `A·B 손잡고`, but not `A, B, C 협약`."""
    phrase = opened[-1]
    if phrase.case != "" or not phrase.mentions:
        return False
    if not phrase.comma:
        dotted = len(opened) > 1 and all(p.tokens[-1].form in DOTS and p.closing_name() for p in opened[:-1])
        return dotted and phrase.closing_name() is not None and bool(_kinds(phrase, kinds) & {"Organization"})
    return not (rest and _lists(rest, _kinds(phrase, kinds), kinds))


def _lists(rest: Sequence[Phrase], own: set[str | None], kinds: Kinds) -> bool:
    """Whether a name after a comma goes on with a list, `[A,] B, C`, and is not what the headline says of A."""
    following = rest[0]
    if not own & _kinds(following, kinds) or following.case not in ("", "with", "conj"):
        return False
    if following.case == "with":
        return any(own & _kinds(p, kinds) for p in rest[1:2])
    dotted = following.tokens[-1].form in DOTS
    return following.comma or len(rest) == 1 or (following.case == "conj" and not dotted)


def parallel(opened: Sequence[Phrase], rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether the last of `opened`, `A와`, joins what follows as its equal, and is not whom something is done with."""
    if rest[0].nouns and rest[0].nouns[0].form.startswith(_JOINT):
        return False  # `A와 합작법인 B를 세웠다`
    member = opened[_last_member(opened) :]
    own = _kinds(member[-1], kinds)
    if not own and any("Person" in _kinds(p, kinds) for p in member):
        own = {"Person"}  # `홍길동 책임연구원과`
    if not own:
        return not rest[0].predicate
    # What heads the next member is its last name: `A대와 스위스 기관 B를`.
    last: set[str | None] = set()
    for following in rest:
        if following.stem == "이" and following.mentions:
            last = _kinds(following, kinds)  # `참가사는 A와 B다`
        if following.predicate:
            break
        last = _kinds(following, kinds) or last
        if following.case not in ("", "gen"):
            break
    return bool(own & last)


def listed_before(opened: Sequence[Phrase], clauses: Sequence[Event], kinds: Kinds) -> list[Phrase]:
    """`A 회장과 [B에서 일하는] C 부사장이`: a person that the clause took along stands in a list; taken from it."""
    if not clauses or not _holds_person(opened, kinds):
        return []
    event = clauses[0]
    first = event.args[0] if len(event.args) > 1 else None
    if first is None or first.case != "with" or not _holds_person(first.phrases, kinds):
        return []
    event.args = event.args[1:]
    return first.phrases


def gapped(waiting: Sequence[NounPhrase], taken: Sequence[NounPhrase]) -> int:
    """How many waiting phrases, before a comma, are to a verb left out what those taken (last first) are to theirs.

    `A는 B에, C는 D에 투자했다`; `A는 [서울에 본사를,] 대전에 공장을 두었다`.
    """
    cases, size = [np.case for np in reversed(taken)], len(taken)
    alike = [np.case for np in waiting[-size:]] == cases and len(set(cases)) == size > 1
    return size if alike and waiting[-1].comma and waiting[-1].case not in ("time", "") else 0


def ungap(args: list[NounPhrase]) -> list[list[NounPhrase]]:
    """The arguments of each verb that is left out, and last those of the one that is there."""
    for size in range(len(args) // 2, 1, -1):
        rest, groups = args[:-size], [args[-size:]]
        while number := gapped(rest, groups[0][::-1]):
            rest, groups = rest[:-number], [rest[-number:], *groups]
        if len(groups) > 1:
            return [[*rest, *group] for group in groups]
    return [args]


def _last_member(phrases: Sequence[Phrase]) -> int:
    """Where the last member of a list begins."""
    return max((i + 1 for i, p in enumerate(phrases[:-1]) if p.case == "with" or p.comma), default=0)


def _kinds(phrase: Phrase, kinds: Kinds) -> set[str | None]:
    return {kinds.get(m.entity) for m in phrase.mentions}


def _holds_person(phrases: Sequence[Phrase], kinds: Kinds) -> bool:
    return any("Person" in _kinds(p, kinds) for p in phrases)
