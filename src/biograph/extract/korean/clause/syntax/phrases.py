"""Eojeols as phrases: what each one is headed by, its case, and the names it holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.model import Span, Token

NOUN_TAGS = ("NN", "NP", "NR", "SL", "SN", "SH", "XSN", "XR", "MM", "W_")
VERB_TAGS = ("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA")
DOTS = frozenset("·ㆍ‧∙▲△-/")
_PAUSES = frozenset(("…", "...", "―", "—"))
_BULLETS = ("▲", "△", "▷", "◆", "◇", "●", "■")
_CASES = {
    "이": "subj", "가": "subj", "께서": "subj", "을": "obj", "를": "obj", "의": "gen", "은": "topic", "는": "topic",
    "과": "with", "와": "with", "이랑": "with", "랑": "with", "에게": "to", "한테": "to", "께": "to", "에": "to",
    "에서": "at", "서": "at", "로": "into", "으로": "into", "로서": "as", "으로서": "as", "로써": "by", "으로써": "by",
    "부터": "from", "에게서": "from", "로부터": "from", "으로부터": "from", "한테서": "from", "에서부터": "from",
    "이나": "conj", "나": "conj", "이며": "conj", "까지": "until",
}  # fmt: skip
_ENDINGS = ("EF", "EC", "ETM", "ETN")
# Parts of a date, also where no calendar day follows from them: `지난 4월`, `2일`.
_DATE = re.compile(r"(\d+년)?(\d+월)?(\d+일)?([1-4]분기|상반기|하반기|연초|초|말|중순|연말)?")
_DATE_OPENS = frozenset("상하연초말중")
_RECEIVED = re.compile("(?!주고|물려|이어|넘겨|건네|돌려|내려)(..)받")
_MOVE = "이전"  # what was before, but with a case a move: `본사 이전을`
_BRACKETED = re.compile(r"[(（［\[][^)）］\]]*[)）］\]]")
_TOPICS = ("은", "는", "도", "만", "이라도", "ᆫ")


@dataclass(slots=True)
class Phrase:
    """One eojeol. `case` is empty for a bare noun; `stem` is set on predicates, `tail` holds what follows the stem."""

    tokens: list[Token]
    nouns: list[Token]
    mentions: list[Named]
    case: str = ""
    stem: str = ""
    passive: bool = False
    tail: list[Token] = field(default_factory=list)
    comma: bool = False
    time: bool = False
    topical: bool = False  # `포항에는`: what it sets the scene for is the main clause

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def words(self) -> str:
        """Its nouns, without particles and blanks."""
        return "".join(t.form for t in self.nouns)

    @property
    def predicate(self) -> bool:
        return bool(self.stem)

    @property
    def ending(self) -> str:
        """The tag of the last ending: EF, EC, ETM, ETN, or empty. `인수한다는 소문이` counts as a noun clause, ETN."""
        last = len(self.tail) - 1
        while last >= 0 and self.tail[last].tag not in _ENDINGS:
            last -= 1
        if last < 0:
            return ""
        nominal = self.tail[last].tag == "ETM" and any(t.tag.startswith("NN") for t in self.tail[last:])
        return "ETN" if nominal else self.tail[last].tag

    @property
    def describing(self) -> bool:
        """Whether it is an adjective before its noun, without a noun of its own: `든든한`, `새로운`."""
        bare = self.ending == "ETM" and not self.nouns and not self.mentions and self.stem not in ("있", "없", "같")
        return bare and any(t.tag.startswith(("VA", "XSA")) for t in self.tokens)

    @property
    def ending_form(self) -> str:
        return next((t.form for t in reversed(self.tail) if t.tag in _ENDINGS), "")

    @property
    def tail_text(self) -> str:
        """The tail as `form/TAG` morphemes joined by blanks: what modality patterns read."""
        return " ".join(f"{t.form}/{t.tag.split('-')[0]}" for t in self.tail)

    def closing_name(self) -> Named | None:
        """The mention that the phrase ends with, particles aside."""
        if self.nouns and self.mentions and self.mentions[-1].span.end == self.nouns[-1].span.end:
            return self.mentions[-1]
        return None


def phrases(
    tokens: Sequence[Token], names: Sequence[Named], times: Sequence[Span], text: str, grammar: Grammar
) -> list[Phrase]:
    """The eojeols of a sentence as phrases; what stands in brackets is left out."""
    ends = {n.span.start: n.span.end for n in names}
    starts = [n.span.start for n in names]
    found: list[Phrase] = []
    for group in _eojeols(_outside_brackets(tokens), ends, text):
        phrase = _phrase(group, _held(group, names, starts), times, grammar)
        if phrase is not None and phrase.stem in grammar.manner and phrase.ending_form in ("어", "아"):
            continue
        if phrase is not None:
            if phrase.predicate and found and _denies(found[-1]):
                phrase.tokens = found.pop().tokens + phrase.tokens  # `문턱을 못 넘었다`
            found.append(phrase)
        elif group[0].form in _BULLETS and found and found[-1].case == "" and not found[-1].predicate:
            found[-1].comma = True  # `▲A ▲B가 가입했다`
    if found and found[-1].words == _MOVE:
        found[-1].time = False  # `A, 송도로 이전`
    return found


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    kept, depth = [], 0
    for token in tokens:
        if token.tag == "SSO" and token.form in "([（［":
            depth += 1
        elif token.tag == "SSC" and token.form in ")]）］" and depth:
            depth -= 1
        elif not depth:
            kept.append(token)
    return kept


def _eojeols(tokens: Sequence[Token], named: Mapping[int, int], text: str) -> list[list[Token]]:
    """Tokens by blanks; a particle cut off by a bracket or a line break goes back to its noun.

    `named` gives the end of the name at each place where one starts.
    """
    groups: list[list[Token]] = []
    # Where the token before ends, whether its group ends there in any case, and whether it is a name.
    end, ended, after_name = 0, True, False
    for token in tokens:
        start, form, tag = token.span.start, token.form, token.tag
        name = named.get(start) == token.span.end
        # `유한양행 렉라자`: two names side by side are two phrases even without a blank, as in `A-B`.
        if ended or (name and after_name) or (start > end and _apart(text[end:start], tag)):
            groups.append([token])
        else:
            groups[-1].append(token)
        end, after_name = token.span.end, name
        ended = form in _PAUSES or (form in DOTS and tag[0] == "S")
    return groups


def _apart(gap: str, tag: str) -> bool:
    """Whether a blank parts a token from what stands before it."""
    blank = gap == " " or any(c.isspace() for c in _BRACKETED.sub("", gap))
    return blank and not tag.startswith(("J", "VCP", "XS"))


def _held(tokens: Sequence[Token], names: Sequence[Named], starts: Sequence[int]) -> list[Named]:
    """The names inside the tokens; `starts` are where the names start."""
    first, beyond = bisect_left(starts, tokens[0].span.start), bisect_left(starts, tokens[-1].span.end)
    if first == beyond:
        return []
    return [n for n in names[first:beyond] if any(t.span.contains(n.span) for t in tokens)]


class _Classes(dict[str, str]):
    """What each tag makes of a phrase: `noun`, `verb`, `particle`, `adverb`, `mark`, or nothing."""

    def __missing__(self, tag: str) -> str:
        classes = {"noun": NOUN_TAGS, "verb": VERB_TAGS, "particle": ("J",), "adverb": ("MA", "IC"), "mark": ("SP",)}
        return self.setdefault(tag, next((name for name, tags in classes.items() if tag.startswith(tags)), ""))


_CLASSES = _Classes()


def _phrase(tokens: list[Token], names: list[Named], times: Sequence[Span], grammar: Grammar) -> Phrase | None:
    classes = [_CLASSES[t.tag] for t in tokens]
    nouns = [t for t, class_ in zip(tokens, classes, strict=True) if class_ == "noun"]
    comma = tokens[-1].form == "…" or ("mark" in classes and any(t.tag == "SP" and t.form in ",，、" for t in tokens))
    phrase = Phrase(tokens, nouns, names, comma=comma, time=_tells_time(tokens, nouns, times, grammar))
    if "verb" in classes:
        if times and any(s.contains(phrase.span) for s in times):
            return None  # `지난 14일`: part of a date, not a clause
        _make_predicate(phrase, classes.index("verb"))
    elif nouns:
        # What is cut inside a noun is no particle: 의 in 최고의학책임자.
        end = nouns[-1].span.end
        particles = [
            t.form for t, class_ in zip(tokens, classes, strict=True) if class_ == "particle" and t.span.start >= end
        ]
        phrase.case = _case(particles)
        phrase.topical = len(particles) > 1 and particles[-1] in ("은", "는", "ᆫ")
    elif "adverb" not in classes:
        return None
    return phrase


def _tells_time(tokens: Sequence[Token], nouns: Sequence[Token], times: Sequence[Span], grammar: Grammar) -> bool:
    words = "".join([t.form for t in nouns])
    if words in grammar.adverbial:
        return words != _MOVE or not any(t.tag in ("JKO", "JKS") for t in tokens)
    if words and (words[0] in _DATE_OPENS or words[0].isdecimal()) and _DATE.fullmatch(words):
        return True
    start, end = tokens[0].span.start, tokens[-1].span.end
    return any(s.start < end and start < s.end for s in times)


def _make_predicate(phrase: Phrase, verb: int) -> None:
    token, before = phrase.tokens[verb], phrase.tokens[:verb]
    # `손잡다`, `함께하다`: a noun or adverb stuck to its verb is part of it.
    noun = before[-1] if before and before[-1].tag.startswith((*NOUN_TAGS, "MAG")) else None
    if noun is not None and any(m.span == noun.span for m in phrase.mentions):
        noun = None
    phrase.tail = phrase.tokens[verb + 1 :]
    phrase.nouns = [t for t in phrase.nouns if t.span.end <= token.span.start and t in before]
    if token.tag.startswith(("VCP", "VCN")):
        phrase.stem = "이"
    elif token.tag.startswith(("XSV", "XSA")):
        phrase.passive = token.form in ("되", "받", "당하")
        phrase.stem = (noun.form if noun else "") + "하"
        phrase.nouns = [t for t in phrase.nouns if t is not noun]
    else:
        phrase.stem = (noun.form if noun else "") + token.form
        phrase.nouns = [t for t in phrase.nouns if t is not noun]
        if received := _RECEIVED.fullmatch(phrase.stem):
            phrase.passive, phrase.stem = True, received[1] + "하"  # 승인받다, which the analyser cuts or leaves whole
    if [phrase.stem, *(t.form for t in phrase.tail[:2])] == ["주", "고", "받"]:
        phrase.stem, phrase.tail = "주고받", phrase.tail[2:]  # which the analyser cuts here and leaves whole there
    if token.tag.startswith("VCN"):
        phrase.tail = [token, *phrase.tail]
    if [t.form for t in phrase.tail[:2]] in (["어", "지"], ["아", "지"]):
        phrase.passive = True


def _case(forms: Sequence[str]) -> str:
    """The case of the first particle that marks one; a topic particle on its own is the topic."""
    if not forms:
        return ""
    if "부터" in forms:
        return "from"
    for form in forms:
        if form in _CASES and _CASES[form] != "topic":
            return _CASES[form]
    return "topic" if any(form in _TOPICS for form in forms) else "other"


def _denies(phrase: Phrase) -> bool:
    return not phrase.nouns and [t.form for t in phrase.tokens if t.tag == "MAG"] == ["못"]
