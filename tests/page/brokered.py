"""A corpus with a planted broker, a body of two countries, one of none and a claim, ranked with few draws."""

from __future__ import annotations

from functools import cache

from biograph import brokers
from biograph.brokers import Question, Ranking
from biograph.model import Corpus
from small_corpus import corpus

CODES = (
    {"한국": "KR", "미국": "US", "KABIC": "KR"}
    | {f"K{n}": "KR" for n in range(12)}
    | {f"U{n}": "US" for n in range(12)}
)


def _ring(letter: str) -> list[str]:
    return [f"Company:{letter}{n} partnersWith Company:{letter}{(n + 1) % 12}" for n in range(12)]


def _ties(subject: str, *objects: str) -> list[str]:
    return [f"Association:{subject} partnersWith Company:{object_}" for object_ in objects]


@cache
def brokered() -> Corpus:
    """KABIC ties five bodies of either country; Both stands in two, Nowhere in none; a text calls KABIC a bridge."""
    texts = (
        [*_ring("K"), *_ties("KABIC", "K0", "K2", "K4", "U0", "U2")],
        [*_ring("U"), *_ties("KABIC", "K6", "K8", "U4", "U6", "U8")],
        ["Association:KABIC bridges Country:한국", "Association:KABIC bridges Country:미국", *_ties("KABIC", "K0")],
        [
            "Association:Both locatedIn Country:한국",
            "Association:Both locatedIn Country:미국",
            *_ties("Both", "K1", "U1"),
            *_ties("Nowhere", "K3", "U3"),
            "Company:K5 acquires Company:U5 status=planned",
            "Company:K5 acquires Company:U5 status=negated",
        ],
    )
    return corpus(*("\n".join(lines) for lines in texts), codes=CODES)


@cache
def ranking(**asked: object) -> Ranking:
    return brokers.rank(brokered(), Question(**{"draws": 99, "bootstraps": 40} | asked))  # type: ignore[arg-type]
