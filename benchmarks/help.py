"""CPU seconds of `biograph --help`, and their ratio to an interpreter that only imports click; the limit is 0.2 s."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence

RUNS = 15
LIMIT = 0.2  # seconds


def cpu(code: str, arguments: Sequence[str] = ()) -> float:
    """The least user and system time, in seconds, of several runs of an interpreter."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(times)


def main() -> int:
    """Print the times; 1 when the limit is passed."""
    ours = cpu("from biograph.cli import main; main()", ["--help"])
    click = cpu("import click")
    print(f"biograph --help {ours:.3f} s   import click {click:.3f} s   ratio {ours / click:.2f}   limit {LIMIT} s")
    return int(ours > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
