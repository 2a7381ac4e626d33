"""Eojeols that make one phrase: verbal complexes, `A 및 B`, verbs and nouns that only make a case."""

from __future__ import annotations

from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.phrases import Phrase


def join(found: list[Phrase], grammar: Grammar) -> list[Phrase]:
    """The phrases of a sentence, with verbal complexes and postpositional verbs as one phrase each."""
    joined: list[Phrase] = []
    for phrase in found:
        last = joined[-1] if joined else None
        if last is not None and last.predicate and _continues(last, phrase, grammar):
            last.tail = last.tail + phrase.tokens
            last.tokens = last.tokens + phrase.tokens
            last.comma = phrase.comma
        elif last is not None and _progressive(last, phrase):
            last.stem, last.tail, last.comma = last.nouns.pop().form + "하", phrase.tokens, phrase.comma
            last.tokens = last.tokens + phrase.tokens
        elif last is not None and not last.predicate and _conjoins(last, phrase):
            last.case = "conj" if last.case in ("", "topic", "other") else last.case
        elif last is not None and last.predicate and last.stem in grammar.determiners and phrase.time:
            phrase.tokens = last.tokens + phrase.tokens  # `같은 해`
            joined[-1] = phrase
        elif last is not None and last.case == "obj" and (base := _base(phrase, grammar)):
            last.case, last.comma = base, phrase.comma
            last.tokens = last.tokens + phrase.tokens
        elif last is not None and last.nouns and not last.predicate and _postposition(last, phrase, grammar):
            last.case, last.comma = phrase.stem, phrase.comma
            last.tokens = last.tokens + phrase.tokens
        else:
            joined.append(phrase)
    return joined


def _conjoins(last: Phrase, phrase: Phrase) -> bool:
    """Whether a word only adds what follows to what stands before: `A 및 B`, `A는 물론 B도`, `A뿐 아니라 B도`."""
    first = phrase.tokens[0]
    if first.tag != "SP" and first.form[:1] not in _ADDS:
        return False
    words = "".join([t.form for t in phrase.tokens if t.tag != "SP"])
    if words in ("물론", "물론이고"):
        return last.case == "topic"
    return words in ("및", "그리고", "또는") or (words == "아니라" and any(t.form == "뿐" for t in last.tokens))


def _postposition(last: Phrase, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a verb only makes a case: `요구에 맞춰`, but not `손발을 맞춰` or `뒤를 따랐다`."""
    if phrase.stem in grammar.matters:
        return last.case == "obj" and [t.form for t in phrase.tail] == ["고"]  # `생산을 놓고 협약했다`
    if phrase.stem in grammar.shuttling:
        return last.case == "obj" and phrase.ending == "EC"
    if phrase.stem not in grammar.postpositions or phrase.ending == "EF":
        return False
    return last.case != "obj" or phrase.stem in grammar.object_postpositions


def _base(phrase: Phrase, grammar: Grammar) -> str:
    """The noun that makes a case of the object before it: `보스턴을 중심으로`; empty for others."""
    based = phrase.case == "into" and not phrase.mentions and phrase.words in grammar.bases
    return phrase.words if based else ""


def _progressive(last: Phrase, phrase: Phrase) -> bool:
    """`개발 중이다` is a way of saying `개발하고 있다`."""
    if phrase.stem != "이" or last.predicate or last.case or not last.nouns or last.closing_name():
        return False
    return [t.form for t in phrase.nouns] == ["중"]


def _continues(last: Phrase, phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a phrase only carries on the verbal complex before it: `수 있다`, `계획이다`, `-기로 했다`."""
    first, tail = phrase.tokens[0], last.tail
    if first.tag.startswith("VX") and last.ending == "EC":
        return True
    if first.form in ("못", "않", "아니") and last.ending_form == "지":
        return True
    if first.form in _AFTER_BOUND and any(t.form in grammar.modal_nouns for t in tail[-2:]):
        return True
    if first.form == "하" and last.tail_text.endswith(_EMPHATIC):
        return True  # `맡기도 했다`, `교수이기도 하다`
    if first.form in ("잇", "이어") and last.tail_text.endswith("데/NNB"):
        return True
    if tail and tail[-1].tag == "ETM":
        bare = "".join([t.form for t in phrase.tokens if t.tag.startswith("NN")])
        return bare in grammar.modal_nouns
    return first.form in grammar.resolve_verbs and last.tail_text.endswith(_RESOLVING)


_AFTER_BOUND = ("있", "없", "보이", "알려지", "전하여지", "전해지", "아니")
_EMPHATIC = ("기/ETN 도/JX", "기/ETN 는/JX", "기/ETN 까지/JX")
_ADDS = frozenset("물및그또아")
_RESOLVING = ("기/ETN 로/JKB", "기/ETN 으로/JKB", "려/EC", "으려/EC", "고자/EC")
