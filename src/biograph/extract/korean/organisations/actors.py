"""Unknown proper nouns typed by what the text says of them: a company raises money, a drug is prescribed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.people.surnames import korean_name
from biograph.extract.korean.words import Word
from biograph.model import Span, Token

_SLOTS = (
    ("subject", re.compile(r"(?:은|는|이|가|도|에서는|에선)$")),
    ("object", re.compile(r"(?:을|를)$")),
    ("with", re.compile(r"(?:과|와|과의|와의)$")),
    ("to", re.compile(r"(?:에|에게|로부터|으로부터)$")),
    ("genitive", re.compile(r"의$")),
    ("compound", re.compile(r"$")),
)


NO_NAME = tuple(
    "학 증 염 암 병 술 법 론 화 형 인 년 월 일 원 명 개 곳".split()
)  # disciplines, diseases, methods, counts


_COINED = re.compile(r"[가-힣A-Za-z0-9&]{4,}")
_CLAUSE = 12  # tokens of a relative clause
_ADVERBS = ("반면", "한편", "이날", "앞서", "최근", "당시", "현재", "결국", "실제", "올해", "지난해", "뒤이어")
_HUMAN = (
    "말",
    "말하",
    "태어나",
    "졸업",
    "웃",
    "회고",
    "귀띔",
    "덧붙이",
    "털어놓",
    "토로",
    "떠올리",
    "인사",
)  # no company does
_CLASSES = "제약품균증법론형기물질성체막액염암병"  # last syllables of terms


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """Proper nouns that no other layer knows and whose predicates, over the whole text, agree on a type."""
    known = list(known)
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    people = {part for item in known if item.type == "Person" for part in item.span.of(context.text).split()}
    products = [item.span for item in known if item.type == "Product"]
    words: dict[str, list[Word]] = {}
    for word in context.words:
        if _unknown(context, word) and taken.isdisjoint(range(word.span.start, word.span.end)):
            words.setdefault(word.text, []).append(word)
    found: list[Found] = []
    for name, places in words.items():
        votes: Counter[str] = Counter()
        for word in places:
            votes.update(_votes(context, word) or _relative(context, word) or _owner(context, word, products))
        needed = 2 if korean_name(context, name, places[0]) and len(name) == 3 else 1
        if votes and max(votes.values()) >= needed:
            type_ = max(votes, key=lambda t: (votes[t], t == "Company"))
            own = _own(context, name, type_)
            found += [Found(word.span, own, "actor") for word in places if own]
        elif (
            not votes
            and name not in people
            and any(_opens(context, place) for place in places)
            and _coined(context, places[0])
        ):
            found += [Found(word.span, "Company", "actor.subject") for word in places]
    return found


def _own(context: Context, name: str, type_: str) -> str | None:
    """What a firm by its deeds is by its own last syllables: `하늘의약학대와 협약`, a university."""
    heads = context.tables.head_of(name)
    if type_ != "Company" or not heads or heads[0].type == "Company":
        return type_
    if len(name) > 4 and name.endswith(("대", "대학")):
        return "University"
    own = heads[0].type in ORGANISATIONS and len(heads[0].text) > 1
    return heads[0].type if own else type_


def _opens(context: Context, word: Word) -> bool:
    """Whether a word is the subject that opens a sentence or follows its first adverb: news is of companies."""
    if not _SLOTS[0][1].search(context.text[word.span.end : word.end]):
        return False
    sentence = context.sentences[word.sentence]
    before = [t for t in sentence.tokens if t.span.end <= word.span.start]
    if any(t.form in _HUMAN for t in sentence.tokens if t.span.start >= word.end):
        return False
    return all(t.tag.startswith(("MA", "SP", "SS", "IC")) or t.form in _ADVERBS for t in before)


def _coined(context: Context, word: Word) -> bool:
    """Whether a word is one unknown noun, too long for a person's name and no class of things."""
    tokens = [t for t in word.tokens if t.span.end <= word.span.end]
    one = len(tokens) == 1 and tokens[0].tag == "NNP"
    other = any(head.type != "Company" for head in context.tables.head_of(word.text))
    return (
        one
        and re.fullmatch(r"[가-힣A-Za-z0-9&]{4,}", word.text) is not None
        and not other
        and word.text[-1] not in _CLASSES
    )


def _relative(context: Context, word: Word) -> list[str]:
    """The types that the clause before a word speaks for: `기술을 이전한 X` names X's deed, `그가 세운 X` X itself."""
    before = [t for t in context.sentences[word.sentence].tokens if t.span.end <= word.span.start][-_CLAUSE:]
    if not before or before[-1].tag != "ETM" or before[-1].span.end + 1 != word.span.start:
        return []
    clause: list[Token] = []
    for token in reversed(before[:-1]):
        if token.tag in ("EC", "EF", "ETM", "ETN", "SP", "SF"):
            break
        clause.insert(0, token)
    slot = "object" if any(t.tag == "JKS" for t in clause) else "subject"
    if slot == "subject" and not any(t.tag in ("JKO", "JKB") for t in clause):
        return []
    cues = (context.tables.actions.get((slot, t.form)) for t in reversed(clause))
    return [cue for cue in cues if cue][:1]


def _unknown(context: Context, word: Word) -> bool:
    text = word.text
    if (
        len(text) < 3
        or text.endswith(NO_NAME)
        or text in context.tables.generic
        or text in context.tables.titles
        or text in context.tables.heads
    ):
        return False
    before = context.word_before(word.span.start)
    if before is not None and context.proper(context.words[before].span) and context.words[before].text.isalpha():
        known = context.lexicon.named(context.words[before].text)
        if not known:  # the last word of a longer name, a foreigner's as a rule
            return False
    tokens = [t for t in word.tokens if t.span.end <= word.span.end]
    if not tokens or not any(t.tag == "NNP" and len(t.form) >= 3 for t in tokens):
        return text.isascii() and text[0].isupper() and not text.isupper() and len(text) > 3
    return all(t.tag in ("NNP", "SL", "SN") for t in tokens)


def _votes(context: Context, word: Word) -> list[str]:
    """The types that the word's particle and the predicates after it speak for."""
    sentence = context.sentences[word.sentence]
    tail = context.text[word.span.end : word.end]
    slot = next(name for name, pattern in _SLOTS if pattern.search(tail))
    after = [t for t in sentence.tokens if t.span.start >= word.end]
    if slot in ("genitive", "compound"):
        if slot == "compound" and (not word.joined or not context.tables.foreign(word.text)):
            return []  # 공정개발 부사장: what the office is for
        after = after[:2]
    elif slot != "subject":
        after = _clause(after)
    cues = (context.tables.actions.get((slot, t.form)) for t in after)
    return [cue for cue in cues if cue][:1]


def _owner(context: Context, word: Word, products: list[Span]) -> list[str]:
    """A company where nothing but nouns stand between its genitive and a product: `가나랩의 진단키트 '다라'`."""
    if context.text[word.span.end : word.end] != "의":
        return []
    for product in products:
        if word.end < product.start <= word.end + 30:
            between = [t for t in context.sentences[word.sentence].tokens if word.end <= t.span.start < product.start]
            if all(t.tag.startswith(("NN", "SL", "SN", "XSN", "XPN", "SSO", "SP", "SO")) for t in between):
                return ["Company"]
    return []


def _clause(tokens: list[Token]) -> list[Token]:
    """The tokens as far as the first predicate, which governs an object or companion."""
    for i, token in enumerate(tokens):
        if token.tag in ("EC", "EF", "ETM", "ETN"):
            return tokens[: i + 1]
    return tokens
