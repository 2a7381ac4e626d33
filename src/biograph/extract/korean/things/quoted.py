"""Names in quotation marks: programmes, events, products, publications, sites; not quoted speech, not emphasis."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.model import Span, Token

_QUOTED = re.compile(
    r"(?<![A-Za-z0-9가-힣])'([^'\n]{2,80})'|‘([^‘’\n]{2,60})’|「([^」\n]{2,60})」|『([^』\n]{2,60})』"
    r"|〈([^〉\n]{2,60})〉|《([^》\n]{2,60})》|<([^<>\n]{2,60})>|(?<![A-Za-z0-9가-힣])\"([^\"\n]{2,30})\"|“([^“”\n]{2,30})”"
)
_AUTHORS = re.compile(r"\([^()]*\)$")
_BRACKET = re.compile(r"\([^()\n]*\)")
_CODE = re.compile(r"[A-Z]{2,}[A-Za-z]*(?:[- ]?|-[A-Z]{1,3})\d[\w-]*")
_CEREMONY = re.compile(r"(?:개소|개관|기공|착공|준공|입주|현판|출범)식$")
_LICENSED = re.compile(  # what is done with a product, in the clipped phrase of a list or headline
    r"(?:\([^()]*\))? (?:[^\s.,▲△]+ ){0,4}?(?:품목|변경|시판|판매|조건부)?"
    r"(?:허가|승인|등록|인증|출시|시판|임상|수출|공급|판매|특허|급여)(?: ?\d상)?[을를]?(?=[ ,.▲△…\n)]|$)"
)
_SPEECH = ("EF", "EP", "JKS", "JKO", "JX", "SE", "VCN", "EC")
_YEAR = re.compile(r"^(?:20\d\d) | ?(?:20\d\d)$")
_BODIES = ORGANISATIONS
_SUM = re.compile(
    r"(?:(?:, ?|·|와 |과 )['‘\"“][^'’\"”\n]{2,30}['’\"”](?:\([^()]*\))?)* 등 \d+(?:여)?(?:개 ?|곳의 )?"
    r"(팀|사|기업|업체|스타트업|제품|품목|단체|프로그램|사업|행사)(?![가-힣]{2})"
)
_VERB_REACH = 6  # tokens after the closing mark in which the governing verb is sought


def find(context: Context) -> list[Found]:
    """The quoted names in the text with their types; what is quoted for any other reason is left out."""
    found: list[Found] = []
    for sentence in context.sentences:
        for match in _QUOTED.finditer(context.text, sentence.span.start, sentence.span.end):
            group = match.lastindex or 1
            span = _without_authors(context.text, Span(match.start(group), match.end(group)))
            inside = [t for t in sentence.tokens if span.contains(t.span)]
            outside = Span(match.start(), match.end())
            if not inside or not (_nominal(inside) or _titled(context, outside, inside)):
                continue
            type_ = _type(context, span, outside, sentence.tokens) or _coordinated(context, outside, found)
            if type_ and not _spoken(context, span, type_):
                named = _CEREMONY.search(span.of(context.text)) is not None
                found.append(Found(span, type_, "quoted", open=named and type_ == "Event"))
    return found


def _spoken(context: Context, span: Span, type_: str) -> bool:
    """Whether double quotation marks hold what a body says (`가나협회 "투자 20% 감소"`), not a name."""
    text = span.of(context.text)
    if context.text[span.start - 1] not in '"“' or type_ == "Publication":
        return False
    return ", " in text or (type_ in _BODIES and len(text.split()) > 2)


def _coordinated(context: Context, outside: Span, found: list[Found]) -> str | None:
    """The type of the quoted name before, when only `와` or a comma stands between."""
    if not found or found[-1].span.end > outside.start:
        return None
    between = re.sub(r"\([^()]*\)", "", context.text[found[-1].span.end : outside.start])
    return found[-1].type if re.fullmatch(r"['’”\"」』》>](?:와|과|,|·| 및)? ?", between) else None


def _without_authors(text: str, span: Span) -> Span:
    """The title without a bracket of authors that closes it."""
    match = _AUTHORS.search(span.of(text))
    return Span(span.start, span.start + len(span.of(text)[: match.start()].rstrip())) if match else span


def _nominal(tokens: list[Token]) -> bool:
    if any(t.tag in _SPEECH or (t.tag in ("SF",) and t.form in "?!") for t in tokens):
        return False
    return tokens[-1].tag.startswith(("NN", "NR", "SL", "SN", "SH", "XSN", "XR", "SS", "UN", "W_", "SW")) and not (
        tokens[0].tag.startswith("NP") or tokens[0].form in ("이", "그", "저", "이런", "그런", "어떤")
    )


def _titled(context: Context, outside: Span, tokens: list[Token]) -> bool:
    """Whether a sentence in quotation marks is the title of a text: `보고서 '왜 보스턴인가'`."""
    cues = {_cue_before(context, outside.start), _cue_after(context, outside.end)}
    return "Publication" in cues and len(tokens) > 1


def _type(context: Context, span: Span, outside: Span, tokens: tuple[Token, ...]) -> str | None:
    """The type that the name's own last noun, the noun before or after, or the verb that governs it tells."""
    text = span.of(context.text)
    if known := context.lexicon.named(text):
        return known[0].type
    if _YEAR.search(text) and any(e.type == "Event" for e in context.lexicon.named(_YEAR.sub("", text))):
        return "Event"
    words = text.split()
    if any(e.type == "Product" for size in range(1, len(words)) for e in context.lexicon.named(" ".join(words[:size]))):
        return "Product"  # 가나맵 인사이트 MMG
    own = context.tables.head_of(re.sub(r"[\s\d호회차]*\d*호?$|\([^)]*\)", "", text).split(" ")[-1] or text)
    before = _cue_before(context, outside.start)
    after = _cue_after(context, outside.end)
    alone = text in context.tables.generic or (
        len(text.split()) < 3 and all(w in context.tables.generic for w in re.split(r"[ ·,]+", text))
    )
    if alone and not (after or before):
        return None
    if after in ("Program", "Publication", "Investor", "Product"):
        return after
    if own and (len(text.split()) > 1 or not alone):
        best = next((h for h in own if h.kind != "unit"), own[0])
        if best.kind == "unit" and " " not in text and not before:  # '원팀', '컨트롤타워실'
            return None
        if _YEAR.search(text) and best.type == "Company":  # no company bears a year: 메디컬코리아 2026
            return "Event"
        return before if before == "Publication" or (before == "Product" and best.kind == "thing") else best.type
    return (
        before
        or after
        or _counted(context, outside.end)
        or _cue_of_verb(context, outside.end, tokens)
        or _cue_of_copula(context, outside.end, tokens)
        or ("Publication" if context.text[outside.start] == "『" else None)
        or ("Product" if _CODE.fullmatch(text) or _licensed(context, span, outside) else None)
    )


