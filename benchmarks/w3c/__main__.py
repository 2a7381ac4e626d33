"""Ask biograph the W3C's tests of SPARQL and print what became of them: `python benchmarks/w3c RDF_TESTS`.

RDF_TESTS is a copy of https://github.com/w3c/rdf-tests.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from w3c.manifests import Suite
from w3c.report import lines
from w3c.running import asked, served

if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "sparql").is_dir():
        sys.exit("usage: python benchmarks/w3c RDF_TESTS (a copy of https://github.com/w3c/rdf-tests)")
    suite = Suite(Path(sys.argv[1]).resolve())
    print(*lines([*asked(suite), *served(suite)]), sep="\n")
