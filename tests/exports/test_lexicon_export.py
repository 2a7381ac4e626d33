"""The names of a dataset as a concept scheme and as a table, read back by other programs and by the next build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import RDF, SKOS, Literal, URIRef

from biograph.exports import lexicon, places, skos
from biograph.exports.selection import Selection
from biograph.extract.lexicon import Entry
from biograph.extract.lexicon import load as load_lexicon
from biograph.model import Corpus, Status
from biograph.store import Store
from biograph.vocabulary import load
from small_corpus import corpus

ID = "https://w3id.org/biograph/id/"
HANBIT = URIRef(f"{ID}Company/한빛바이오")


def scheme(chosen: Selection) -> rdflib.Graph:
    return rdflib.Graph().parse(data=b"".join(skos.write(chosen)), format="turtle")


def chosen_from(values: Corpus, statuses: tuple[Status, ...] = tuple(Status)) -> Selection:
    """A selection of a corpus that no store holds."""
    selection = Selection(Store.memory([]), statuses, "ko", load())
    selection.__dict__["corpus"] = values
    return selection


def test_rdflib_reads_a_concept_for_each_entity(news: Selection) -> None:
    graph = scheme(news)
    concepts = {str(c).removeprefix(ID) for c in graph.subjects(RDF.type, SKOS.Concept) if str(c).startswith(ID)}
    assert concepts == {node["id"] for node in news.facts.nodes}
    assert set(graph.objects(HANBIT, SKOS.prefLabel)) == {
        Literal("한빛바이오", lang="ko"),
        Literal("Hanbit Bio", lang="en"),
    }
    gba = URIRef(f"{ID}Association/가교바이오협회")
    assert [*graph.objects(gba, SKOS.altLabel)] == [Literal("GBA", lang="en")]
    assert graph.value(URIRef(f"{ID}Country/한국"), SKOS.notation) == Literal("KR")
    assert graph.value(HANBIT, SKOS.example) == Literal(
        "Hanbit Bio and Harbor Reagents signed a pact on March 1.", lang="en"
    )


def test_concepts_are_below_their_types_and_places(news: Selection) -> None:
    graph = scheme(news)
    (top,) = graph.objects(URIRef(f"{ID}graph/lexicon"), SKOS.hasTopConcept)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert all(top in graph.transitive_objects(concept, SKOS.broader) for concept in concepts)
    boston, america = URIRef(f"{ID}City/보스턴"), URIRef(f"{ID}Country/미국")
    assert (boston, SKOS.broader, america) in graph
    assert {*graph.subjects(SKOS.inScheme)} == concepts


def test_skos_conditions_hold(news: Selection) -> None:
    check: Any = pytest.importorskip("skosify.check", reason="skosify is not installed: pip install skosify")
    graph = scheme(news)
    size = len(graph)
    check.hierarchy_cycles(graph, fix=True)
    check.disjoint_relations(graph, fix=True)
    check.label_overlap(graph, fix=True)
    check.preflabel_uniqueness(graph, policy=["shortest"])
    assert len(graph) == size  # nothing had to be mended


def test_a_name_is_not_both_preferred_and_alternative() -> None:
    values = corpus("Company:Alpha partnersWith Company:Beta", aliases={"Alpha": ("Alpha", "알파", "Alpha Inc")})
    values = replace(values, labels={"Company/alpha": {"en": "Alpha Inc", "ko": "알파"}})
    graph = scheme(chosen_from(values))
    alpha = URIRef(f"{ID}Company/alpha")
    assert set(graph.objects(alpha, SKOS.prefLabel)) == {Literal("Alpha Inc", lang="en"), Literal("알파", lang="ko")}
    assert set(graph.objects(alpha, SKOS.altLabel)) == {Literal("Alpha", lang="en")}


def test_addresses_are_those_of_the_dataset(news: Selection) -> None:
    moved = "https://example.org/x/"

    def move(term: Any) -> Any:
        return URIRef(term.replace(ID, moved)) if isinstance(term, URIRef) else term

    store = Store.memory(tuple(map(move, quad)) for quad in news.store.quads())  # type: ignore[misc]
    graph = scheme(replace(news, store=store))
    assert (URIRef(f"{moved}Company/한빛바이오"), RDF.type, SKOS.Concept) in graph
    assert ID not in graph.serialize(format="nt", encoding=None)


def test_examples_are_of_chosen_statuses() -> None:
    values = corpus("Company:Alpha acquires Company:Beta status=planned")
    assert (None, SKOS.example, None) in scheme(chosen_from(values))
    assert (None, SKOS.example, None) not in scheme(chosen_from(values, (Status.ASSERTED,)))


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("City:Boston partOf Region:Mass\nRegion:Mass partOf Country:미국", "City/boston", "Region/mass"),
        ("City:Boston partOf Country:미국\nCity:Boston locatedIn Region:Mass", "City/boston", "Region/mass"),
        ("City:Boston partOf Region:Mass\nRegion:Mass locatedIn City:Boston", "Region/mass", None),
        ("Facility:Lab locatedIn City:Boston", "Facility/lab", "City/boston"),
        ("City:Boston partOf Region:Mass status=planned", "City/boston", None),
        ("Company:Alpha locatedIn City:Boston", "Company/alpha", None),
        ("City:Boston partOf City:Metro", "City/boston", None),
        ("Company:Alpha locatedIn City:Boston\nCompany:Alpha locatedIn Country:미국", "City/boston", "Country/미국"),
    ],
)
def test_a_place_lies_in_the_smallest_that_is_larger(text: str, inner: str, outer: str | None) -> None:
    codes = {"미국": "US", "Boston": "US"} if "Company" in text else {}
    assert places.around(corpus(text, codes=codes), load()).get(inner) == outer


def read_back(chosen: Selection, folder: Path) -> dict[str, Entry]:
    """The table as the next build reads it, by Korean name or else the English one."""
    table = folder / "names" / "names.tsv"
    table.parent.mkdir()
    table.write_text("".join(lexicon.write(chosen)), "utf-8")
    load_lexicon.cache_clear()
    return {entry.ko or entry.en: entry for entry in load_lexicon(folder).entries}


def test_the_next_build_reads_the_names_that_the_ontology_lacks(news: Selection, tmp_path: Path) -> None:
    rows = read_back(news, tmp_path)
    assert rows.keys() == {"가교바이오협회", "한빛바이오", "하버시약"}  # places are known, persons and units left out
    assert rows["한빛바이오"] == Entry("Company", "한빛바이오", "Hanbit Bio", (), "한국")
    assert rows["가교바이오협회"].aliases == ("GBA",)
    (hit,) = load_lexicon(tmp_path).find("어제 한빛바이오 공장에서")
    assert hit.entries == (rows["한빛바이오"],)


def test_the_table_has_places_codes_and_identifiers(tmp_path: Path) -> None:
    values = corpus(
        "City:Newtown partOf Region:신도\nCompany:Alpha locatedIn City:Newtown\nCountry:신국 partOf Region:대륙",
        codes={"신국": "XX"},
        aliases={"Alpha": ("알파", "A|B\tC", "=1+1", "가나다")},
    )
    entities = dict(values.entities)
    entities["Company/alpha"] = replace(entities["Company/alpha"], same_as=("https://x.org/1", "https://x.org/2"))
    rows = read_back(chosen_from(replace(values, entities=entities)), tmp_path)
    assert rows["Newtown"] == Entry("City", "", "Newtown", (), "신도")
    assert rows["신국"].code == "XX"
    assert rows["Alpha"].aliases == ("A B C", "가나다", "알파")  # a formula is no name
    assert rows["Alpha"].same_as == ("https://x.org/1", "https://x.org/2")


def test_units_of_bodies_are_left_out(tmp_path: Path) -> None:
    """A reader that knows “KHIDI 미국지사” by name alone no longer finds that it is a unit of the KHIDI."""
    values = corpus("OrganizationalUnit:Branch unitOf Company:Alpha")
    assert read_back(chosen_from(values), tmp_path).keys() == {"Alpha"}


def test_a_row_whose_only_name_is_a_formula_is_left_out(tmp_path: Path) -> None:
    values = corpus("Company:Alpha partnersWith Company:Beta")
    entities = dict(values.entities)
    entities["Company/alpha"] = replace(entities["Company/alpha"], name="=HYPERLINK(1)")
    assert read_back(chosen_from(replace(values, entities=entities)), tmp_path).keys() == {"Beta"}
