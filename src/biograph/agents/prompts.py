"""Questions that a person may start with, written out for the model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field


def who_bridges(
    a: Annotated[str, Field(description="A country, e.g. 한국 or Korea.")],
    b: Annotated[str, Field(description="Another country, e.g. 미국 or United States.")],
) -> str:
    """Who connects two countries, says who, and would it still be so without that one article?"""
    return (
        f"Who connects {a} and {b} in this knowledge graph? Call brokers with between [{a!r}, {b!r}], then "
        "explain_broker for the first by the network and for whoever texts claim to be a bridge. Keep apart what texts "
        "claim and what the network shows. Give ranks with their intervals and the verdicts in words, quote the "
        "evidence with outlet and date, and say what two or three articles cannot tell."
    )


def brief(entity: Annotated[str, Field(description="Name of a body, person or place, Korean or English.")]) -> str:
    """A brief on one entity in which every sentence shows its source."""
    return (
        f"Write a brief on {entity!r} from this knowledge graph alone. Find it with find_entities, read all of its "
        "facts (go on where they are cut), and check doubtful ones with read_document. What is asserted comes first; "
        "then, apart, what is planned, possible, rumoured or denied, and by whom. Cite quote, outlet and date for each "
        "sentence, name contradictions, and say how many independent articles stand behind it."
    )
