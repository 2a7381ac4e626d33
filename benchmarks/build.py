"""Time and memory of a build, stage by stage: `build.py [FOLDER]`, by default the two sample articles."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import biograph

SAMPLES = Path(biograph.__file__).parent / "samples"


class Clock:
    """Prints how long each stage took once the next one begins."""

    def __init__(self) -> None:
        self.stage, self.wall, self.cpu = "load", time.perf_counter(), time.process_time()

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        stage = "extract" if total else what
        if stage != self.stage:
            wall, cpu = time.perf_counter(), time.process_time()
            print(f"{self.stage:<28}{wall - self.wall:8.2f} s   {cpu - self.cpu:8.2f} s CPU")
            self.stage, self.wall, self.cpu = stage, wall, cpu


def main() -> None:
    """Build a folder and print the times, articles a second, and the peak of memory."""
    folder = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLES)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as output:
        clock = Clock()
        built = biograph.build([folder], Path(output), progress=clock)
        clock("end")
    seconds, documents = time.perf_counter() - start, len(built.corpus.documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{documents} articles, {len(built.corpus.statements)} statements: {seconds:.2f} s, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
