"""All tests of queries, in one run."""

from __future__ import annotations

import tempfile
from pathlib import Path

from biograph.workers import Pool

from .evaluation import Outcome, Run, write
from .manifests import Suite

MANIFESTS = (
    "sparql/sparql11/manifest-all.ttl",
    "sparql/sparql10/manifest-evaluation.ttl",
    "sparql/sparql10/manifest-syntax.ttl",
)


def outcomes(suite: Suite) -> list[Outcome]:
    """What became of each test of SPARQL 1.1, and of 1.0, whose tests 1.1 keeps; in the order of the manifests."""
    cases = [case for manifest in MANIFESTS for case in suite.cases(manifest) if case.query]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tests.nq"
        there = write(suite, cases, file)
        with Pool(file, union=False) as pool:
            run = Run(suite, pool, there)
            return [run.outcome(case) for case in cases]
