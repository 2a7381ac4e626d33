"""Coordination: which nouns stand in one list, and clauses that leave out their verb."""

from __future__ import annotations

import itertools
from collections.abc import Container, Mapping, Sequence

from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import DOTS, Phrase

Kinds = Mapping[str, str]
_OPEN = ("", "gen", "conj")
_UNITS = frozenset("원 달러 유로 엔 위안 파운드 프랑 % 퍼센트 주".split())
_CLOSERS = ("등", "측", "등등")
_JOINT = ("합작", "조인트", "JV")


def split_list(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """The members of a list before its last one, and the last one."""
    cut = _last_member(phrases)
    return phrases[:cut], phrases[cut:]


def leads(opened: Sequence[Phrase], rest: Sequence[Phrase], kinds: Kinds, deputies: Container[str] = ()) -> bool:
    """Whether bare names are the topic of a headline: `A, B에 투자`, `A·B 손잡고`, but not `A, B, C 협약`.

    So are `홍길동 장관, B 방문` and, with one of the `deputies`, `A 대표단, B 방문`.
    """
    phrase = opened[-1]
    if phrase.case != "":
        return False
    if not phrase.mentions:
        words = "".join(t.form for t in phrase.nouns)
        named = opened[-2] if len(opened) > 1 and opened[-2].case == "" else phrase
        led = phrase.comma and ("Person" in _kinds(named, kinds) or (bool(named.mentions) and words in deputies))
        return led and bool(rest) and not rest[0].predicate and not _kinds(rest[0], kinds) & _kinds(named, kinds)
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
    if not own and len(member) > 1 and member[-1].words in _CLOSERS:
        own = _kinds(member[-2], kinds)  # `A, B 등과 컨소시엄을 꾸렸다`
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

    `A는 B에, C는 D에 투자했다`; `A는 [서울에 본사를,] 대전에 공장을 두었다`. Several may share what follows them all:
    `A는 B에, C는 D에 지사를 열었다`.
    """
    cases, size = [np.case for np in reversed(taken)], len(taken)
    alike = [np.case for np in waiting[-size:]] == cases and len(set(cases)) == size > 1
    return size if alike and waiting[-1].comma and waiting[-1].case not in ("time", "") else 0


def ungap(args: list[NounPhrase]) -> list[list[NounPhrase]]:
    """The arguments of each verb that is left out, and last those of the one that is there."""
    for shared in range(min(3, len(args) - 3)):
        own, tail = args[: len(args) - shared], args[len(args) - shared :]
        for size in range(len(own) // 2, 1, -1):
            rest, groups = own[:-size], [own[-size:]]
            while number := gapped(rest, groups[0][::-1]):
                rest, groups = rest[:-number], [rest[-number:], *groups]
            if len(groups) > 1 and not {np.case for np in groups[0]} & {np.case for np in tail}:
                return [[*rest, *group, *tail] for group in groups]
    return [args]


def left_out(phrase: Phrase, before: NounPhrase | None, rest: Sequence[Phrase]) -> bool:
    """Whether a bare sum is the object of a verb left out: `A에 [10억원,] B에 5억원을 투자했다`."""
    if before is None or not phrase.comma or phrase.mentions or not any(t.tag == "SN" for t in phrase.nouns):
        return False
    governed = next((p for p in rest if p.case not in _OPEN or p.predicate), None)
    alike = governed is not None and bool(governed.mentions) and governed.case == before.case
    return alike and phrase.nouns[-1].form in _UNITS and before.case not in ("time", "")


def adds(phrase: Phrase, before: NounPhrase, rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether a word adds what follows to the name before it: `A에 이어 B도`."""
    forms = [t.form for t in phrase.tokens if t.tag != "SP"]
    if forms not in (["이어"], ["잇", "어"]) or before.case != "to" or not rest:
        return False
    closing = before.phrases[-1]
    member = next((p for p in rest if p.mentions or p.predicate), rest[0])
    return closing.closing_name() is not None and bool(_kinds(closing, kinds) & _kinds(member, kinds))


def excepts(phrase: Phrase, opened: Sequence[Phrase], rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether a word adds what follows to the bare name before it: `A 외에 B도`."""
    if phrase.words not in ("외", "이외") or not opened or opened[-1].closing_name() is None:
        return False
    members = list(itertools.takewhile(lambda p: not p.predicate, rest))
    added = next((p for p in members if p.case not in _OPEN and p.case != "with"), None)
    also = added is not None and any(t.form == "도" and t.tag == "JX" for t in added.tokens)
    return also and bool(added and _kinds(opened[-1], kinds) & _kinds(added, kinds))


def _last_member(phrases: Sequence[Phrase]) -> int:
    """Where the last member of a list begins."""
    return max((i + 1 for i, p in enumerate(phrases[:-1]) if p.case == "with" or p.comma), default=0)


def _kinds(phrase: Phrase, kinds: Kinds) -> set[str | None]:
    return {kinds.get(m.entity) for m in phrase.mentions}


def _holds_person(phrases: Sequence[Phrase], kinds: Kinds) -> bool:
    return any("Person" in _kinds(p, kinds) for p in phrases)
