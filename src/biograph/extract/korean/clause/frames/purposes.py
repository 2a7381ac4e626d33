"""What a clause is done for: `원료를 공급받기 위해 …`, `배지를 조달하려고 …`."""

from __future__ import annotations

from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase
from biograph.model import Token

PURPOSE = "purpose"
_INTENDING = ("려고", "으려고", "고자", "려", "으려")


def of(event: Event) -> list[NounPhrase]:
    """The verbs of the clauses of purpose before an event, as nouns: 조달, 공급받."""
    before = event.previous
    if nouns := [np for np in event.args if np.case == "위하" and not np.names]:
        return nouns  # `원료 확보를 위해`
    if before is None:
        return []
    if before.stem == "위하":
        clauses = [clause for np in before.args if np.case == "clause" for clause in np.modifiers]
    else:
        clauses = [before] if before.phrase.ending_form in _INTENDING else []
    return [_noun(clause) for clause in clauses]


def _noun(clause: Event) -> NounPhrase:
    form = clause.stem.removesuffix("하") + ("받" if clause.passive else "")
    token = Token(form, "NNG", clause.phrase.span)
    return NounPhrase([Phrase(clause.phrase.tokens, [token], [])], PURPOSE)
