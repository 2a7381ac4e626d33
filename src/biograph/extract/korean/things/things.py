"""Names of events, programmes and publications outside quotation marks: where one begins, and whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found, Head
from biograph.extract.korean.modifiers import all_generic
from biograph.extract.korean.things import told
from biograph.extract.korean.things.runs import EDITION, NIGHTS, PRIZE, PUBLIC, YEAR, Runs
from biograph.extract.korean.words import Word
from biograph.model import Span

_PRIZED = re.compile(r"(?:젊은|올해의|이달의|자랑스러운|신진) $")  # 젊은 의학자상
_ABBREVIATED = re.compile(
    r"\(([A-Z][A-Za-z0-9.+-]{1,11})\) ?(사업|프로그램|프로젝트|펠로십|이니셔티브)(?=[은는이가을를에의도과와으로,.]|$| )"
)
_RULES = ("시행령", "시행규칙")  # of a law
_NIGHT = re.compile(r"의 밤(?=[에을은이도의,)\s]|에서|에는)")
_CALLED = re.compile(r"(?:이?라는|이?란) (?:이름의 )?([가-힣]{2,7}?)(?=[을를은는이가에의도과와로,. ]|$)")


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The unquoted names of things; `known` are the names found before."""
    reader = _Reader(context, list(known))
    return [*reader.headed(), *reader.nights(), *reader.called(), *reader.abbreviated()]


