"""The server's pages in headless Chromium: the search box, what the policy refuses, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from .conftest import Served

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "viewer/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
FAULTS = """async (tags) => (await axe.run("html", { runOnly: tags })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""
PATHS = ("/", "/id/Company/한빛바이오", "/id/document/ko", "/downloads/", "/id/Company/없음")


@pytest.fixture
def opened(browser: Any, served: Served) -> Iterator[Any]:
    """Opens a path in a page of its own; what the page complained of is to be nothing."""
    contexts, complaints = [], []

    def open_(path: str, **options: Any) -> Any:
        context = browser.new_context(base_url=served.url, **({"locale": "ko"} | options))
        contexts.append(context)
        shown = context.new_page()
        shown.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.goto(path)
        return shown

    yield open_
    for context in contexts:
        context.close()
    assert [said for said in complaints if "404" not in said] == []


def test_a_name_is_found_in_initial_consonants_and_opened_by_enter(opened: Any) -> None:
    shown = opened("/")
    shown.fill("#q", "ㅎㅂㅂ")
    shown.locator("#matches [role=option]").first.wait_for()
    assert shown.locator("#matches [role=option]").all_inner_texts() == ["한빛바이오기업 · Hanbit Bio"]
    assert shown.get_attribute("#q", "aria-expanded") == "true"
    shown.keyboard.press("ArrowDown")
    assert shown.get_attribute("#q", "aria-activedescendant") == "match-0"
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/id/Company/**")
    assert shown.inner_text("h1") == "한빛바이오"


def test_a_syllable_in_composition_searches_and_its_enter_opens_nothing(opened: Any) -> None:
    shown = opened("/")
    client = shown.context.new_cdp_session(shown)
    shown.focus("#q")
    client.send("Input.imeSetComposition", {"text": "한빋", "selectionStart": 2, "selectionEnd": 2})
    shown.locator("#matches [role=option]").first.wait_for()
    enter = "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })"
    assert shown.evaluate(f"document.getElementById('q').dispatchEvent({enter})")  # nobody took it


def test_what_nobody_bears_is_said_and_escape_closes(opened: Any) -> None:
    shown = opened("/?language=en", locale="en")
    shown.fill("#q", "nobody")
    shown.locator("#matches [role=option]").first.wait_for()
    assert shown.inner_text("#matches") == "No name matches"
    assert shown.inner_text("#said") == "No name matches"
    shown.keyboard.press("Escape")
    assert shown.locator("#matches").is_hidden()


@pytest.mark.parametrize("path", ["/", "/id/Company/한빛바이오", "/graph.html"])
def test_a_page_that_the_browser_has_already_is_as_it_was(opened: Any, path: str) -> None:
    shown = opened(path)
    font = shown.evaluate("getComputedStyle(document.body).fontFamily")
    with shown.expect_response(lambda answer: path in unquote(answer.url)) as expected:
        shown.reload()
    assert expected.value.headers["etag"]
    assert shown.evaluate("getComputedStyle(document.body).fontFamily") == font


def test_a_quote_opens_at_its_place_in_the_text(opened: Any) -> None:
    shown = opened("/id/Company/한빛바이오")
    quote = shown.locator("figure", has_text="한빛바이오는 서울에 있다.")
    quote.locator("a").click()
    shown.wait_for_url("**/id/document/ko#e2")
    assert shown.locator(".anchor:target + mark").inner_text() == "한빛바이오는 서울에 있다."


def test_the_page_to_write_queries_asks_this_server(opened: Any) -> None:
    shown = opened("/query?query=" + "SELECT ?n { ?s skos:prefLabel ?n } LIMIT 3")
    shown.locator("#app .cm-content").click()
    shown.keyboard.press("Control+Enter")
    shown.locator("table tbody tr").nth(2).wait_for()


def test_a_language_chosen_on_the_query_page_stays_though_another_page_had_one(opened: Any) -> None:
    shown = opened("/?language=ko", locale="en")
    shown.goto("/query?named=about&name=GBA&language=ko")
    assert shown.get_attribute("html", "lang") == "ko"
    shown.click("#language")
    shown.reload()
    assert shown.get_attribute("html", "lang") == "en"
    shown.goto("/")
    assert shown.get_attribute("html", "lang") == "en"


def test_a_name_that_nobody_bears_is_told_with_the_nearest_on_the_query_page(opened: Any) -> None:
    shown = opened("/query?named=about&name=GBX")
    shown.get_by_text("no entity named 'GBX'").wait_for()
    assert shown.get_by_text("nearest: GBA").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_has_a_fault(opened: Any, path: str, theme: str) -> None:
    if not AXE.exists():
        pytest.skip("no axe-core here: npm ci in viewer/")
    shown = opened(path, bypass_csp=True, color_scheme=theme, viewport={"width": 390, "height": 844})
    shown.add_script_tag(path=AXE)
    assert shown.evaluate(FAULTS, TAGS) == []
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
