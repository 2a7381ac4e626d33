"""The JSON-LD context that is shipped; `python tests/exports/test_jsonld_context.py` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path

from biograph.exports.context import context
from biograph.vocabulary import load

SHIPPED = Path(__file__).parents[2] / "ontology" / "context.jsonld"


def text() -> str:
    return json.dumps({"@context": context(load())}, ensure_ascii=False, indent=1) + "\n"


def test_the_context_that_is_shipped_is_that_of_the_ontology() -> None:
    assert SHIPPED.read_text("utf-8") == text(), "python tests/exports/test_jsonld_context.py writes it anew"


def test_every_term_of_the_ontology_has_a_key() -> None:
    terms, keys = load(), context(load())
    assert {*terms.properties, *terms.parents, *terms.labels} <= set(keys)
    assert keys["acquires"] == {"@id": "bg:acquires", "@type": "@id"}
    assert keys["confidence"] == {"@id": "bg:confidence", "@type": "xsd:decimal"}
    assert keys["status"] == {"@id": "bg:status", "@type": "@vocab"}
    assert (keys["planned"], keys["role"]) == ("bg:planned", "bg:role")


def test_a_name_that_is_taken_is_left_to_its_prefix(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(
        "@prefix bg: <https://w3id.org/biograph/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "bg:name a owl:ObjectProperty . bg:likes a owl:ObjectProperty . bg:schema a owl:Class ."
    )
    keys = context(load(tmp_path))
    assert keys["name"]["@id"] == "skos:prefLabel"
    assert keys["schema"] == "https://schema.org/"
    assert keys["likes"] == {"@id": "bg:likes", "@type": "@id"}


if __name__ == "__main__":
    SHIPPED.write_text(text(), "utf-8")
