"""Accessibility in headless Chromium: axe-core over every page and state, and what no checker sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .acting import clean, find, heading
from .waiting import wait

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "viewer/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
FAULTS = """async ([within, tags]) => (await axe.run(within, { runOnly: tags })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))"""


@pytest.fixture
def checked(show, html) -> Any:
    """Opens the page in a theme with axe-core beside it; its faults in the state that the page is in."""
    if not AXE.exists():
        pytest.skip("no axe-core here: npm ci in viewer/")

    def opened(theme: str = "light", **options: Any) -> tuple[Any, Any]:
        shown = show(html, bypass_csp=True, reduced_motion="reduce", **options)
        shown.page.add_script_tag(path=AXE)
        shown.page.evaluate("(theme) => biograph.store.change({ theme })", theme)
        rules = TAGS if theme == "light" else ["color-contrast"]  # a theme changes nothing else
        return shown, lambda within="html": shown.page.evaluate(FAULTS, [within, rules])

    return opened


def to(shown, page: str) -> None:
    shown.page.click(f"[data-page={page}]")
    shown.page.wait_for_timeout(150)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_page_has_a_fault(checked, theme):
    shown, faults = checked(theme)
    for page in ("graph", "brokers", "tables", "texts"):
        to(shown, page)
        assert faults() == [], page


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_no_selection_has_a_fault(checked, theme):
    shown, faults = checked(theme)
    find(shown, "KUBA")
    assert heading(shown) == "한미바이오교류협회"
    assert faults() == []
    shown.page.evaluate("biograph.store.change({ selection: { kind: 'facts', statements: [0, 1] } })")
    shown.page.locator("#panel mark").first.wait_for()
    assert faults() == []
    shown.page.click("#panel .fact .link")
    shown.page.locator("#texts .here").first.wait_for()
    assert faults() == []


def test_no_open_list_drawer_or_form_has_a_fault(checked):
    shown, faults = checked()
    shown.page.fill("#search", "바이오")
    assert faults() == []
    shown.page.keyboard.press("Escape")
    for tool in shown.page.locator("#tools .tool:not(#language), #steps .tool:not([aria-disabled=true])").all():
        tool.click()
        assert faults() == [], tool.get_attribute("id")
        shown.page.keyboard.press("Escape")


def test_no_fault_in_english_or_on_a_phone(checked):
    shown, faults = checked(**PHONE)
    shown.page.click("#more")
    assert faults(".tools") == [], "what the open tools cover is no target"
    shown.page.click("#language")
    for page in ("brokers", "tables", "texts", "graph"):
        to(shown, page)
        assert faults() == [], page
    find(shown, "KUBA")
    assert faults() == []


def test_the_skip_link_is_first_and_leaves_the_address_alone(show, html):
    shown = show(html)
    shown.page.keyboard.press("Tab")
    assert shown.page.locator(":focus").inner_text() == "본문으로 건너뛰기"
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "main"
    assert shown.page.evaluate("location.hash") == ""
    assert clean(shown)


def test_tab_goes_through_the_header_in_reading_order_with_a_visible_ring(show, html):
    shown = show(html)
    shown.page.keyboard.press("Tab")
    seen = []
    for _ in range(60):
        shown.page.keyboard.press("Tab")
        where = shown.page.evaluate(
            """() => { const e = document.activeElement; const ring = parseFloat(getComputedStyle(e).outlineWidth);
            return [Boolean(e.closest(".top")), e.id || e.dataset.page, ring, e.getBoundingClientRect().left]; }"""
        )
        if not where[0]:
            break
        seen.append(where)
    assert [name for _, name, *_ in seen][:7] == ["search", "graph", "brokers", "tables", "texts", "undo", "redo"]
    assert seen[-1][1] == "language"
    assert all(ring >= 2 for _, _, ring, _ in seen)
    assert [left for *_, left in seen] == sorted(left for *_, left in seen)


def test_a_menu_works_from_the_keyboard(show, html):
    shown = show(html)
    opener = shown.page.locator("#theme")
    opener.press("Enter")
    assert shown.page.locator(":focus").get_attribute("aria-checked") == "true"
    for key in ("End", "ArrowDown", "ArrowUp", "ArrowUp"):
        shown.page.keyboard.press(key)
    assert shown.page.locator(":focus").inner_text() == "어둡게"
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "theme"
    assert shown.page.get_attribute("html", "data-theme") == "dark"
    opener.press("ArrowDown")
    assert shown.page.locator(":focus").inner_text() == "어둡게"
    shown.page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert shown.page.evaluate("document.activeElement.id") == "theme"
    opener.click()
    shown.page.keyboard.press("Tab")
    assert opener.get_attribute("aria-expanded") == "false"


def test_the_theme_is_in_the_address_and_the_graph_follows_it(show, html):
    shown = show(html)
    ground = "document.querySelector('canvas') && getComputedStyle(document.getElementById('graph')).backgroundColor"
    light = shown.page.evaluate(ground)
    shown.page.click("#theme")
    shown.page.click("#theme-menu >> text=고대비")
    assert "theme=contrast" in shown.page.url
    assert shown.page.evaluate(ground) == "rgb(255, 255, 255)" != light
    shown.page.reload()
    wait(shown, "globalThis.biograph !== undefined")
    assert shown.page.get_attribute("html", "data-theme") == "contrast"


@pytest.mark.parametrize(
    ("wish", "theme"),
    [
        ({"color_scheme": "dark"}, "dark"),
        ({"contrast": "more"}, "contrast"),
        ({"forced_colors": "active"}, "contrast"),
        ({"contrast": "more", "color_scheme": "dark"}, "contrast-dark"),
    ],
)
def test_the_system_s_wish_holds_until_the_reader_chooses(show, html, wish, theme):
    shown = show(html, **wish)
    assert shown.page.get_attribute("html", "data-theme") == theme
    shown.page.evaluate("biograph.store.change({ theme: 'light' })")
    assert shown.page.get_attribute("html", "data-theme") == "light"


def test_every_control_is_large_enough_to_hit(show, html):
    shown = show(html)
    small = shown.page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, summary")].filter((e) => e.checkVisibility())
        .filter((e) => !e.closest("p, blockquote, figcaption, .unseen")).map((e) => [e, e.getBoundingClientRect()])
        .filter(([e, { width, height }]) => width > 1 && (width < 24 || height < 24)).map(([e]) => e.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 640, "height": 400}])
def test_nothing_is_cut_off_at_320_pixels_or_at_twice_the_size(show, html, size):
    shown = show(html, viewport=size)
    for page in ("graph", "brokers", "texts"):
        to(shown, page)
        assert shown.page.evaluate("document.documentElement.scrollWidth") == size["width"], page
    shown.page.click("#more")
    for tool in shown.page.locator("#tools .tool").all():
        box = tool.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size["width"]


def test_on_a_phone_the_sheet_grows_shrinks_and_closes(show, html):
    shown = show(html, **PHONE)
    find(shown, "KUBA")
    sheet, grip = shown.page.locator("#panel"), shown.page.locator("#grip")
    half = sheet.bounding_box()["height"]
    grip.press("Enter")
    assert sheet.bounding_box()["height"] > 1.5 * half
    assert grip.get_attribute("aria-expanded") == "true"
    grip.tap()
    assert sheet.bounding_box()["height"] == half
    box = grip.bounding_box()
    shown.page.mouse.move(195, box["y"] + 14)
    shown.page.mouse.down()
    shown.page.mouse.move(195, box["y"] - 100, steps=3)
    assert sheet.bounding_box()["height"] > half + 90
    shown.page.mouse.move(195, 820, steps=3)
    shown.page.mouse.up()
    assert shown.page.evaluate("biograph.store.view.selection") is None
    assert not grip.is_visible()


def test_on_a_phone_the_tools_stand_behind_one_button(show, html):
    shown = show(html, **PHONE)
    more = shown.page.locator("#more")
    assert not shown.page.locator("#language").is_visible()
    more.tap()
    assert shown.page.locator("#tools .tool").first.inner_text() != ""
    shown.page.keyboard.press("Escape")
    assert more.get_attribute("aria-expanded") == "false"
    assert shown.page.evaluate("document.activeElement.id") == "more"
    more.tap()
    shown.page.locator("#language").tap()
    assert shown.page.get_attribute("html", "lang") == "en"
    assert not shown.page.locator("#language").is_visible()


def test_parts_in_another_language_say_so(show, html):
    shown = show(html)
    assert shown.page.get_attribute("#language", "lang") == "en"
    shown.page.click("#language")
    assert shown.page.get_attribute("#language", "lang") == "ko"
    to(shown, "texts")
    assert shown.page.get_attribute("#texts .text", "lang") == "en", "the newest text comes first"
    shown.page.locator("#texts .title").last.click()
    assert shown.page.get_attribute("#texts .text", "lang") == "ko"
