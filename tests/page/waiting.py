"""Waiting for the page; the Content-Security-Policy refuses the evaluation that playwright's own waiting polls with."""

from __future__ import annotations

POLL = """async () => {
  for (let i = 0; i < 1500 && !(%s); i++) await new Promise((done) => setTimeout(done, 10));
}"""


def wait(shown, condition: str) -> None:
    """Until something, in JavaScript, holds on the page; an assertion that fails after fifteen seconds."""
    shown.page.evaluate(POLL % condition)
    assert shown.page.evaluate(f"Boolean({condition})"), condition