class _Reader(Runs):
    def headed(self) -> Iterator[Found]:
        """Names that end in a class noun: `영남 유전체의학 콜로키움`."""
        for index, word in enumerate(self.context.words):
            head = self._head(word)
            if head is None or any(span.overlaps(word.span) for span in self.quoted):
                continue
            end, dated = self._end(index)
            if end is None:
                continue
            words = self._run(index)
            if head.type == "Event" and self._titled(index):  # 나래바이오포럼 회장: a circle, not its meeting
                head = Head(head.text, "Association", head.kind, head.least, head.unquoted)
            run, words = words, words[self._own(words, head) :]
            if words and (
                dated or self._introduced(run, words, head) or self._named(words, head) or self._told(words, head, end)
            ):
                start = self._start(words, head)
                host = head.unquoted == "edition" and len(words) > 1 and self._is_body(words[0])
                yield Found(Span(start, end), head.type, "thing", open=host)

    def nights(self) -> Iterator[Found]:
        """`나래 바이오 교류의 밤`, the one kind of event with a genitive in its name."""
        for sentence in self.context.sentences:
            for match in _NIGHT.finditer(self.context.text, sentence.span.start, sentence.span.end):
                index = self.context.by_end.get(match.start())
                if index is not None and self._governed(match.end()):
                    words = self._run(index)
                    words = words[self._own(words, NIGHTS) :]
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

    def abbreviated(self) -> Iterator[Found]:
        """`나래형 인재양성(NHRD) 사업`: the abbreviation tells that what stands before it names the programme."""
        for sentence in self.context.sentences:
            for match in _ABBREVIATED.finditer(self.context.text, sentence.span.start, sentence.span.end):
                index = self.context.by_end.get(match.start())
                if index is None or not self.context.words[index].bare:
                    continue
                words = self._run(index)
                words = words[self._own(words, None) :]
                common = all(all_generic(self.context, w.span) for w in words) or self.context.generic(match[1])
                if words and not common and not (len(words) == 1 and self._is_body(words[0])):
                    yield Found(Span(words[0].span.start, match.end(2)), "Program", "thing.abbreviated")

    def _start(self, words: list[Word], head: Head) -> int:
        """Where the name starts: a prize is named without its edition."""
        if (prized := self._prized(words, head)) is not None:
            return prized
        if head.text.endswith(PRIZE) and EDITION.fullmatch(words[0].text) and len(words) > 1:
            return words[1].span.start
        return words[0].span.start

    def _prized(self, words: list[Word], head: Head) -> int | None:
        """Where `젊은 의학자상` begins: with an adjective, which is no noun."""
        start = words[0].span.start
        match = _PRIZED.search(self.context.text[max(0, start - 6) : start])
        return start - len(match[0]) if match and head.text.endswith(PRIZE) else None

    def _named(self, words: list[Word], head: Head) -> bool:
        """Whether the modifiers single something out; `지역 바이오 포럼` and `정기총회` do not."""
        if self._prized(words, head) is not None:
            return True
        if head.text in _RULES:
            return any(w.text.endswith("법") for w in words[:-1])
        own = words[-1].text[: -len(head.text)]
        modifiers = [w for w in words[:-1] if not EDITION.fullmatch(w.text) and not YEAR.fullmatch(w.text)]
        numbered = len(modifiers) + 1 < len(words)
        if numbered and head.type in ("Event", "Program") and (modifiers or len(own) > 1 or len(head.text) > 3):
            return True
        if head.unquoted == "always" and modifiers:
            return True
        if head.unquoted == "edition":
            return any(self._is_body(w) or self._unknown_body(w) for w in modifiers)
        if not modifiers:
            return head.least is not None and len(own) >= max(2, head.least) and self._proper_part(words[-1], head)
        singled = [w for w in modifiers if self._singles_out(w)]
        place = all(self._is_place(w) for w in modifiers)
        if head.unquoted == "free":
            return bool(singled) or (len(modifiers) > 1 and any(not self.context.generic(w.text) for w in modifiers))
        if singled and (len(modifiers) > 1 or own or not place):
            return not (place and not own)
        return len(modifiers) > 1 and head.type == "Program" and self._organised(words[0].span.start)

    def _introduced(self, run: list[Word], words: list[Word], head: Head) -> bool:
        """Whether a word for its kind stands before the name of a programme: `공모전 퀵파이어 챌린지`."""
        sort = run[-len(words) - 1].text if len(run) > len(words) else ""
        kind = sort in self.tables.heads and self.tables.cues.get(("before", sort)) == head.type
        return kind and head.type == "Program" and len(words) > 1 and not self.context.generic(words[-2].text)

    def _told(self, words: list[Word], head: Head, end: int) -> bool:
        """Whether what happens to it tells a name made of common words: it is held, published, paid for."""
        own = words[-1].text[: -len(head.text)]
        telling = any(not self.context.generic(w.text) for w in words[:-1])
        long = len(words) > (2 if telling else 3 if own or head.type == "Publication" else 4)
        start = words[0].span.start
        if head.type == "Program" and len(words) == 1 and len(own) > 3 and self._organised(start):
            return True
        return (long or (head.type == "Program" and len(own) > 3)) and told.of(self.context.text, head, start, end)

    def _proper_part(self, word: Word, head: Head) -> bool:
        span = Span(word.span.start, word.span.end - len(head.text))
        country = any(e.type == "Country" for e in self.context.lexicon.named(span.of(self.context.text)))
        return self.context.proper(Span(span.start, span.end)) and not country

    def _organised(self, start: int) -> bool:
        """Whether a public body stands before: `나래부의 …`, `나래부가 추진하는 …`."""
        for end in range(start - 1, max(0, start - 30), -1):
            if any(i.type in PUBLIC for i in self.ends.get(end, ())):
                between = self.context.text[end:start]
                return bool(
                    re.fullmatch(
                        r" |의 |(?:이|가) (?:[가-힣]+(?:에|로|와|과|부터|년|월) )?[가-힣]+(?:는|은|한|던|온|린) ",
                        between,
                    )
                )
        return False

    def _governed(self, end: int) -> bool:
        after = self.context.text[end : end + 30]
        return bool(re.search(r"열|개최|참석|마련|거행|진행|참가|초청|주관|주최|모[이여였인]|함께|자리|\d명", after))
