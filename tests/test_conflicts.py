"""What contradicts what, and what became of what: each case a few lines, and what is found in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from biograph.conflicts import find
from biograph.model import Corpus
from biograph.vocabulary import load
from small_corpus import corpus

BUYS = "Company:A acquires Company:B"
INVESTS = "Investor:V investsIn Company:B"
TIED = "Company:A partnersWith Company:B"
HEADS = "Person:Kim affiliatedWith Company:A"

# Each text is a document, published a day after the one before.
FOUND = {
    "denied elsewhere": ("denied", BUYS, f"{BUYS} status=negated"),
    "denied in the same text": ("denied", f"{BUYS}\n{BUYS} status=negated"),
    "denied by somebody": ("denied", BUYS, f"{BUYS} status=negated speaker=Person:Kim"),
    "denied the other way round": ("denied", TIED, "Company:B partnersWith Company:A status=negated"),
    "denied for a year that holds the day": ("denied", f"{BUYS} date=2024-03-05", f"{BUYS} status=negated date=2024"),
    "two amounts": ("amount", f"{INVESTS} amount=15000000_USD", f"{INVESTS} amount=20000000_USD"),
    "two amounts close to each other": ("amount", f"{INVESTS} amount=150000_USD", f"{INVESTS} amount=155000_USD"),
    "two days of one year": ("date", f"{BUYS} date=2024-03-05", f"{BUYS} date=2024-03-07"),
    "two months of one year": ("date", f"{BUYS} date=2024-03", f"{BUYS} date=2024-04-01"),
    "planned and done": ("happened", f"{BUYS} status=planned date=2024", f"{BUYS} date=2024-03"),
    "rumoured and done": ("happened", f"{BUYS} status=rumoured", BUYS),
    "possible and done": ("happened", f"{BUYS} status=possible", BUYS),
    "planned and dropped": ("dropped", f"{BUYS} status=planned", f"{BUYS} status=negated"),
    "held and ended": ("ended", f"{TIED} date=2021", f"{TIED} status=ended date=2024"),
}
NOTHING = {
    "one fact": (BUYS,),
    "two facts": (BUYS, "Company:A acquires Company:C status=negated"),
    "two relations": (BUYS, "Company:A investsIn Company:B status=negated"),
    "the other way round": (BUYS, "Company:B acquires Company:A status=negated"),
    "denied for another year": (f"{BUYS} date=2023", f"{BUYS} status=negated date=2024"),
    "denied of another product": (
        "Company:A licensesTo Company:B product=X",
        "Company:A licensesTo Company:B status=negated product=Y",
    ),
    "not as what": (f"{HEADS} role=president", f"{HEADS} status=negated role=chairman"),
    "amounts of two years": (f"{INVESTS} amount=15000000_USD date=2022", f"{INVESTS} amount=20000000_USD date=2023"),
    "amounts of two currencies": (f"{INVESTS} amount=15000000_USD", f"{INVESTS} amount=20000000000_KRW"),
    "amounts of a plan": (f"{INVESTS} amount=15_USD status=planned", f"{INVESTS} amount=20_USD status=planned"),
    "an amount and its rounding": (f"{BUYS} amount=570000000_USD", f"{BUYS} amount=571000000_USD"),
    "an amount that is no number": (f"{BUYS} amount=undisclosed", f"{BUYS} amount=20000000_USD"),
    "a day and its month": (f"{BUYS} date=2024-03", f"{BUYS} date=2024-03-07"),
    "a fair of two years": (
        "Company:A participatesIn Event:Fair date=2023-05",
        "Company:A participatesIn Event:Fair date=2024-05",
    ),
    "two sums on two days": (
        f"{INVESTS} amount=15000000_USD date=2024-02",
        f"{INVESTS} amount=20000000_USD date=2024-09",
    ),
    "planned and done in one text": (f"{BUYS} status=planned\n{BUYS}",),
    "done and planned again": (BUYS, f"{BUYS} status=planned"),
    "planned for another year": (f"{BUYS} status=planned date=2025", f"{BUYS} date=2024"),
    "ended and denied": (f"{TIED} status=ended", f"{TIED} status=negated"),
    "ended, then held": (f"{TIED} status=ended", TIED),
}


def written(*texts: str) -> Corpus:
    """The corpus of these texts; in a line, which blanks divide, an amount has a low line for its own."""
    made = corpus(*texts)
    blank = lambda s: tuple((key, value.replace("_", " ")) for key, value in s.qualifiers)  # noqa: E731
    return replace(made, statements=tuple(replace(s, qualifiers=blank(s)) for s in made.statements))


@pytest.mark.parametrize("case", FOUND)
def test_found(case):
    kind, *texts = FOUND[case]
    whole = written(*texts)
    (conflict,) = find(whole, load())
    assert conflict.kind == kind
    assert sorted(conflict.statements) == sorted(s.id for s in whole.statements)


@pytest.mark.parametrize("case", NOTHING)
def test_nothing_found(case):
    assert find(written(*NOTHING[case]), load()) == ()


def test_what_hangs_together_is_one_conflict_in_the_order_of_the_telling():
    whole = written(f"{BUYS} date=2024-03-09", f"{BUYS} date=2024-03-05", f"{BUYS} date=2024-03-07")
    (conflict,) = find(whole, load())
    dates = {s.id: dict(s.qualifiers)["date"] for s in whole.statements}
    assert [dates[id_] for id_ in conflict.statements] == ["2024-03-09", "2024-03-05", "2024-03-07"]


def test_who_agrees_with_all_is_left_out():
    whole = written(f"{BUYS} date=2023", f"{BUYS} date=2024", f"{BUYS} status=negated date=2024")
    (conflict,) = find(whole, load())
    assert sorted(conflict.statements) == sorted(s.id for s in whole.statements[1:])


def test_an_undated_text_tells_no_development():
    whole = written(f"{BUYS} status=planned", BUYS)
    undated = {id_: replace(document, published=None) for id_, document in whole.documents.items()}
    assert find(replace(whole, documents=undated), load()) == ()


def test_order_of_the_input_does_not_matter():
    sums = [f"{INVESTS} amount={n}000_USD" for n in (150, 250, 350)]
    whole = written(f"{BUYS} status=planned", BUYS, f"{BUYS} status=negated", *sums)
    turned = replace(whole, statements=whole.statements[::-1])
    assert [c.kind for c in find(whole, load())] == ["denied", "amount", "happened", "dropped"]
    assert find(whole, load()) == find(turned, load())


def test_a_relation_that_the_ontology_does_not_know_has_its_direction():
    owes = "Company:A owes Company:B"
    assert [c.kind for c in find(written(owes, f"{owes} status=negated"), load())] == ["denied"]
    assert find(written(owes, "Company:B owes Company:A status=negated"), load()) == ()
