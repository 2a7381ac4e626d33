"""The bodies that titles are held in: named before a title, written as one word with it, or known by it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.words import Word
from biograph.model import Span

BODIES = ORGANISATIONS | {"OrganizationalUnit", "Program", "Facility", "Cluster"}


_DEPARTMENTS = ("학과", "내과", "외과", "인과", "년과", "의학과", "신경과", "병리과", "안과", "학부", "교실")
_OFFICERS = ("대표", "대표이사", "사장", "부사장", "CEO", "CTO", "CFO", "최고경영자")
PUBLIC = re.compile(r"[가-힣]{2,}(?:부|청|처|위원회|정부)")
_PUBLIC = frozenset("Association ResearchInstitute Hospital University GovernmentBody".split())
_MODIFIER = 4  # syllables before its class noun that make a name of a word in which an officer serves
_TOPIC = re.compile(r"(?: ?\([^()]*\))?(?:은|는|이|가)(?![가-힣])")
NO_OFFICE = frozenset({"박사", "씨", "변호사", "전문의", "선수", "작가", "여사", "애널리스트"})  # no topic holds these


@dataclass(frozen=True, slots=True)
class Role:
    """A person who holds a title, in the body named by a span (None where the text leaves it to the context)."""

    person: Span
    body: Span | None
    role: str


class Bodies:
    """Names that can hold an office, by where they end; `new` are those that only a title gives away."""

    def __init__(self, context: Context, known: Iterable[Found]) -> None:
        self.context = context
        self.new: list[Found] = []
        self.ends: dict[int, list[Found]] = {}
        for item in sorted(known, key=lambda k: -len(k.span)):
            self.ends.setdefault(item.span.end, []).append(item)

    def ending(self, end: int | None) -> Span | None:
        if end is None:
            return None
        return next((i.span for i in self.ends.get(end, ()) if i.type in BODIES), None)

    def before(self, start: int) -> Span | None:
        """The body just before a place: `가나바이오 …`, `가나바이오의 …`."""
        end = self.context.before(start)
        return self.ending(end) or self.genitive(start) or self._local(end)

    def _local(self, end: int | None) -> Span | None:
        """A town or province in its full form: `가나시 홍길동 실장`."""
        items = self.ends.get(end, ()) if end is not None else ()
        return next(
            (
                i.span
                for i in items
                if i.type in ("Region", "City") and i.span.of(self.context.text).endswith(("시", "도"))
            ),
            None,
        )

    def genitive(self, start: int) -> Span | None:
        if self.context.text[max(0, start - 2) : start] == "의 ":
            bracket = self.context.brackets.get(start - 2)  # 가나협회(KBA)의
            return self.ending(bracket.start if bracket else start - 2)
        return None

    def adopted(self, unit: Span, owner: Span) -> Span:
        """The unit of a fused title, with the body before the person as its owner: `가나바이오 홍길동 R&D센터/장`."""
        self.new = [
            replace(i, owner=owner) if i.span == unit and i.type == "OrganizationalUnit" else i for i in self.new
        ]
        return unit

    def of_chain(self, chain: Sequence[Word]) -> Span | None:
        """The named body nearest the title, with nothing but modifiers of the title (상근, 수석) behind it."""
        for word in reversed(chain[-3:]):
            if body := self.ending(word.span.end):
                return body
            places = [i for i in self.ends.get(word.span.end, ()) if i.type in ("Region", "City", "Country")]
            if places and word is chain[-1] and len(chain) > 1:
                return max((i.span for i in places), key=len)
        return None

    def owned(self, chain: Sequence[Word], fused: Span | None) -> Span | None:
        """The unit in a fused title together with the body before it: `KHIDI 미국지사/장`."""
        end = chain[-1].span.end
        owner = (self.ending(end) or self._local(end)) if fused else None
        if fused is None or owner is None:
            return None
        unit = owner.cover(fused)
        self.new = [i for i in self.new if i.span != fused]
        if any(i.span == owner and i.type in ("Region", "City") for i in self.ends.get(owner.end, ())):
            self.new.append(Found(owner, "GovernmentBody", "acting"))
        if not any(i.span == unit for i in self.ends.get(unit.end, ())):
            self.new.append(Found(unit, "OrganizationalUnit", "title.unit", open=True, owner=owner))
        return unit

    def department(self, start: int) -> Span | None:
        """The department that stands alone before a person: `신장내과 홍길동 교수`."""
        index = self.context.word_before(start)
        word = self.context.words[index] if index is not None else None
        if word is None or len(word.text) < 3 or not word.text.endswith(_DEPARTMENTS):
            return None
        return self.unknown([word]) if not self.context.generic(word.text) else None

    def unheard(self, start: int, role: str) -> Span | None:
        """An unknown proper noun before an officer: `가나셀의 홍길동 대표`, `생체신호연구소의 홍길동 소장`.

        Before a company's officer it is a company, where the word is coined or the text names it more than once.
        """
        word = self._owning(start)
        if word is None or not re.fullmatch(r"[가-힣A-Za-z]{3,}", word.text) or word.text in self.context.tables.titles:
            return None
        if self.context.generic(word.text) or self.context.lexicon.named(word.text):
            return None
        heads = [h for h in self.context.tables.head_of(word.text) if h.kind == "name" and h.type in _PUBLIC]
        if heads and len(word.text) - len(heads[0].text) >= _MODIFIER:
            return self.unknown([word])
        named = self.context.proper(word.span) and word.text not in self.context.tables.given
        if not role.endswith(_OFFICERS) or not named or word.span.end in self.ends:
            return None
        coined = self.context.tables.foreign(word.text) and not self.context.tables.head_of(word.text)
        return self.unknown([word]) if coined or self._repeated(word) else None

    def _owning(self, start: int) -> Word | None:
        """The word before a place, with or without a genitive."""
        index = self.context.word_before(start)
        if index is None and self.context.text[max(0, start - 2) : start] == "의 ":
            index = self.context.by_end.get(start - 2)
        return self.context.words[index] if index is not None else None

    def _repeated(self, word: Word) -> bool:
        return sum(w.text == word.text for w in self.context.words) > 1

    def host(self, span: Span) -> Span | None:
        """The hospital or university that the sentence is about: its departments are named alone."""
        start = max((s.span.start for s in self.context.sentences if s.span.contains(span)), default=span.start)
        for end in sorted(self.ends):
            if start < end < span.start and _TOPIC.match(self.context.text, end):
                return next((i.span for i in self.ends[end] if i.type in ("Hospital", "University")), None)
        return None

    def unknown(self, words: Sequence[Word]) -> Span:
        """The span of an unknown body before a title: a department where its last word says so, else a company."""
        span = words[0].span.cover(words[-1].span)
        heads = self.context.tables.head_of(words[-1].text)
        if heads and all(h.kind == "unit" for h in heads):
            self.new.append(Found(span, "OrganizationalUnit", "title.unit", owner=self.host(span)))
            return span
        kind = next((h.type for h in heads if h.kind != "unit" and h.type in BODIES | {"Event"}), "Company")
        kind = "GovernmentBody" if not heads and PUBLIC.fullmatch(words[-1].text) else kind
        kind = "Association" if kind == "Event" else kind  # who chairs a forum chairs those behind it
        self.new.append(Found(span, kind, "title.body"))
        return span
