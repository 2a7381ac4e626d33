"""Names of events, programmes and publications outside quotation marks: where one begins, and whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Head
from biograph.extract.korean.words import Word
from biograph.model import Span

_LONGEST = 7  # words
_EDITION = re.compile(r"제\d+[회차기]|\d+(?:회|차|주년)")
_YEAR = re.compile(r"20\d\d(?:년|년도)?|\d{2}년도")
_NUMBER = re.compile(r"\d+(?:일|월|년|개|여|명|곳|억|만|층|종|건|분|시|대|위)")
_BETWEEN = re.compile(
    r"한[미일중영독불]|[한미중일영독불]·?[한미중일영독불]|민관|산학연?"
)  # countries and sectors, shortened
_NIGHT = re.compile(r"의 밤(?=[에을은이도의,)\s]|에서|에는)")
_CALLED = re.compile(r"(?:이?라는|이?란) (?:이름의 )?([가-힣]{2,7}?)(?=[을를은는이가에의도과와로,. ]|$)")
_NIGHTS = Head("밤", "Event", "thing", None, "free")
_BODIES = ORGANISATIONS | {"OrganizationalUnit", "Person"}
_PUBLIC = frozenset("GovernmentBody Association University Hospital ResearchInstitute".split())
_OWN_MEETING = ("총회", "학술대회", "대회", "회의")  # named after the body that meets
_PRIZE = "상"


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The unquoted names of things; `known` are the names found before."""
    reader = _Reader(context, list(known))
    return [*reader.headed(), *reader.nights(), *reader.called()]


