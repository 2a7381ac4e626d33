"""Words of Korean text as names need them: the nominal part of each eojeol, apart from its particles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from biograph.model import Sentence, Span, Token, value

# Blank-separated pieces, cut at quotes, brackets, commas and middle dots; a point stays inside `U.S.` and `1.5`,
# a hyphen unless it stands between two names (`가나시-다라대병원`, `가나바이오-日`).
_EOJEOL = re.compile(
    r"(?:[^\s'\"‘’“”`()\[\]{}<>《》〈〉「」『』,;:·ㆍ・∙…▲△■□◆▶●○/.?!~-]++|(?<=\w)\.(?=\w)"
    r"|(?<![A-Za-z][A-Z])(?<=[A-Z])\.(?= [가-힣A-Z])|(?<![가-힣]{2})-|-(?![가-힣一-龥]))+"
)
_NOMINAL = ("NN", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "W_", "SW", "SO", "UN")
_PARTICLE = (
    "으로부터|로부터|에서부터|이라는|이라며|이라고|이라면|이었던|이었다|에서는|에서도|에서의|으로서|으로써|에게서|이지만|입니다|이라|라는|라며|라고|"
    "에서|에게|에는|에도|에만|에의|으로|로서|로써|까지|부터|보다|처럼|마저|조차|이나|이며|이고|이다|이자|이란|이든|였던|였다|인데|지만|께서|한테|"
    "대로|밖에|하고|뿐|인|은|는|이|가|을|를|의|에|와|과|도|로|만|나|며|고|다|자|엔|선|서|께|란|야|요|들|등|측"
)
# Who is of a department: behind one, 과 is not `with` (생명공학과 연구팀).
_DEPARTMENT = re.compile(
    r"(?<=학과) (?:(?:[가-힣]{3}|석좌|명예|특임) )?(?:연구팀|교수|학생|졸업|석사|박사|대학원|재학)"
)
_FUSED = {"와": "JC", "과": "JC", "를": "JKO", "는": "JX", "에": "JKB", "의": "JKG"}
_TRADES = ("바이오", "파마", "헬스")  # which end names of firms as a word of their own
_OPEN = "에의"  # particles that follow any sound
PARTICLES = re.compile(f"(?:{_PARTICLE})*")


@value
class Word:
    """One eojeol: `span` is its nominal part, `end` where the eojeol ends, `joined` whether the next word goes on."""

    span: Span
    end: int
    text: str
    tokens: tuple[Token, ...]
    joined: bool
    sentence: int

    @property
    def nominal(self) -> bool:
        return self.span.start < self.span.end

    @property
    def bare(self) -> bool:
        """Whether no particle or ending follows the nominal part."""
        return self.span.end == self.end


def read(text: str, sentences: Sequence[Sentence]) -> tuple[Word, ...]:
    """The words of all sentences, in order."""
    found: list[Word] = []
    for number, sentence in enumerate(sentences):
        tokens, at = sentence.tokens, 0
        for match in _EOJEOL.finditer(text, sentence.span.start, sentence.span.end):
            start, end = match.span()
            while at < len(tokens) and tokens[at].span.end <= start:
                at += 1
            stop = at
            while stop < len(tokens) and tokens[stop].span.start < end:
                stop += 1
            inside = tokens[at:stop]
            if inside and (inside[0].span.start < start or inside[-1].span.end > end):
                inside = tuple(_clipped(token, match) for token in inside)
            inside = _parted(inside)
            stem = _stem_end(start, end, text, inside)
            joined = stem == end and text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()
            found.append(Word(Span(start, stem), end, text[start:stem], inside, joined, number))
    return tuple(found)


def _clipped(token: Token, eojeol: re.Match[str]) -> Token:
    """The part of a token inside an eojeol; the analyser knows some names of two words as one token."""
    start, end = max(token.span.start, eojeol.start()), min(token.span.end, eojeol.end())
    if (start, end) == (token.span.start, token.span.end):
        return token
    return Token(eojeol.string[start:end], token.tag, Span(start, end))


def ends_name(text: str, end: int) -> bool:
    """Whether a name may end here: at the end of its eojeol, or before nothing but particles."""
    match = _EOJEOL.match(text, end)
    return not match or PARTICLES.fullmatch(match.group()) is not None


def starts_name(text: str, start: int) -> bool:
    """Whether a name may start here: no letter or digit stands before."""
    return start == 0 or not text[start - 1].isalnum()


def places(text: str, name: str) -> Iterator[Span]:
    """Every place where a string stands in a text, none overlapping another; no pattern to compile."""
    at = text.find(name)
    while at >= 0:
        yield Span(at, at + len(name))
        at = text.find(name, at + len(name))


def _stem_end(start: int, end: int, text: str, tokens: Sequence[Token]) -> int:
    """Where the nominal part ends; `start` where there is none."""
    stem = start
    compound = _compound(tokens)
    for token in tokens:
        if not _nominal(token.tag) and token.span.start >= compound:
            # A particle or adverb cannot open a word: the analyser read `병원 의생명연구원` as `병원의 생명연구원`.
            opens = token.span.start == start and token.tag.startswith(("J", "MAG")) and _any_noun(tokens)
            department = token is tokens[-1] and token.form == "과" and _DEPARTMENT.match(text, end) is not None
            if not opens and not department and not _inside(token, tokens) and not _section(token, tokens):
                break
        stem = max(stem, token.span.end)
    else:
        return end if tokens else start
    latin = max([t.span.end for t in tokens if t.tag == "SL"], default=start)
    if start < stem < latin:  # 가나바이오USA: a syllable before the Latin part read as an ending
        return latin
    if stem > start and token.tag.startswith(("VV", "VA", "VX", "MA", "IC", "E")):
        return _repaired(stem, end, text)
    return stem


def _compound(tokens: Sequence[Token]) -> int:
    """Where the noun begins that a verb leans on in one word: 대한/면역학회, 열린/마당; the start without one."""
    for before, token in pairwise(tokens):
        if before.tag == "ETM" and token.tag in ("NNG", "NNP") and token.span.start == before.span.end:
            return token.span.start if len(token.span) > 1 else tokens[0].span.start
    return tokens[0].span.start if tokens else 0


@cache
def _nominal(tag: str) -> bool:
    return tag.startswith(_NOMINAL)


def _inside(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a syllable read as a particle goes on as a noun: 한인/의/생명과학자협회."""
    if token is tokens[-1] or token.tag not in ("JKG", "JKS", "JC", "JKB", "JX") or len(token.span) != 1:
        return False
    after = [t for t in tokens if t.span.start >= token.span.end]
    return (
        bool(after)
        and all(_nominal(t.tag) or t is after[-1] for t in after)
        and after[0].tag in ("NNG", "NNP")
        and sum(len(t.span) for t in after if t.tag in ("NNG", "NNP")) > 1
    )


