"""Persons, known by the titles beside their names, and the bodies that they hold the titles in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.words import Word
from biograph.model import Span

_REACH = 8  # words before a title that may hold a name and its body
_PAST = frozenset({"전", "前", "전임", "故", "고"})
_NOT_ROLE = frozenset({"현", "신임", "초대", "차기", "당시", "現", "겸", "및"})
_NO_PERSON = frozenset({"기자", "위원회"})
NO_OFFICE = frozenset({"박사", "씨", "변호사", "전문의", "선수", "작가", "여사", "애널리스트"})  # no topic holds these
_BODIES = ORGANISATIONS | {"OrganizationalUnit", "Program", "Facility", "Cluster"}
_MEMBER = re.compile(
    r"(?: 소속(?:의|인)?|에 (?:재직|근무)(?: 중인|하는|중인)|에 몸담은|에서 (?:근무|일)(?:하는| 중인)) "
)
_AUTHORS = re.compile(r"[가-힣]{3}(?:[·,] ?[가-힣]{3})*")
_BRACKETED = re.compile(r"\([A-Z]{2,5}\) ")


@dataclass(frozen=True, slots=True)
class Role:
    """A person who holds a title, in the body named by a span (None where the text leaves it to the context)."""

    person: Span
    body: Span | None
    role: str


@dataclass(frozen=True)
class People:
    persons: tuple[Found, ...]
    bodies: tuple[Found, ...]
    roles: tuple[Role, ...]


def find(context: Context, known: Iterable[Found]) -> People:
    """The persons that titles give away; bodies known by nothing but a title; and who holds which title where."""
    return _Reader(context, list(known)).read()


def korean_name(context: Context, text: str, word: Word | None = None) -> bool:
    """Whether a word can be a Korean person's name: a surname and one or two syllables, and nothing else known."""
    if not re.fullmatch(r"[가-힣]{2,4}", text) or text in context.tables.generic or text in context.tables.titles:
        return False
    if text in context.tables.heads or (len(text) == 2 and text[1] in "모씨군양"):
        return False
    surname = text[:2] if text[:2] in context.tables.surnames and len(text) > 2 else text[0]
    if surname not in context.tables.surnames or len(text) - len(surname) > (3 if word is None else 2) + (
        len(text) == 4
    ):
        return False
    if context.lexicon.named(text):
        return False
    tags = [t.tag for t in word.tokens if t.span.end <= word.span.end] if word else []
    if len(tags) == 3 and tags[0] == "NNP" and len(text) == 3:
        return True  # taken apart into syllables: no word of the language
    if tags and all(tag in ("NNG", "NNB", "XSN", "XPN", "MM") for tag in tags):
        return len(tags) > 1 and len(text) == 3 and not context.tables.head_of(text)
    return len(text) > 2 or "NNP" in tags


def _common(word: Word) -> bool:
    """Whether a word is nothing but common nouns of the dictionary."""
    tags = [t.tag for t in word.tokens if t.span.end <= word.span.end]
    return bool(tags) and len(word.text) > 1 and all(tag in ("NNG", "NNB", "XSN", "NR", "MM") for tag in tags)