class _Reader:
    def __init__(self, context: Context, known: list[Found]) -> None:
        self.context, self.tables = context, context.tables
        self.ends: dict[int, list[Found]] = {}
        self.starts: dict[int, list[Found]] = {}
        for item in known:
            self.ends.setdefault(item.span.end, []).append(item)
            self.starts.setdefault(item.span.start, []).append(item)
        self.quoted = [item.span for item in known if item.rule == "quoted"]

    def headed(self) -> Iterator[Found]:
        """Names that end in a class noun: `영남 유전체의학 콜로키움`."""
        for index, word in enumerate(self.context.words):
            head = self._head(word.text)
            if head is None or any(span.overlaps(word.span) for span in self.quoted):
                continue
            end, dated = self._end(index)
            if end is None:
                continue
            words = self._run(index)
            if head.type == "Event" and self._titled(index):  # 나래바이오포럼 회장: a circle, not its meeting
                head = Head(head.text, "Association", head.kind, head.least, head.unquoted)
            words = words[self._own(words, head) :]
            if words and (dated or self._named(words, head)):
                start = self._start(words, head)
                yield Found(Span(start, end), head.type, "thing")

    def nights(self) -> Iterator[Found]:
        """`나래 바이오 교류의 밤`, the one kind of event with a genitive in its name."""
        for sentence in self.context.sentences:
            for match in _NIGHT.finditer(self.context.text, sentence.span.start, sentence.span.end):
                index = self.context.by_end.get(match.start())
                if index is not None and self._governed(sentence.tokens, match.end()):
                    words = self._run(index)
                    words = words[self._own(words, _NIGHTS) :]
                    if words:
                        yield Found(Span(words[0].span.start, match.end()), "Event", "thing")

    def called(self) -> Iterator[Found]:
        """`커피와 과학이라는 모임`: the noun behind tells what is called so."""
        for index, word in enumerate(self.context.words):
            tail = self.context.text[word.span.end : word.end]
            match = _CALLED.match(self.context.text, word.span.end) if tail[-1:] in ("는", "란") else None
            if match is None or any(s.overlaps(word.span) for s in self.quoted):
                continue
            type_ = self.tables.cues.get(("before", match.group(1)))
            words = self._run(index)
            words = words[self._own(words, None) :]
            proper = [w for w in words if self.context.proper(w.span)]
            if type_ and proper and (type_ not in ORGANISATIONS or len(words) == 1) and len(words) < 5:
                yield Found(Span(words[0].span.start, word.span.end), type_, "called")

    def _head(self, text: str) -> Head | None:
        rows = self.tables.head_of(text) if len(text) > 1 else ()
        return next((row for row in rows if row.unquoted), None)

    def _end(self, index: int) -> tuple[int | None, bool]:
        """Where the name that this word ends goes to, with the year behind it; None where the phrase goes on."""
        words = self.context.words
        word = words[index]
        after = words[index + 1] if word.joined and index + 1 < len(words) else None
        if after is not None and _YEAR.fullmatch(after.text) and not after.text.endswith("년"):
            return after.span.end, True
        if after is not None and after.nominal and after.text not in self.tables.right:
            return (None, False) if after.text not in self.tables.titles else (word.span.end, False)
        return word.span.end, False

    def _titled(self, index: int) -> bool:
        words = self.context.words
        return words[index].joined and words[index + 1].text in self.tables.titles

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
            if self._outside(before, between):
                break
            run.insert(0, before)
            at -= 1
        return run

    def _outside(self, word: Word, between: str) -> bool:
        text = word.text
        if _EDITION.fullmatch(text) or _YEAR.fullmatch(text):
            return text.endswith("년")
        if between == " " and (text in self.tables.left or text in self.tables.titles):
            return True
        return bool(_NUMBER.match(text)) or any(i.type == "Person" for i in self.ends.get(word.span.end, ()))

    def _own(self, words: list[Word], head: Head | None) -> int:
        """How many words at the beginning are the organiser's name, which is no part of the thing's."""
        cut = 0
        if (
            head is not None
            and len(words) > 1 + (head is not _NIGHTS)
            and self.tables.cues.get(("before", words[0].text)) == head.type
        ):
            cut = 1  # 공모전 나래 챌린지
        for number, word in enumerate(words[:-1]):
            items = [i for i in self.ends.get(word.span.end, ()) if i.span.start >= words[0].span.start]
            body = [i for i in items if i.type in _BODIES] or self._unknown_body(word)
            meets = head is not None and head.unquoted == "edition" and head.text.endswith(_OWN_MEETING)
            if body and not (meets and number + 2 >= len(words) - 1):
                cut = number + 1
        return cut

    def _unknown_body(self, word: Word) -> bool:
        heads = self.tables.head_of(word.text)
        return any(h.kind == "name" and h.type in _PUBLIC and len(word.text) > len(h.text) + 1 for h in heads)

    def _start(self, words: list[Word], head: Head) -> int:
        """Where the name starts: a prize is named without its edition."""
        if head.text.endswith(_PRIZE) and _EDITION.fullmatch(words[0].text) and len(words) > 1:
            return words[1].span.start
        return words[0].span.start

    def _named(self, words: list[Word], head: Head) -> bool:
        """Whether the modifiers single something out; `지역 바이오 포럼` and `정기총회` do not."""
        own = words[-1].text[: -len(head.text)]
        modifiers = [w for w in words[:-1] if not _EDITION.fullmatch(w.text) and not _YEAR.fullmatch(w.text)]
        numbered = len(modifiers) + 1 < len(words)
        if numbered and head.type in ("Event", "Program") and (modifiers or len(own) > 1 or len(head.text) > 3):
            return True
        if head.unquoted == "edition":
            return any(self._is_body(w) for w in modifiers)
        if not modifiers:
            return head.least is not None and len(own) >= max(2, head.least) and self._proper_part(words[-1], head)
        singled = [w for w in modifiers if self._singles_out(w)]
        place = all(self._is_place(w) for w in modifiers)
        if head.unquoted == "free":
            return bool(singled) or len(modifiers) > 1 or not self.context.generic(modifiers[0].text)
        if singled and (len(modifiers) > 1 or own or not place):
            return not (place and not own)
        return len(modifiers) > 1 and head.type == "Program" and self._organised(words[0].span.start)

    def _proper_part(self, word: Word, head: Head) -> bool:
        span = Span(word.span.start, word.span.end - len(head.text))
        country = any(e.type == "Country" for e in self.context.lexicon.named(span.of(self.context.text)))
        return self.context.proper(Span(span.start, span.end)) and not country

    def _is_body(self, word: Word) -> bool:
        return any(i.type in _BODIES for i in self.ends.get(word.span.end, ()))

    def _is_place(self, word: Word) -> bool:
        return any(i.type in PLACES for i in self.ends.get(word.span.end, ()))

    def _singles_out(self, word: Word) -> bool:
        """Whether a modifier is no common word: a proper noun, a place below a country, two countries in one."""
        if self.context.generic(word.text):
            return False
        countries = [i for i in self.ends.get(word.span.end, ()) if i.type == "Country"]
        if countries:
            return False
        return self.context.proper(word.span) or bool(_BETWEEN.fullmatch(word.text))

    def _organised(self, start: int) -> bool:
        """Whether a public body stands before: `나래부의 …`, `나래부가 추진하는 …`."""
        for end in range(start - 1, max(0, start - 30), -1):
            if any(i.type in _PUBLIC for i in self.ends.get(end, ())):
                between = self.context.text[end:start]
                return bool(
                    re.fullmatch(
                        r" |의 |(?:이|가) (?:[가-힣]+(?:에|로|와|과|부터|년|월) )?[가-힣]+(?:는|은|한|던|온|린) ",
                        between,
                    )
                )
        return False

    def _governed(self, tokens: Iterable[object], end: int) -> bool:
        after = self.context.text[end : end + 30]
        return bool(re.search(r"열|개최|참석|마련|거행|진행|참가|초청|주관|주최", after))