def _licensed(context: Context, span: Span, outside: Span) -> bool:
    """Whether a maker stands before a name and a licence behind: `▲가나메드 '다라눈' 식약처 허가`."""
    index = context.word_before(outside.start)
    if index is None or " " in span.of(context.text) or not context.proper(context.words[index].span):
        return False
    coined = context.proper(span) and not context.generic(span.of(context.text))
    return coined and _LICENSED.match(context.text, outside.end) is not None


def _cue_before(context: Context, start: int) -> str | None:
    end = start
    if end and context.text[end - 1] == " ":
        end -= 1
    match = re.search(
        r"([가-힣]+?)(?:인|의 하나인|이자|(?:의|이)? ?(?:제목|이름|명칭|(?<=[드품업램])명)(?:은|는|이|을)?)?$",
        context.text[max(0, end - 14) : end],
    )
    if not match or (end == start and match.group(1)):
        return None
    word = match.group(1)
    if context.lexicon.named(word):
        return None
    for size in range(len(word), 0, -1):
        if (cue := context.tables.cues.get(("before", word[-size:]))) and (size > 1 or len(word) == 1):
            return cue
    return None


def _cue_after(context: Context, end: int) -> str | None:
    match = re.match(r"(?: ?|이?라는 (?:이름의 |제목의 )?|이?란 )([가-힣]{1,8})", context.text[end : end + 18])
    if not match:
        return None
    word = match.group(1)
    for size in range(len(word), 1, -1):
        if cue := context.tables.cues.get(("after", word[:size])):
            return cue
    return None


def _counted(context: Context, end: int) -> str | None:
    """What the quoted names of a list are counted as: `'가나', '다라' 등 3개 기업`."""
    match = _SUM.match(context.text, end)
    return (
        "Company"
        if match and match[1] in ("팀", "사")
        else context.tables.cues.get(("before", match[1]))
        if match
        else None
    )


def _cue_of_copula(context: Context, end: int, tokens: tuple[Token, ...]) -> str | None:
    """What the sentence says that a quoted name is: `'가나'는 2018년 설립된 … 기업이다`."""
    after = [t for t in tokens if t.span.start >= end]
    if len(after) < 4 or after[0].tag != "JX" or any(t.tag in ("EC", "EF") for t in after[:-3]):
        return None
    last = next((i for i, t in enumerate(after) if t.tag == "VCP"), 0)
    noun = after[last - 1].form if last > 1 and len(after) - last < 5 else ""
    type_ = context.tables.cues.get(("before", noun))
    return type_ if type_ in ORGANISATIONS else None


def _cue_of_verb(context: Context, end: int, tokens: tuple[Token, ...]) -> str | None:
    bracket = _BRACKET.match(context.text, end)
    after = [t for t in tokens if t.span.start >= (bracket.end() if bracket else end)][:_VERB_REACH]
    if not after or not after[0].tag.startswith("J"):
        return None
    for token in after[1:]:
        if cue := context.tables.cues.get(("verb", token.form)):
            return cue
    return None
