"""The bodies that titles are held in: named before a title, written as one word with it, or known by it alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found, Head
from biograph.extract.korean.surnames import korean_word
from biograph.extract.korean.words import Word
from biograph.model import Span

BODIES = ORGANISATIONS | {"OrganizationalUnit", "Program", "Facility", "Cluster"}


# In companies, `전략실장` is a title; public bodies and hospitals name their parts.
_WITH_UNITS = ORGANISATIONS - {"Company", "Investor", "MediaOutlet"}
_DEPARTMENTS = ("학과", "내과", "외과", "인과", "년과", "의학과", "신경과", "병리과", "안과", "학부", "교실")
_OFFICERS = ("대표", "대표이사", "사장", "부사장", "CEO", "CTO", "CFO", "최고경영자")
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
            return self.ending(start - 2)
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

    def titled_unit(self, word: Word, chain: Sequence[Word]) -> Span | None:
        """The unit that a title heads, behind its body or its body's person: `가나바이오 신약개발본부/장`."""
        if not chain or word.text in self.context.tables.titles:
            return None
        head = next((h for h in self._heads_of_title(word.text) if h.kind == "unit"), None)
        if head is None or len(word.text) - 1 - len(head.text) < 2:
            return None
        if not self._organised(chain[-1]):
            return None
        span = Span(word.span.start, word.span.start + len(word.text) - 1)
        self.new.append(Found(span, "OrganizationalUnit", "title.unit"))
        return span

    def _heads_of_title(self, text: str) -> Sequence[Head]:
        organisation = next(
            (
                self.context.tables.titles[text[i:]][1]
                for i in range(1, len(text))
                if text[i:] in self.context.tables.titles
            ),
            "",
        )
        return (
            self.context.tables.heads.get(organisation, ())
            if organisation and text.endswith(organisation + "장")
            else ()
        )

    def _organised(self, word: Word) -> bool:
        """Whether a word ends a body's name, or is a person just behind one."""
        body = self.ending(word.span.end)
        if body is None and self._local(word.span.end):
            return True
        if body is None and korean_word(self.context, word, self.ends):
            body = self.before(word.span.start)
        kinds = {i.type for i in self.ends.get(body.end, ()) if i.span == body} if body else set()
        return bool(kinds & _WITH_UNITS)

    def department(self, start: int) -> Span | None:
        """The department that stands alone before a person: `신장내과 홍길동 교수`."""
        index = self.context.word_before(start)
        word = self.context.words[index] if index is not None else None
        if word is None or len(word.text) < 3 or not word.text.endswith(_DEPARTMENTS):
            return None
        return self.unknown([word]) if not self.context.generic(word.text) else None

    def repeated(self, start: int, role: str) -> Span | None:
        """An unknown proper noun before a company's officer that the text names more than once: a company."""
        index = self.context.word_before(start) if role.endswith(_OFFICERS) else None
        word = self.context.words[index] if index is not None else None
        if word is None or not re.fullmatch(r"[가-힣A-Za-z]{3,}", word.text) or not self.context.proper(word.span):
            return None
        known = self.context.generic(word.text) or word.text in self.context.tables.titles
        known = known or bool(self.context.lexicon.named(word.text)) or word.text in self.context.tables.given
        places = [w for w in self.context.words if w.text == word.text]
        return self.unknown([word]) if not known and len(places) > 1 else None

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
        kind = next((h.type for h in heads if h.kind != "unit"), "Company")
        kind = "Association" if kind == "Event" else kind  # who chairs a forum chairs those behind it
        self.new.append(Found(span, kind, "title.body"))
        return span

    def split_title(self, word: Word) -> tuple[str, Span | None] | None:
        """The role that a word ends in, and the body's name that it begins with (대전시/장, 한국바이오협회/장)."""
        text, titles = re.sub(r"(?<=[가-힣]{2})(?:팀|연구팀|측)$", "", word.text), self.context.tables.titles
        if governed := self._province(word, text):
            return "지사", governed
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
                if any(i.span == Span(word.span.start, end) and i.type in BODIES for i in self.ends.get(end, ())):
                    return role, Span(word.span.start, end)
            return text, None
        if text.endswith("장") and any(i.span.start == word.span.start for i in self.ends.get(word.span.end - 1, ())):
            return "원장" if text.endswith("원장") else text[-2:] if len(text) > 2 else text, Span(
                word.span.start, word.span.end - 1
            )
        return None

    def _province(self, word: Word, text: str) -> Span | None:
        """The province of a governor (충북/지사); elsewhere 지사 is a branch."""
        stem = text.removesuffix("지사")
        regions = [e for e in self.context.lexicon.named(stem) if e.type == "Region" and e.inside == "한국"]
        if stem == text or not regions:
            return None
        span = Span(word.span.start, word.span.start + len(stem))
        self.ends.setdefault(span.end, []).append(Found(span, "Region", "title.fused"))
        return span

    def _is_body(self, span: Span, organisation: str) -> bool:
        if any(item.span == span and item.type in BODIES for item in self.ends.get(span.end, ())):
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
            rows = self.context.tables.heads.get(organisation, ())
            unit = bool(rows) and all(row.kind == "unit" for row in rows)
            ok = places or (not unit and self.context.proper(Span(span.start, span.end - len(organisation))))
            kind = rows[0].type if rows else "Company"
        if ok and len(stem) > 1:
            item = Found(span, kind, "title.fused")
            self.new.append(item)
            self.ends.setdefault(span.end, []).append(item)
        return ok and len(stem) > 1
