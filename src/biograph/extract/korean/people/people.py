"""Persons, known by the titles beside their names, and the bodies that they hold the titles in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.people import beside, introduced
from biograph.extract.korean.people.bodies import PUBLIC, Role
from biograph.extract.korean.people.persons import Persons
from biograph.extract.korean.people.surnames import foreign_name, foreigner, korean_name, korean_word
from biograph.extract.korean.words import Word
from biograph.model import Span

_NO_PERSON = frozenset({"기자", "위원회"})
_BRACKETED = re.compile(r"\([A-Z]{2,5}\) ")


_PAST = ("이던", "였던", "이었던")
_VERB = re.compile(r"하[고는며여지던]|[한할합해했](?![가-힣]*장)")  # `경영을 총괄한다`
_BULLETS = ("▲", "△", "▷", "◇", "◆", "■", "□", "●", "◦")


@dataclass(frozen=True)
class People:
    persons: tuple[Found, ...]
    bodies: tuple[Found, ...]
    roles: tuple[Role, ...]


def find(context: Context, known: Iterable[Found]) -> People:
    """The persons that titles give away; bodies known by nothing but a title; and who holds which title where."""
    return _Reader(context, list(known)).read()


class _Reader(Persons):
    def read(self) -> People:
        for index, word in enumerate(self.context.words):
            if word.nominal:
                self._title(index, word)
        for role in beside.holders(self.context, self.bodies):
            self._add(role.person, role.body, role.role)
        for role in list(beside.members(self.context, self.bodies, self.known, self.roles)):
            self._add(role.person, role.body, role.role)
        for role in beside.summed(self.context, self.bodies):
            self._add(role.person, None, role.role)
        for role in introduced.find(self.context, self.bodies, self.persons):
            self._add(role.person, role.body, role.role)
        return People(tuple(self.persons), tuple(self.bodies.new), tuple(self.roles))

    def _title(self, index: int, word: Word) -> None:
        if word.text.endswith("씨") and korean_name(self.context, word.text[:-1]) and len(word.text) == 4:
            self._add(Span(word.span.start, word.span.end - 1), None, "")
            return
        read = self.bodies.split_title(word)
        if read is None or _VERB.match(self.context.text, word.span.end):
            return
        role, fused = read
        after = self.context.words[index + 1] if index + 1 < len(self.context.words) else None
        if role in _NO_PERSON or (word.joined and after and after.text in self.context.tables.titles):
            return
        chain, past, offices = self._chain(word)
        if chain and chain[-1].text in self.context.tables.kin:
            chain = chain[-1:]
        fused = fused or self.bodies.titled_unit(word, chain)
        role = offices if " " in offices else role
        role = f"전 {role}" if past else role
        if self._before(chain, fused, role, word) or self._after(index, word, fused, role, chain):
            self._second(word, self.persons[-1].span)

    def _before(self, chain: list[Word], fused: Span | None, role: str, title: Word) -> bool:
        """`홍길동 회장`, `홍길동 가나바이오 회장`, `가나바이오 홍길동 회장`, `켄 터너 MLSC 대표`."""
        if not chain:
            return fused is None and self._mistaken(title, role)
        if fused is None and self._foreign(chain, role):
            return True
        last = chain[-1]
        if korean_word(self.context, last, self.bodies.ends) and fused is None:
            start = last.span.start
            body = self.bodies.before(start) or self.bodies.department(start) or self.bodies.unheard(start, role)
            return self._add(last.span, body, role)
        owner = self.bodies.before(last.span.start)
        if fused is not None and owner is not None and korean_word(self.context, last, self.bodies.ends):
            return self._add(last.span, self.bodies.adopted(fused, owner), role)
        if fused is None and len(chain) > 1 and self._of_unit(chain, role):
            return True
        body = self.bodies.owned(chain, fused) or fused or self.bodies.of_chain(chain)
        if body is not None:
            behind = foreign_name(self.context, [w for w in chain if w.span.start >= body.end], self.bodies.ends)
            if len(behind) > 1 and fused is None:
                return self._add(behind[0].span.cover(behind[-1].span), body, role)
            return self._named_before(chain, body, role)
        if fused is None and (unknown := self._unknown_body(chain)) is not None:
            return self._add(chain[unknown].span, self.bodies.unknown(chain[unknown + 1 :]), role)
        if fused is None and (alone := self._of_nameless(chain)) is not None:
            return self._add(alone, None, role)
        if fused is None and self._foreign_of(chain, role):
            return True
        names = foreign_name(self.context, chain, self.bodies.ends)
        if names and len(names) >= 2:
            return self._add(names[0].span.cover(names[-1].span), self.bodies.genitive(names[0].span.start), role)
        return False

    def _of_unit(self, chain: list[Word], role: str) -> bool:
        """`가나바이오 홍길동 해외사업본부 이사`: a unit between a person of a body and the title."""
        person, unit = chain[-2:]
        heads = self.context.tables.head_of(unit.text)
        owner = self.bodies.before(person.span.start)
        named = korean_word(self.context, person, self.bodies.ends)
        if owner is None or not named or not heads or heads[0].kind != "unit" or len(unit.text) < 4:
            return False
        self.bodies.new.append(Found(unit.span, "OrganizationalUnit", "title.unit", owner=owner))
        return self._add(person.span, unit.span, role)

    def _named_before(self, chain: list[Word], body: Span, role: str) -> bool:
        words = [w for w in chain if w.span.end <= body.start]
        while words and self._country(words[-1]):  # 홍길동 일본 나라대 교수
            words.pop()
        if not words:
            return False
        given = [i for i, w in enumerate(words) if w.text in self.context.tables.given]
        if len(words) > 2 and given and foreigner(self.context, words, given[0]) == len(words) - 1:
            return self._add(words[given[0]].span.cover(words[-1].span), body, role)
        if len(words) > 2 and words[-3].text in self.context.tables.given:
            whole = self.bodies.unknown([words[-1], next(w for w in reversed(chain) if w.span.end == body.end)])
            return self._add(words[-3].span.cover(words[-2].span), whole, role)
        if korean_word(self.context, words[-1], self.bodies.ends):
            return self._add(words[-1].span, body, role)
        names = foreign_name(self.context, words, self.bodies.ends, sure=len(words) == 2)
        return bool(names) and len(names) > 1 and self._add(names[0].span.cover(names[-1].span), body, role)

    def _foreign(self, chain: list[Word], role: str) -> bool:
        """`가나바이오의 마르크 뒤퐁 대표`, `마르크 뒤퐁 가나 대표`: told by the given name, whatever else is known."""
        given = self.context.tables.given
        at = next((i for i, w in enumerate(chain[-4:], max(0, len(chain) - 4)) if w.text in given), None)
        last = foreigner(self.context, chain, at) if at is not None else None
        if at is None or last is None:
            return False
        name, rest = chain[at].span.cover(chain[last].span), chain[last + 1 :]
        if not rest:
            return self._add(name, self.bodies.before(name.start), role)
        if any(w.span.end in self.bodies.ends for w in rest):
            return False
        if all(w.text in self.context.tables.generic for w in rest):
            return self._add(name, None, role)
        return self._add(name, self.bodies.unknown(rest), role)

    def _foreign_of(self, chain: list[Word], role: str) -> bool:
        """`누르잔 알리모바 나라부 장관`: two or three unknown words, then an unknown body of one or two."""
        for size in (1, 2):
            rest = chain[-size:]
            names = foreign_name(self.context, chain[:-size], self.bodies.ends)
            known = any(w.span.end in self.bodies.ends or self.context.generic(w.text) for w in rest)
            if 1 < len(names) < 4 and not known:
                foreign = all(self.context.tables.foreign(w.text) for w in names)
                if foreign and (self.context.tables.head_of(rest[-1].text) or PUBLIC.fullmatch(rest[-1].text)):
                    return self._add(names[0].span.cover(names[-1].span), self.bodies.unknown(rest), role)
        return False

    def _unknown_body(self, chain: list[Word]) -> int | None:
        """Where a Korean name stands with one to three words of an unknown body behind it."""
        for index in range(max(0, len(chain) - 4), len(chain) - 1):
            given = chain[index].text in self.context.tables.given
            if not given and korean_word(self.context, chain[index], self.bodies.ends):
                rest = chain[index + 1 :]
                short = len(rest) == 1 and len(rest[0].text) < 3 and not rest[0].text.isupper()
                if (
                    not short
                    and len(rest[-1].text) > 1
                    and not all(w.text in self.context.tables.generic for w in rest)
                ):
                    return index
        return None

    def _after(self, index: int, word: Word, fused: Span | None, role: str, chain: list[Word]) -> bool:
        """`가나바이오 회장 홍길동`, `가나협회장인 홍길동`."""
        tail = self.context.text[word.span.end : word.end]
        bracket = _BRACKETED.match(self.context.text, word.end)
        copula = tail in ("인", "이자", "이면서", *_PAST)
        role = f"전 {role}" if tail in _PAST and not role.startswith("전 ") else role
        if not (word.joined or copula or bracket):
            return False
        person = self._person_from(index + 1 if not bracket else self.context.by_start.get(bracket.end(), -1), copula)
        body = self.bodies.owned(chain, fused) if chain and fused else None
        start = self._past_modifiers(word)
        body = body or fused or self.bodies.before(start) or (person and self.bodies.unheard(start, role))
        if person is None and copula and tail not in _PAST and body is not None:
            self.pending.append((word.sentence, body, role))
        noted = self.context.text[: word.span.start].rstrip().endswith(_BULLETS)
        if noted and body is None:
            body = beside.noticing(self.context, self.known)
        return (
            person is not None
            and (body is not None or copula or noted or bool(bracket))
            and self._add(person, body, role)
        )
