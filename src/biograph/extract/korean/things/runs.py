"""Runs of words that may be the name of a thing: how far one reaches, and which of its words single something out."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Head
from biograph.extract.korean.words import Word

_LONGEST = 7  # words
_NUMBER = re.compile(r"\d+(?:일|월|년|개(?!년)|여|명|곳|억|만|층|종|건|분|시|대|위)")
_SUM = re.compile(r"\d[\d,.]*(?:조|억|만)")
_BETWEEN = re.compile(  # countries and sectors, shortened
    r"한[미일중영독불]|[한미중일영독불]·?[한미중일영독불]|민관|산학연?"
)
EDITION = re.compile(r"제\d+[회차기]|\d+(?:회|차|주년)")
YEAR = re.compile(r"20\d\d(?:년|년도)?|\d{2}년도")
PUBLIC = frozenset("GovernmentBody Association University Hospital ResearchInstitute".split())
PRIZE = "상"
_BODIES = ORGANISATIONS | {"OrganizationalUnit", "Person"}
NIGHTS = Head("밤", "Event", "thing", None, "free")
_KINDS = frozenset(
    "공동 국제 합동 특별 온라인 국내 해외 공식 연례 정부 무료".split()
)  # what sort of event or programme
_OWN_MEETING = ("총회", "학술대회", "대회", "회의")  # named after the body that meets


class Runs:
    """The words of a text beside the names found so far."""

    def __init__(self, context: Context, known: list[Found]) -> None:
        self.context, self.tables = context, context.tables
        self.ends: dict[int, list[Found]] = {}
        self.starts: dict[int, list[Found]] = {}
        for item in known:
            self.ends.setdefault(item.span.end, []).append(item)
            self.starts.setdefault(item.span.start, []).append(item)
        self.quoted = [item.span for item in known if item.rule == "quoted"]

    def _head(self, word: Word) -> Head | None:
        text = word.text
        rows = self.tables.head_of(text) if len(text) > 1 else ()
        head = next((row for row in rows if row.unquoted), None)
        if head is None:
            return None
        loose = len(head.text) < 3 and text != head.text and not text.endswith(PRIZE)
        return None if loose and not self._boundary(word, head.text) else head  # no 데이 in 투데이

    def _boundary(self, word: Word, head: str) -> bool:
        """Whether the analyser, too, sees the class noun as a word of its own."""
        return any(t.span.start == word.span.start + len(word.text) - len(head) for t in word.tokens)

    def _end(self, index: int) -> tuple[int | None, bool]:
        """Where the name that this word ends goes to, with the year behind it; None where the phrase goes on."""
        words = self.context.words
        word = words[index]
        if re.match(r" ?['‘「『<《“\"]", self.context.text[word.end : word.end + 2]):
            return None, False  # it describes what is named in quotation marks behind it
        after = words[index + 1] if word.joined and index + 1 < len(words) else None
        year = after is not None and YEAR.fullmatch(after.text) and not after.text.endswith("년")
        if year and after is not None and not any(i.span != after.span for i in self.starts.get(after.span.start, ())):
            return after.span.end, True
        if after is not None and _SUM.match(after.text):
            return word.span.end, False
        if after is not None and after.nominal and after.text not in self.tables.right:
            held = after.text in self.tables.titles or after.text.startswith("회원")
            return (word.span.end, False) if held else (None, False)
        return word.span.end, False

    def _titled(self, index: int) -> bool:
        words = self.context.words
        after = words[index + 1].text if words[index].joined else ""
        return after in self.tables.titles or after.startswith("회원")

    def _run(self, index: int) -> list[Word]:
        """The words that lean on a word, itself included: to a particle, a name of a person, a time or a count."""
        words = self.context.words
        run, at = [words[index]], index
        while len(run) < _LONGEST and at > 0:
            before, first = words[at - 1], words[at]
            between = self.context.text[before.end : first.span.start]
            if (
                not before.nominal
                or not before.bare
                or between not in (" ", "·", "-")
                or before.sentence != first.sentence
            ):
                break
            if self._outside(before, between) and not (between == " " and self._numbered(at - 1)):
                break
            run.insert(0, before)
            at -= 1
        return run

    def _numbered(self, at: int) -> bool:
        """Whether an edition stands before a word that else opens no name: `제1회 한일 공동 심포지엄`."""
        words = self.context.words
        for back in range(at, max(0, at - _LONGEST), -1):
            before = words[back - 1]
            if not before.nominal or not before.bare or before.end + 1 != words[back].span.start:
                return False
            if EDITION.fullmatch(before.text):
                return words[at].text in _KINDS
        return False

    def _outside(self, word: Word, between: str) -> bool:
        text = word.text
        if EDITION.fullmatch(text) or YEAR.fullmatch(text):
            return text.endswith("년")
        if between == " " and (text in self.tables.left or text in self.tables.titles):
            return True
        return bool(_NUMBER.match(text)) or any(i.type == "Person" for i in self.ends.get(word.span.end, ()))

    def _own(self, words: list[Word], head: Head | None) -> int:
        """How many words at the beginning are the organiser's name, which is no part of the thing's."""
        cut = 0
        if (
            head is not None
            and len(words) > 1 + (head is not NIGHTS)
            and self.tables.cues.get(("before", words[0].text)) == head.type
        ):
            cut = 1  # 공모전 나래 챌린지
        elif head is not None and head is not NIGHTS:
            cut = self._described(words, head)
        for number, word in enumerate(words[:-1]):
            items = [i for i in self.ends.get(word.span.end, ()) if i.span.start >= words[0].span.start]
            body = [i for i in items if i.type in _BODIES] or self._unknown_body(word)
            meets = head is not None and head.unquoted == "edition" and head.text.endswith(_OWN_MEETING)
            if body and not (meets and number + 2 >= len(words) - 1):
                cut = max(cut, number + 1)
        return cut

    def _described(self, words: list[Word], head: Head) -> int:
        """How many words say what sort of thing is named behind them: `투자 상담회 나래 피칭 데이`."""
        for number, word in enumerate(words[:-2]):
            sorts = {h.type for h in self.tables.head_of(word.text)} if len(word.text) > 2 else set()
            cue = next((c for i in range(len(word.text) - 1) if (c := self._cue(word.text[i:]))), None)
            own = words[number + 1 :]
            telling = any(self._singles_out(w) or w.text[0].isascii() for w in own)
            exact = head.type == "Program" and self._cue(word.text) == "Program"
            if head.type in (sorts | {cue}) and (telling or exact):
                return number + 1
        return 0

    def _cue(self, text: str) -> str | None:
        return self.tables.cues.get(("before", text))

    def _unknown_body(self, word: Word) -> bool:
        heads = self.tables.head_of(word.text)
        return any(h.kind == "name" and h.type in PUBLIC and len(word.text) > len(h.text) + 1 for h in heads)

    def _is_body(self, word: Word) -> bool:
        return any(i.type in _BODIES for i in self.ends.get(word.span.end, ()))

    def _is_place(self, word: Word) -> bool:
        return any(i.type in PLACES and i.type != "Facility" for i in self.ends.get(word.span.end, ()))

    def _singles_out(self, word: Word) -> bool:
        """Whether a modifier is no common word: a proper noun, a place below a country, two countries in one."""
        if self.context.generic(word.text):
            return False
        countries = [i for i in self.ends.get(word.span.end, ()) if i.type == "Country"]
        if countries:
            return False
        if any(i.type == "Facility" for i in self.ends.get(word.span.end, ())):
            return True
        return self.context.proper(word.span) or bool(_BETWEEN.fullmatch(word.text))