def _section(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether 과 is a section, not `with`: a particle follows that would not follow that one (정책과를, 산업과가)."""
    after = [t.tag for t in tokens if t.span.start == token.span.end]
    return token.form == "과" and after in (["JKB"], ["JKO"], ["JKS"]) and tokens[0] is not token


def _parted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a word, an unknown name without the particle that the analyser left on it (가나루트와)."""
    if len(tokens) != 1 or tokens[0].tag != "NNP":
        return tokens
    name = tokens[0].form
    if (
        (len(name) < 5 and name[:-1] not in _TRADES)
        or name.endswith(("학과", "의과", "외과", "내과"))
        or name[-1] not in _FUSED
    ):
        return tokens
    closed = (ord(name[-2]) - ord("가")) % 28 > 0  # a final consonant, behind which 와 is 과
    if name[-1] not in _OPEN and closed is not (name[-1] == "과"):
        return tokens
    start, end = tokens[0].span.start, tokens[0].span.end
    particle = Token(name[-1], _FUSED[name[-1]], Span(end - 1, end), name[-1])
    return Token(name[:-1], "NNP", Span(start, end - 1), name[:-1]), particle


def _any_noun(tokens: Sequence[Token]) -> bool:
    return any(t.tag.startswith(("NN", "SL")) for t in tokens)


def _repaired(stem: int, end: int, text: str) -> int:
    """The end of a foreign name whose last syllable the analyser took for a verb (`…로직/스와`)."""
    rest = text[stem:end]
    match = re.fullmatch(rf"([가-힣]{{1,2}}?)({_PARTICLE})?", rest)
    if match and match.group(1) in {"스", "즈", "츠", "크", "트", "드", "프", "텍", "젠", "팜", "셀", "온", "쓰", "르"}:
        return stem + len(match.group(1))
    return stem
