"""Names for comparison: legal forms left off, and the row of the lexicon that a name is in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from biograph.extract.lexicon import Entry, Lexicon
from biograph.model import Entity, entity_id, normalise_name
from biograph.vocabulary import ORGANIZATION, Ontology

_SETTLEMENTS = ("City", "Region")
_PUNCTUATION = " ,.·"


def family(type_: str, ontology: Ontology) -> str:
    """The kind that two entities must share to be one thing: see the package's docstring."""
    if type_ in _SETTLEMENTS:
        return _SETTLEMENTS[0]
    is_body = ontology.is_a(type_, ORGANIZATION) and type_ != "OrganizationalUnit"
    return ORGANIZATION if is_body else type_


def bare(name: str, ontology: Ontology) -> str:
    """A name without its legal forms; the name itself where nothing else would be left."""
    rest = unicodedata.normalize("NFC", name)
    before, after = _legal_forms(ontology.directory)
    while shorter := after.sub("", before.sub("", rest, count=1), count=1).strip(_PUNCTUATION):
        if shorter == rest or not normalise_name(shorter):
            break
        rest = shorter
    return rest


def key(name: str, ontology: Ontology) -> str:
    """What two names of one thing have in common: letters and digits of the bare name, case folded."""
    return normalise_name(bare(name, ontology))


def known(entity: Entity, table: Lexicon, ontology: Ontology) -> Entry | None:
    """The one row of the lexicon that the entity's name, kind and country fit; None where none or several do.

    A country is the row with its code, whatever it is called; a short name tells nothing of an entity of another type.
    """
    if entity.type == "Country" and entity.country:
        return next((row for row in table.entries if row.type == "Country" and row.code == entity.country), None)
    names = (entity.name, bare(entity.name, ontology))
    rows = [row for name in dict.fromkeys(names) for row in table.named(name)]
    kind = family(entity.type, ontology)
    fitting = [
        row
        for row in dict.fromkeys(rows)
        if row.type == entity.type or (family(row.type, ontology) == kind and {*names} & {row.ko, row.en})
    ]
    if entity.country:
        fitting = [row for row in fitting if table.country(row) in (None, entity.country)]
    for chosen in (
        [row for row in fitting if entity_id(row.type, row.ko) == entity.id],
        [row for row in fitting if entity.name in (row.ko, row.en)],
        fitting,
    ):
        if len(chosen) == 1:
            return chosen[0]
    return None


@lru_cache(maxsize=4)
def _legal_forms(directory: Path) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a legal form before and after a name. Latin ones stand apart from it by a blank or comma."""
    path = directory / "identity" / "legal_forms.txt"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    forms = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    latin = [r"\.?".join(map(re.escape, form)) + r"\.?" for form in forms if form.isascii() and form.isalpha()]
    other = [re.escape(form).replace(r"\ ", r"\s*") for form in forms if not (form.isascii() and form.isalpha())]
    attached, apart = "|".join(other) or r"(?!)", "|".join(latin) or r"(?!)"
    return re.compile(rf"^\s*(?:{attached})"), re.compile(rf"(?:{attached}|[\s,]+(?:{apart}))\s*$", re.IGNORECASE)
