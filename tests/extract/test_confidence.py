"""How sure a relation is, from the marks of how it was read."""

from __future__ import annotations

import math

from biograph import sources, vocabulary
from biograph.extract import confidence, extract, korean
from biograph.extract.confidence import Model


def test_the_confidence_is_that_of_a_logistic_model() -> None:
    model = Model(0.5, {"a": 1.0, "b": -2.0})
    assert model.confidence([]) == round(1 / (1 + math.exp(-0.5)), 2)
    assert model.confidence(["a"]) > model.confidence(["a", "b"])
    assert model.confidence(["never seen"]) == model.confidence([])


def test_statements_carry_what_their_marks_say() -> None:
    text = "누리바이오는 송도에 본사를 두고 있다. 지난해에는 한빛제약을 인수했다."
    document, ontology = sources.from_text(text, id="case"), vocabulary.load()
    names, drafts = korean.read(document, ontology)
    told = {(d.subject, d.predicate, d.object): set(confidence.marks(d, names)) for d in drafts}
    model = confidence.load("ko")
    found = extract(document, ontology).statements
    assert found
    for statement in found:
        marks = told[statement.subject, statement.predicate, statement.object]
        assert statement.confidence == model.confidence(marks)
    acquires = next(marks for (_, predicate, _), marks in told.items() if predicate == "acquires")
    assert {"object in the clause", "subject in another sentence"} <= acquires
    assert any(mark.startswith("object by ") and mark != "object by " for mark in acquires)
