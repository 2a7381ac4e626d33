"""The words that lean on a title, and the persons and roles found so far in a text."""

from __future__ import annotations

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.people.bodies import Role
from biograph.extract.korean.people.offices import Offices
from biograph.extract.korean.people.surnames import asian_name, foreign_name, korean_name, korean_word
from biograph.extract.korean.words import Word
from biograph.model import Span

_REACH = 8  # words before a title that may hold a name and its body
_PAST = frozenset({"전", "前", "전임", "故", "고"})
_SUMS = ("등", "외", "씨")  # behind the last of several names
_LISTED = frozenset(["", *"교수 박사 씨 변호사 의원 연구원 전문의 회계사".split()])  # of whom several are named at once
_NOT_ROLE = frozenset({"현", "신임", "초대", "차기", "당시", "現", "겸", "및"})


class Persons:
    """What is known of persons while the titles of a text are read one by one."""

    def __init__(self, context: Context, known: list[Found]) -> None:
        self.context, self.known = context, known
        self.persons: list[Found] = []
        self.roles: list[Role] = []
        self.pending: list[tuple[int, Span, str]] = []  # offices in a sentence whose holder is still to come
        self.bodies = Offices(context, known)

    def _chain(self, word: Word) -> tuple[list[Word], bool, str]:
        """The words before a title that lean on it, first to last, and whether one of them says that it is past."""
        chain: list[Word] = []
        start, past, offices = word.span.start, False, [word.text]
        while len(chain) < _REACH and (before := self._word_before(start)) is not None:
            start = before.span.start
            if before.text in _PAST:
                past = True
            elif not chain and before.text in self.context.tables.titles and word.text in self.context.tables.titles:
                offices.insert(0, before.text)
            elif before.text not in _NOT_ROLE:
                chain.insert(0, before)
        return chain, past, " ".join(offices)

    def _word_before(self, start: int) -> Word | None:
        """The word that leans on the phrase from `start`; a name cut into noun and particle (박순/만) is made whole."""
        index = self.context.word_before(start)
        if index is not None:
            return self.context.words[index]
        words, at = self.context.words, self.context.by_start.get(start, 0) - 1
        if at < 0 or words[at].end + 1 != start or self.context.text[start - 1] != " ":
            return None
        word, whole = words[at], Span(words[at].span.start, words[at].end)
        inside = [t for t in word.tokens if t.span.end <= word.span.end]
        apart = any(t.tag == "NNP" for t in inside[:1]) or all(len(t.span) == 1 for t in inside)
        cut = len(whole) == 3 and len(word.text) in (1, 2) and bool(inside) and apart
        name = whole.of(self.context.text)
        if not cut or self.context.lexicon.named(word.text) or not korean_name(self.context, name):
            return None
        return Word(whole, word.end, name, word.tokens[:1], True, word.sentence)

    def _mistaken(self, title: Word, role: str) -> bool:
        """A name whose last syllable reads like a particle (배경/은 사장), behind a body."""
        index = self.context.by_start.get(title.span.start, 0) - 1
        word = self.context.words[max(0, index)]
        span = Span(word.span.start, word.end)
        if len(span) != 3 or word.end + 1 != title.span.start or len(word.text) != 2:
            return False
        body = self.bodies.before(span.start)
        named = korean_name(self.context, span.of(self.context.text))
        return body is not None and named and self._add(span, body, role)

    def _of_nameless(self, chain: list[Word]) -> Span | None:
        """`홍길동 협회 부회장`: the body is named by a common noun."""
        if len(chain) < 2 or chain[-1].text not in self.context.tables.heads:
            return None
        return chain[-2].span if korean_word(self.context, chain[-2], self.bodies.ends) else None

    def _country(self, word: Word) -> bool:
        return any(i.type == "Country" and i.span == word.span for i in self.bodies.ends.get(word.span.end, ()))

    def _past_modifiers(self, word: Word) -> int:
        """Where a title begins with the words that only qualify it: `가나협회 신임 회장 홍길동`."""
        start = word.span.start
        while (index := self.context.word_before(start)) is not None and self.context.words[index].text in _NOT_ROLE:
            start = self.context.words[index].span.start
        return start

    def _person_from(self, index: int, copula: bool) -> Span | None:
        """The name that begins at a word: one Korean word, or two or three foreign ones up to a particle."""
        words = self.context.words
        if not 0 < index < len(words):
            return None
        first = words[index]
        whole = len(first.text) == 3 or asian_name(self.context, first)
        listed = first.joined and index + 1 < len(words) and words[index + 1].text in _SUMS
        alone = whole and (not first.joined or copula or listed)
        if alone and korean_word(self.context, first, self.bodies.ends):
            return first.span
        end = index
        while end + 1 < len(words) and words[end].joined and end - index < 3:
            end += 1
        names = foreign_name(self.context, list(words[index : end + 1]), self.bodies.ends)
        if 1 < len(names) == end + 1 - index:
            return names[0].span.cover(names[-1].span)
        return None

    def _second(self, word: Word, person: Span) -> None:
        """`홍길동 가나바이오 대표(나라대 교수)`: another body and title in a bracket behind the title."""
        bracket = next((b for b in self.context.brackets.values() if b.start == word.span.end), None)
        last = max(
            (w for w in self.context.words if bracket and w.nominal and bracket.contains(w.span)),
            key=lambda w: w.span,
            default=None,
        )
        if bracket is None or last is None or last.text not in self.context.tables.titles:
            return
        chain, past, _ = self._chain(last)
        body = self.bodies.of_chain(chain) if chain else None
        if body and bracket.contains(body):
            self.roles.append(Role(person, body, f"전 {last.text}" if past else last.text))

    def _tied(self, start: int, role: str) -> int | None:
        """Where the name before one in a list ends: `홍길동·김철수 대표`, `홍길동, 김철수 교수`."""
        if self.context.text[start - 1 : start] == "·":
            return start - 1
        headline = self.context.sentences[0].span.contains(Span(start, start + 1))
        listed = self.context.text[start - 2 : start] == ", " and role in _LISTED and not headline
        return start - 2 if listed else None

    def _add(self, person: Span, body: Span | None, role: str) -> bool:
        if body and any(i.span == body and i.type in ("Region", "City") for i in self.bodies.ends.get(body.end, ())):
            self.bodies.new.append(Found(body, "GovernmentBody", "acting"))
        self.persons.append(Found(person, "Person", "title"))
        self.roles.append(Role(person, body, role))
        for sentence, other, office in self.pending:
            if self.context.sentences[sentence].span.contains(person):
                self.roles.append(Role(person, other, office))
        self.pending = []
        before = self._tied(person.start, role)
        if before is not None:
            index = self.context.by_end.get(before)
            if index is not None and korean_word(self.context, self.context.words[index], self.bodies.ends):
                self._add(self.context.words[index].span, body, role)
        return True
