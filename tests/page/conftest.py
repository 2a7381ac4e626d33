"""A headless Chromium whose pages record every request, error and violation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from biograph import page
from biograph.model import Corpus

from . import sample
from .waiting import wait


@dataclass
class Opened:
    """A page in the browser and what it did: `requests` are those beyond the file itself, `complaints` the console."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return sample.corpus()


@pytest.fixture(scope="session")
def html(corpus: Corpus) -> str:
    return page.render(corpus, title="기사 세 편")


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML from disk and waits until it is drawn."""
    contexts = []

    def opened(source: str, **options: Any) -> Opened:
        file = tmp_path / "graph.html"
        file.write_text(source, encoding="utf-8", newline="\n")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        shown = Opened(context.new_page())
        shown.page.on("request", lambda r: None if r.url == file.as_uri() else shown.requests.append(r.url))
        shown.page.on("console", lambda message: shown.complaints.append(message.text))
        shown.page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        shown.page.on("dialog", lambda dialog: (shown.complaints.append(dialog.message), dialog.dismiss()))
        shown.page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error('CSP: ' + e.violatedDirective))"
        )
        shown.page.goto(file.as_uri())
        wait(shown, "globalThis.biograph !== undefined")
        return shown

    yield opened
    for context in contexts:
        context.close()
