"""All tests, in one run."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from biograph.workers import Pool

from . import protocol
from .evaluation import Outcome, Run, write
from .manifests import Suite

MANIFESTS = (
    "sparql/sparql11/manifest-all.ttl",
    "sparql/sparql10/manifest-evaluation.ttl",
    "sparql/sparql10/manifest-syntax.ttl",
)


def asked(suite: Suite) -> list[Outcome]:
    """What became of each test of SPARQL 1.1, and of 1.0, whose tests 1.1 keeps; in the order of the manifests."""
    cases = [case for manifest in MANIFESTS for case in suite.cases(manifest) if case.query]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tests.nq"
        there = write(suite, cases, file)
        with Pool(file, union=False) as pool:
            run = Run(suite, pool, there)
            return [run.outcome(case) for case in cases]


def served(suite: Suite) -> list[Outcome]:
    """What became of each test of the protocols and of the service description, asked of `biograph serve`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tests.nq"
        protocol.write(suite, file)
        with _server(file) as address:
            return list(protocol.outcomes(suite, address))


@contextmanager
def _server(data: Path) -> Iterator[str]:
    command = [Path(sys.executable).parent / "biograph", "serve", "--port", "0", "--data", data]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        try:
            found = re.search(r"http://[^\s/]+", line)
            if not found:
                raise SystemExit(line)
            yield found[0]
        finally:
            process.terminate()
