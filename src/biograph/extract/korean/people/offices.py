"""Titles written as one word with the body or unit that they head: 대전시/장, 한국바이오협회/장, 미국지사/장."""

from __future__ import annotations

import re
from collections.abc import Sequence

from biograph.extract.korean.found import ORGANISATIONS, Found, Head
from biograph.extract.korean.people.bodies import BODIES, Bodies
from biograph.extract.korean.people.surnames import korean_word
from biograph.extract.korean.words import Word
from biograph.model import Span

# In companies, `전략실장` is a title; public bodies and hospitals name their parts.
_TEAM = re.compile(r"(?<=[가-힣]{2})(?:팀|연구팀|측)$")
_WITH_UNITS = ORGANISATIONS - {"Company", "Investor", "MediaOutlet"}


class Offices(Bodies):
    """The bodies of a text, with those that a title alone gives away."""

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

    def split_title(self, word: Word) -> tuple[str, Span | None] | None:
        """The role that a word ends in, and the body's name that it begins with (대전시/장, 한국바이오협회/장)."""
        text, titles = word.text, self.context.tables.titles
        if text.endswith(("팀", "측")):
            text = _TEAM.sub("", text)
        if text.endswith("지사") and (governed := self._province(word, text)):
            return "지사", governed
        cut = self.context.tables.title_at(text)
        if cut is not None:
            role, organisation = titles[text[cut:]]
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
