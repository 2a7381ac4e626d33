"""What the parser sees of an eojeol: a few strings, its syntactic class and its punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from biograph.model import Token

SLOTS = ("content", "shape", "function", "tail", "marks", "syllable")
# What an eojeol is as a dependent: by its particle or ending, else by its noun.
CLASSES = (
    "subject", "topic", "object", "genitive", "to", "at", "into", "with", "from", "or", "case", "noun", "number",
    "bound", "adnominal", "connective", "coordinate", "final", "nominal", "adverb", "determiner", "other",
)  # fmt: skip
CLAUSES = ("adnominal", "connective", "coordinate", "final", "nominal")
# What it is as a head: the same, with copulas (`회사다`, `회사인`) apart, since they take the modifiers of nouns too.
ROLES = CLASSES + tuple(f"copula {name}" for name in CLAUSES)
_CLASS = {name: i for i, name in enumerate(CLASSES)}
_ROLE = {name: i for i, name in enumerate(ROLES)}

_PARTICLES = {
    "이": "subject", "가": "subject", "께서": "subject", "은": "topic", "는": "topic", "도": "topic", "만": "topic",
    "ᆫ": "topic", "을": "object", "를": "object", "ᆯ": "object", "의": "genitive", "에": "to", "에게": "to",
    "한테": "to", "께": "to", "에서": "at", "서": "at", "로": "into", "으로": "into", "로서": "into", "으로서": "into",
    "와": "with", "과": "with", "랑": "with", "이랑": "with", "하고": "with", "부터": "from", "이나": "or", "나": "or",
    "및": "or",
}  # fmt: skip
_COORDINATE = frozenset("고 며 지만 나 거나 면서".split())
# Forms that only the sound before them tells apart.
_SAME = {
    "가": "이", "는": "은", "를": "을", "과": "와", "으로": "로", "으로서": "로서", "으로써": "로써", "이나": "나",
    "이랑": "랑", "아": "어", "여": "어", "으며": "며", "으면": "면", "으면서": "면서", "으니": "니", "으려고": "려고",
    "으러": "러", "으나": "나", "은데": "ᆫ데", "을지": "ᆯ지",
}  # fmt: skip
_NOUNS = ("NN", "SL", "SH", "W_", "UN", "XR")
_WORDS = ("SL", "SN", "SH")  # foreign words and figures: symbols by their tags, nouns by their place
_PREDICATES = ("VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN")


class Seen(NamedTuple):
    """One eojeol as the parser sees it: a string a slot; its class as a dependent, its role as a head."""

    strings: tuple[str, ...]
    kind: int  # index into CLASSES
    role: int  # index into ROLES
    clause: bool
    comma: bool


def see(eojeol: Sequence[Token]) -> Seen:
    """The features of one eojeol, from its morphemes alone."""
    scan = _Scan()
    for token in eojeol:
        scan.take(token)
    form, tag = scan.content
    kind, role = scan.kind(), scan.role()
    return Seen(
        (
            f"{form}/{tag[:3]}",
            "-".join(scan.shape),
            scan.function,
            " ".join(scan.tail),
            f"{scan.before}|{scan.after}",
            f"{form[-1:]}/{tag[:1]}",
        ),
        _CLASS[kind],
        _ROLE[role],
        bool(scan.predicate),
        "," in scan.after,
    )


_SORTS: dict[str, str] = {}  # by tag, as they come up


def _sort(tag: str) -> str:
    if tag[0] == "J":
        sort = "particle"
    elif tag[0] == "E":
        sort = "tense" if tag == "EP" else "ending"
    elif tag.startswith(_PREDICATES):
        sort = "predicate"
    elif tag in ("XSN", "XSM"):
        sort = "suffix"
    else:
        sort = "mark" if tag[0] in "SZ" and tag not in _WORDS else "word"
    _SORTS[tag] = sort
    return sort


@dataclass(slots=True)
class _Scan:
    """What is known of an eojeol after some of its morphemes; a new noun or verb begins anew."""

    content: tuple[str, str] = ("", "")
    predicate: str = ""  # the tag of what makes it one
    particle: str = ""  # its class
    function: str = ""
    tail: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    before: str = ""
    after: str = ""

    def take(self, token: Token) -> None:
        sort = _SORTS.get(token.tag) or _sort(token.tag)
        if sort == "word":
            self._word(token)
        elif sort == "particle":
            self._particle(token)
        elif sort == "ending":
            self.particle = ""
            self._close(_SAME.get(token.form, token.form), token.tag)
        elif sort == "predicate":
            self._verb(token)
        elif sort == "suffix":
            self.tail.append(token.form)
        elif sort == "mark":
            if self.shape:
                self.after += token.form[:1]
            else:
                self.before += token.form[:1]

    def _particle(self, token: Token) -> None:
        if self.particle in ("", "topic"):
            self.particle = _PARTICLES.get(token.form, "case")
        self._close(_SAME.get(token.form, token.form), token.tag)

    def _close(self, form: str, tag: str) -> None:
        self.function = f"{form}/{tag[0] if tag[0] == 'J' else tag}"
        self.tail.append(form)
        self.shape.append(tag)

    def _verb(self, token: Token) -> None:
        tag = token.tag.split("-")[0]
        if tag.startswith("V") and not tag.startswith("VC"):
            if tag == "VX" and self.predicate:
                self.tail.append(token.form)
            else:
                self.content, self.tail = (token.form, tag), []
        else:
            self.tail = [token.form]
        self.predicate, self.particle, self.function = tag, "", ""
        self.shape.append(tag)

    def _word(self, token: Token) -> None:
        coarse = token.tag[:3] if token.tag == "NNB" or not token.tag.startswith(_NOUNS) else "N"
        self.content, self.tail = (token.form, token.tag), []
        self.predicate = self.particle = self.function = ""
        if self.shape[-1:] != [coarse]:
            self.shape.append(coarse)

    def kind(self) -> str:
        return self.particle or (self._clause() if self.predicate else self._noun())

    def role(self) -> str:
        if not self.predicate:
            return self.kind()
        clause = "nominal" if self.particle else self._clause()
        return f"copula {clause}" if self.predicate in ("VCP", "VCN") else clause

    def _clause(self) -> str:
        form, _, tag = self.function.rpartition("/")
        if tag == "ETM":
            return "adnominal"
        if tag == "EC":
            return "coordinate" if form in _COORDINATE else "connective"
        return "nominal" if tag == "ETN" else "final"

    def _noun(self) -> str:
        tag = self.content[1]
        if tag == "NNB":
            return "bound"
        if tag in ("SN", "NR"):
            return "number"
        if tag.startswith((*_NOUNS, "NP")):
            return "noun"
        return "adverb" if tag.startswith("MA") else "determiner" if tag.startswith("MM") else "other"