class _Reader:
    def __init__(self, context: Context, known: list[Found]) -> None:
        self.context, self.known = context, known
        self.persons: list[Found] = []
        self.bodies: list[Found] = []
        self.roles: list[Role] = []
        self.pending: list[tuple[int, Span, str]] = []  # offices in a sentence whose holder is still to come
        self.ends: dict[int, list[Found]] = {}
        for item in sorted(known, key=lambda k: -len(k.span)):
            self.ends.setdefault(item.span.end, []).append(item)

    def read(self) -> People:
        for index, word in enumerate(self.context.words):
            if word.nominal:
                self._title(index, word)
        self._brackets()
        self._beside()
        return People(tuple(self.persons), tuple(self.bodies), tuple(self.roles))

    def _title(self, index: int, word: Word) -> None:
        if word.text.endswith("씨") and korean_name(self.context, word.text[:-1]) and len(word.text) == 4:
            self._add(Span(word.span.start, word.span.end - 1), None, "")
            return
        read = self._split_title(word)
        if read is None:
            return
        role, fused = read
        after = self.context.words[index + 1] if index + 1 < len(self.context.words) else None
        if role in _NO_PERSON or (word.joined and after and after.text in self.context.tables.titles):
            return
        chain, past, offices = self._chain(word)
        role = offices if " " in offices else role
        role = f"전 {role}" if past else role
        if self._before(chain, fused, role, word) or self._after(index, word, fused, role):
            self._second(word, self.persons[-1].span)

    def _split_title(self, word: Word) -> tuple[str, Span | None] | None:
        """The role that a word ends in, and the body's name that it begins with (대전시/장, 한국바이오협회/장)."""
        text, titles = re.sub(r"(?<=[가-힣]{2})(?:팀|연구팀|측)$", "", word.text), self.context.tables.titles
        for cut in range(len(text)):
            title = text[cut:]
            if title not in titles:
                continue
            role, organisation = titles[title]
            if cut == 0:
                return role, None
            name = Span(word.span.start, word.span.start + cut + len(organisation))
            if organisation and self._is_body(name, organisation):
                return role, name
            for end in (word.span.start + cut, word.span.start + len(text) - 1):
                if any(i.span == Span(word.span.start, end) and i.type in _BODIES for i in self.ends.get(end, ())):
                    return role, Span(word.span.start, end)
            return text, None
        if text.endswith("장") and any(i.span.start == word.span.start for i in self.ends.get(word.span.end - 1, ())):
            return "원장" if text.endswith("원장") else text[-2:] if len(text) > 2 else text, Span(
                word.span.start, word.span.end - 1
            )
        return None

    def _is_body(self, span: Span, organisation: str) -> bool:
        if any(item.span == span and item.type in _BODIES for item in self.ends.get(span.end, ())):
            return True
        stem = span.of(self.context.text)[: -len(organisation)]
        places = any(
            e.type in ("City", "Region")
            for size in range(2, len(stem) + 1)
            for e in self.context.lexicon.named(stem[:size])
        )
        if organisation in ("시", "군", "도", "구청"):
            ok = any(
                e.type in ("City", "Region")
                for e in (*self.context.lexicon.named(stem), *self.context.lexicon.named(stem + organisation))
            )
            kind = "GovernmentBody"
        else:
            ok = places or self.context.proper(Span(span.start, span.end - len(organisation)))
            rows = self.context.tables.heads.get(organisation, ())
            kind = rows[0].type if rows else "Company"
        if ok and len(stem) > 1:
            item = Found(span, kind, "title.fused")
            self.bodies.append(item)
            self.ends.setdefault(span.end, []).append(item)
        return ok and len(stem) > 1

    def _chain(self, word: Word) -> tuple[list[Word], bool, str]:
        """The words before a title that lean on it, first to last, and whether one of them says that it is past."""
        chain: list[Word] = []
        start, past, offices = word.span.start, False, [word.text]
        while len(chain) < _REACH and (before := self._word_before(start)) is not None:
            start = before.span.start
            if before.text in _PAST and len(before.text) == 1:
                past = True
            elif not chain and before.text in self.context.tables.titles and word.text in self.context.tables.titles:
                offices.insert(0, before.text)
            elif before.text not in _NOT_ROLE:
                chain.insert(0, before)
        return chain, past, " ".join(offices)

    def _before(self, chain: list[Word], fused: Span | None, role: str, title: Word) -> bool:
        """`홍길동 회장`, `홍길동 가나바이오 회장`, `가나바이오 홍길동 회장`, `켄 터너 MLSC 대표`."""
        if not chain:
            return fused is None and self._mistaken(title, role)
        last = chain[-1]
        if self._korean(last) and fused is None:
            body = self._body_ending(self.context.before(last.span.start)) or self._genitive(last.span.start)
            return self._add(last.span, body, role)
        body = self._owned(chain, fused) or fused or self._body_of(chain)
        if body is not None:
            behind = self._foreign([w for w in chain if w.span.start >= body.end])
            if len(behind) > 1 and fused is None:
                return self._add(behind[0].span.cover(behind[-1].span), body, role)
            return self._named_before(chain, body, role)
        if fused is None and (unknown := self._unknown_body(chain)) is not None:
            return self._add(chain[unknown].span, self._new_body(chain[unknown + 1 :]), role)
        names = self._foreign(chain)
        if names and len(names) >= 2:
            return self._add(names[0].span.cover(names[-1].span), self._genitive(names[0].span.start), role)
        return False

    def _word_before(self, start: int) -> Word | None:
        """The word that leans on the phrase from `start`; a name cut into noun and particle (박순/만) is made whole."""
        index = self.context.word_before(start)
        if index is not None:
            return self.context.words[index]
        words, at = self.context.words, self.context.by_start.get(start, 0) - 1
        if at < 0 or words[at].end + 1 != start or self.context.text[start - 1] != " ":
            return None
        word, whole = words[at], Span(words[at].span.start, words[at].end)
        cut = len(whole) == 3 and len(word.text) == 2 and any(t.tag == "NNP" for t in word.tokens[:1])
        name = whole.of(self.context.text)
        if not cut or self.context.lexicon.named(word.text) or not korean_name(self.context, name):
            return None
        return Word(whole, word.end, name, word.tokens[:1], True, word.sentence)

    def _owned(self, chain: list[Word], fused: Span | None) -> Span | None:
        """The unit in a fused title together with the body before it: `KHIDI 미국지사/장`."""
        owner = self._body_ending(chain[-1].span.end) if fused else None
        if fused is None or owner is None:
            return None
        unit = owner.cover(fused)
        if not any(i.span == unit for i in self.ends.get(unit.end, ())):
            self.bodies.append(Found(unit, "OrganizationalUnit", "title.unit", open=True, owner=owner))
        return unit

    def _mistaken(self, title: Word, role: str) -> bool:
        """A name whose last syllable reads like a particle (배경/은 사장), behind a body."""
        index = self.context.by_start.get(title.span.start, 0) - 1
        word = self.context.words[max(0, index)]
        span = Span(word.span.start, word.end)
        if len(span) != 3 or word.end + 1 != title.span.start or len(word.text) != 2:
            return False
        body = self._body_ending(self.context.before(span.start)) or self._genitive(span.start)
        named = korean_name(self.context, span.of(self.context.text))
        return body is not None and named and self._add(span, body, role)

    def _korean(self, word: Word) -> bool:
        before = self.context.word_before(word.span.start)
        if len(word.text) != 3 and before is not None:
            first = self.context.words[before]
            known = self.ends.get(first.span.end) or first.text in self.context.tables.titles
            if not known and self.context.proper(first.span):
                return False  # the second half of a foreigner's name: 케빈 오설리번
        return korean_name(self.context, word.text, word) and not self.ends.get(word.span.end)

    def _body_ending(self, end: int | None) -> Span | None:
        if end is None:
            return None
        return next((i.span for i in self.ends.get(end, ()) if i.type in _BODIES), None)

    def _genitive(self, start: int) -> Span | None:
        if self.context.text[max(0, start - 2) : start] == "의 ":
            return self._body_ending(start - 2)
        return None

    def _body_of(self, chain: list[Word]) -> Span | None:
        """The named body nearest the title, with nothing but modifiers of the title (상근, 수석) behind it."""
        for word in reversed(chain[-3:]):
            if body := self._body_ending(word.span.end):
                return body
            places = [i for i in self.ends.get(word.span.end, ()) if i.type in ("Region", "City", "Country")]
            if places and word is chain[-1] and len(chain) > 1:
                return max((i.span for i in places), key=len)
        return None

    def _named_before(self, chain: list[Word], body: Span, role: str) -> bool:
        words = [w for w in chain if w.span.end <= body.start]
        if not words:
            return False
        if self._korean(words[-1]):
            return self._add(words[-1].span, body, role)
        names = self._foreign(words, sure=len(words) == 2)
        return bool(names) and len(names) > 1 and self._add(names[0].span.cover(names[-1].span), body, role)

    def _unknown_body(self, chain: list[Word]) -> int | None:
        """Where a Korean name stands with one to three words of an unknown body behind it."""
        for index in range(max(0, len(chain) - 4), len(chain) - 1):
            if self._korean(chain[index]):
                rest = chain[index + 1 :]
                if len(rest[-1].text) > 1 and not all(w.text in self.context.tables.generic for w in rest):
                    return index
        return None

    def _new_body(self, words: list[Word]) -> Span:
        span = words[0].span.cover(words[-1].span)
        heads = self.context.tables.head_of(words[-1].text)
        kind = next((h.type for h in heads if h.kind != "unit"), "Company")
        self.bodies.append(Found(span, kind, "title.body"))
        return span

    def _foreign(self, words: list[Word], sure: bool = False) -> list[Word]:
        """The last two to four words, when they can be a foreigner's name; `sure` when nothing else precedes."""
        names: list[Word] = []
        for word in reversed(words[-4:]):
            if not re.fullmatch(r"[가-힣]{1,7}|[A-Z][a-zA-Z.\-]*", word.text) or self.ends.get(word.span.end):
                break
            if word.text in self.context.tables.generic or word.text in self.context.tables.titles:
                break
            if self.context.tables.cues.get(("before", word.text)) or (not sure and _common(word)):
                break
            names.insert(0, word)
        proper = any(t.tag in ("NNP", "SL") for w in names for t in w.tokens)
        return names if proper or sure else []

    def _after(self, index: int, word: Word, fused: Span | None, role: str) -> bool:
        """`가나바이오 회장 홍길동`, `가나협회장인 홍길동`."""
        tail = self.context.text[word.span.end : word.end]
        bracket = _BRACKETED.match(self.context.text, word.end)
        copula = tail in ("인", "이자", "이면서")
        if not (word.joined or copula or bracket):
            return False
        person = self._person_from(index + 1 if not bracket else self.context.by_start.get(bracket.end(), -1), copula)
        body = fused or self._body_ending(self.context.before(word.span.start)) or self._genitive(word.span.start)
        if person is None and copula and body is not None:
            self.pending.append((word.sentence, body, role))
        return person is not None and (body is not None or copula) and self._add(person, body, role)

    def _person_from(self, index: int, copula: bool) -> Span | None:
        """The name that begins at a word: one Korean word, or two or three foreign ones up to a particle."""
        words = self.context.words
        if not 0 < index < len(words):
            return None
        if self._korean(words[index]) and len(words[index].text) == 3 and (not words[index].joined or copula):
            return words[index].span
        end = index
        while end + 1 < len(words) and words[end].joined and end - index < 3:
            end += 1
        names = self._foreign(list(words[index : end + 1]))
        if 1 < len(names) == end + 1 - index:
            return names[0].span.cover(names[-1].span)
        return None

    def _second(self, word: Word, person: Span) -> None:
        """`홍길동 가나바이오 대표(나라대 교수)`: another body and title in a bracket behind the title."""
        bracket = next((b for b in self.context.brackets.values() if b.start == word.span.end), None)
        last = max(
            (w for w in self.context.words if bracket and bracket.contains(w.span)), key=lambda w: w.span, default=None
        )
        if bracket is None or last is None or last.text not in self.context.tables.titles:
            return
        chain, past, _ = self._chain(last)
        body = self._body_of(chain) if chain else None
        if body and bracket.contains(body):
            self.roles.append(Role(person, body, f"전 {last.text}" if past else last.text))

    def _beside(self) -> None:
        """`홍길동(나라대 교수)`, `홍길동 박사(나라대)`, `나라대 소속 홍길동`: a body without a title between."""
        for bracket in self.context.brackets.values():
            index = self.context.by_end.get(bracket.start)
            body = next((i for i in self.known if i.type in _BODIES and i.span.start == bracket.start + 1), None)
            if index is None or body is None:
                continue
            rest = self.context.text[body.span.end : bracket.end - 1].strip()
            words = rest.split()
            if words and words[-1] not in self.context.tables.titles:
                continue
            role = words[-1] if words else ""
            person = next((p for p in self.persons if bracket.start - 6 < p.span.end <= bracket.start), None)
            if person is not None and self.context.words[index].text in NO_OFFICE:
                self.roles.append(Role(person.span, body.span, role or self.context.words[index].text))
            elif words and self._korean(self.context.words[index]):
                self._add(self.context.words[index].span, body.span, role)
        for item in self.known:
            match = _MEMBER.match(self.context.text, item.span.end)
            index = self.context.by_start.get(match.end(), -1) if match and item.type in _BODIES else -1
            if index >= 0 and self._korean(self.context.words[index]) and len(self.context.words[index].text) == 3:
                self._add(self.context.words[index].span, item.span, "")

    def _brackets(self) -> None:
        """`가나협회(회장 홍길동)`."""
        for bracket in self.context.brackets.values():
            inner = Span(bracket.start + 1, bracket.end - 1)
            if (
                _AUTHORS.fullmatch(inner.of(self.context.text))
                and self.context.text[bracket.start - 1] in "'’」』》\"”"
            ):
                for name in re.finditer(r"[가-힣]{3}", inner.of(self.context.text)):
                    if korean_name(self.context, name.group()):
                        self.persons.append(
                            Found(Span(inner.start + name.start(), inner.start + name.end()), "Person", "author")
                        )
            for match in re.finditer(
                r"(?:^|[,;·] ?)([가-힣A-Z]{2,10}) ([가-힣]{3}(?:[·,] ?[가-힣]{3})*)(?=$|[,;])",
                inner.of(self.context.text),
            ):
                title, names = match.group(1), match.group(2)
                body = self._body_ending(bracket.start)
                unit = self.context.tables.head_of(title)
                if title not in self.context.tables.titles:
                    if not (unit and unit[0].kind == "unit"):
                        continue
                    body = Span(inner.start + match.start(1), inner.start + match.end(1))
                    if all(korean_name(self.context, n) for n in re.findall(r"[가-힣]{3}", names)):
                        self.bodies.append(Found(body, "OrganizationalUnit", "title.unit"))
                for name in re.finditer(r"[가-힣]{3}", names):
                    start = inner.start + match.start(2) + name.start()
                    if korean_name(self.context, name.group()):
                        role = self.context.tables.titles.get(title, ("", ""))[0]
                        self._add(Span(start, start + 3), body, role)

    def _add(self, person: Span, body: Span | None, role: str) -> bool:
        if body and any(i.span == body and i.type in ("Region", "City") for i in self.ends.get(body.end, ())):
            self.bodies.append(Found(body, "GovernmentBody", "acting"))
        self.persons.append(Found(person, "Person", "title"))
        self.roles.append(Role(person, body, role))
        for sentence, other, office in self.pending:
            if self.context.sentences[sentence].span.contains(person):
                self.roles.append(Role(person, other, office))
        self.pending = []
        if self.context.text[person.start - 1 : person.start] == "·":
            index = self.context.by_end.get(person.start - 1)
            if index is not None and self._korean(self.context.words[index]):
                self._add(self.context.words[index].span, body, role)
        return True
