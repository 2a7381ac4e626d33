"""Names found in articles as a table of `ontology/names`, to be reviewed and used in the next build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from biograph import naming
from biograph.exports import places
from biograph.exports.csvs import FORMULA
from biograph.exports.facts import Row, one_line
from biograph.exports.selection import Selection
from biograph.extract import lexicon
from biograph.extract.lexicon import Entry
from biograph.model import Corpus
from biograph.vocabulary import PLACE, Ontology

_HEAD = """# Names in articles that no table of ontology/names has: review them, and put what is right into one.
# Check that the country in the column `in` is a body's seat.
type\tko\ten\taliases\tin\tsame_as\tcode
"""
_BETWEEN = "|"  # the values of a cell
# Many share a person's name. A unit is known by the body whose name its own holds; a row of its own would end that.
_LEFT_OUT = ("Person", "OrganizationalUnit")


def write(chosen: Selection) -> Iterator[str]:
    """A row for each entity that no table has, but for persons and units of bodies.

    A name that a spreadsheet would run as a formula is left out, and with it a row that has no other: an apostrophe
    before it, as in CSV, would become part of the name.
    """
    known = lexicon.load(chosen.ontology.directory)
    inside = _inside(chosen.corpus, chosen.ontology, chosen.facts.nodes)
    yield _HEAD
    for id_ in sorted(chosen.corpus.entities):
        found = _entry(chosen.corpus, id_, inside.get(id_, ""))
        has = any(entry.type == found.type for name in (found.ko, found.en) for entry in known.named(name))
        if found.names and not has and found.type in chosen.ontology.types and found.type not in _LEFT_OUT:
            yield "\t".join(_BETWEEN.join(cell) if isinstance(cell, tuple) else cell for cell in found) + "\n"


def _entry(corpus: Corpus, id_: str, inside: str) -> Entry:
    entity, preferred = corpus.entities[id_], corpus.labels.get(id_, {})
    own = "en" if naming.language_of(entity.name) == "en" else "ko"
    names = {language: _cell(preferred.get(language, "")) for language in naming.LANGUAGES}
    names[own] = names[own] or _cell(entity.name)
    others = {_cell(name) for name in (entity.name, *entity.aliases)} - {"", *names.values()}
    code = entity.country if entity.type == "Country" and entity.country else ""
    same_as = tuple(map(_cell, entity.same_as))
    return Entry(entity.type, names["ko"], names["en"], tuple(sorted(others)), inside, same_as, code)


def _inside(corpus: Corpus, ontology: Ontology, nodes: tuple[Row, ...]) -> Mapping[str, str]:
    """By their Korean names: the place around a place, the country of a body that has one alone."""
    found = {inner: _korean(corpus, outer) for inner, outer in places.around(corpus, ontology).items()}
    for node in nodes:
        country = node["country"]
        if isinstance(country, tuple) and len(country) == 1 and not ontology.is_a(str(node["type"]), PLACE):
            found[str(node["id"])] = _cell(corpus.countries.get(country[0], {}).get("ko", ""))
    return found


def _korean(corpus: Corpus, id_: str) -> str:
    return _cell(corpus.labels.get(id_, {}).get("ko") or corpus.entities[id_].name)


def _cell(name: str) -> str:
    """A name without what ends a cell or a value; nothing for a formula."""
    clean = one_line(name.replace(_BETWEEN, " "))
    return "" if clean.startswith(FORMULA) else clean
