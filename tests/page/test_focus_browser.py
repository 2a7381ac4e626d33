"""Focus, expanding, collapsing, pinning and the canvas by keyboard, in headless Chromium."""

from __future__ import annotations

import pytest

from .acting import clean, entity, find, heading

pytestmark = pytest.mark.browser

COMPANY, BRIDGE = "누리온테라퓨틱스", "한미바이오교류협회"


def drawn(shown) -> set[str]:
    return set(
        shown.page.evaluate("biograph.network.body.data.nodes.getIds().map((n) => biograph.data.entities[n].name)")
    )


def neighbours(shown, name: str) -> set[str]:
    """By the facts that are shown."""
    others = """(n) => biograph.data.statements.filter((s) => s.status !== "negated")
        .flatMap(({ subject, object }) => subject === n ? [object] : object === n ? [subject] : [])
        .map((other) => biograph.data.entities[other].name)"""
    return set(shown.page.evaluate(others, entity(shown, name)))


def focused(shown) -> str:
    return " ".join(shown.page.inner_text("#focus").split())


def said(shown) -> str:
    return shown.page.inner_text("#graph-status")


def to_canvas(shown) -> None:
    """As by the keyboard."""
    shown.page.evaluate("document.getElementById('canvas').focus({ focusVisible: true })")


def on_screen(shown, name: str) -> tuple[float, float]:
    place = "(n) => { const p = biograph.network.canvasToDOM(biograph.network.getPosition(n)); return [p.x, p.y]; }"
    x, y = shown.page.evaluate(place, entity(shown, name))
    box = shown.page.locator("#canvas").bounding_box()
    return box["x"] + x, box["y"] + y


def test_neighbours_only_leaves_the_neighbourhood(show, html):
    shown = show(html)
    find(shown, COMPANY)
    shown.page.click("#action-only")
    assert drawn(shown) == neighbours(shown, COMPANY) | {COMPANY}
    assert focused(shown) == f"{COMPANY} 주변 1단계 − + ✕"
    assert shown.page.get_attribute("#action-only", "aria-pressed") == "true"
    assert shown.page.evaluate("document.activeElement.id") == "action-only"
    assert clean(shown)


def test_depth_reaches_three_ties_and_comes_back(show, html):
    shown = show(html)
    find(shown, "HD-27")
    shown.page.click("#action-only")
    sizes = [len(drawn(shown))]
    for _ in range(2):
        shown.page.click("#focus-further")
        sizes.append(len(drawn(shown)))
    assert sizes == sorted(set(sizes))
    assert sizes[-1] < len(shown.page.evaluate("biograph.data.graph.nodes"))
    assert shown.page.is_disabled("#focus-further")
    shown.page.click("#focus-less")
    assert len(drawn(shown)) == sizes[1]
    shown.page.click("#focus-end")
    assert len(drawn(shown)) == len(shown.page.evaluate("biograph.data.graph.nodes"))
    assert focused(shown) == ""


def test_several_centres_are_shown_together_and_leave_one_by_one(show, html):
    shown = show(html)
    find(shown, COMPANY)
    shown.page.click("#action-only")
    find(shown, "한빛대병원")
    assert "한빛대병원" in drawn(shown), "what is selected is drawn wherever it is"
    shown.page.click("#action-add")
    both = neighbours(shown, COMPANY) | neighbours(shown, "한빛대병원") | {COMPANY, "한빛대병원"}
    assert drawn(shown) == both
    shown.page.get_by_role("button", name=f"{COMPANY} 빼기").click()
    assert drawn(shown) == neighbours(shown, "한빛대병원") | {"한빛대병원"}


def test_expand_adds_what_is_hidden_and_collapse_folds_it_again(show, html):
    shown = show(html)
    find(shown, COMPANY)
    shown.page.click("#action-only")
    near = drawn(shown)
    find(shown, "Larkspur Therapeutics")
    hidden = neighbours(shown, "Larkspur Therapeutics") - near
    assert shown.page.inner_text("#action-expand").split() == ["펼치기", f"+{len(hidden)}"]
    shown.page.click("#action-expand")
    assert drawn(shown) == near | hidden
    assert shown.page.locator("#action-expand").count() == 0
    shown.page.click("#action-collapse")
    assert drawn(shown) < near | hidden
    assert "1곳 접음" in focused(shown)
    shown.page.click("#collapsed-end")
    assert "1곳 접음" not in focused(shown)


def test_collapse_leaves_who_has_another_tie(show, html):
    shown = show(html)
    before = drawn(shown)
    find(shown, BRIDGE)
    shown.page.click("#action-collapse")
    gone = before - drawn(shown)
    assert gone
    assert gone <= neighbours(shown, BRIDGE)
    assert all(neighbours(shown, name) == {BRIDGE} for name in gone)
    shown.page.click("#undo")
    shown.page.wait_for_function("() => biograph.store.view.collapsed.size === 0")
    assert drawn(shown) == before


def test_double_click_collapses_and_expands(show, html):
    shown = show(html)
    before = drawn(shown)
    double_click(shown, BRIDGE, collapsed=1)
    assert drawn(shown) < before
    double_click(shown, BRIDGE, collapsed=0)
    assert drawn(shown) == before


def double_click(shown, name: str, *, collapsed: int) -> None:
    """Twice, until it is understood: on a slow machine two clicks may lie too far apart to be one."""
    for _ in range(4):
        shown.page.mouse.dblclick(*on_screen(shown, name))
        shown.page.wait_for_timeout(700)
        if shown.page.evaluate("biograph.store.view.collapsed.size") == collapsed:
            return
    raise AssertionError(f"no double click left {collapsed} collapsed")


def test_dragging_pins_and_unpinning_puts_back(show, html):
    shown = show(html)
    n = entity(shown, "HD-27")
    place = "(n) => { const { x, y } = biograph.network.getPosition(n); return [Math.round(x), Math.round(y)]; }"
    start = shown.page.evaluate(place, n)
    x, y = on_screen(shown, "HD-27")
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 90, y + 40, steps=6)
    shown.page.mouse.up()
    shown.page.wait_for_function("() => biograph.store.view.pins.size === 1")
    moved = shown.page.evaluate(place, n)
    assert on_screen(shown, "HD-27") == pytest.approx((x + 90, y + 40), abs=12), "it stays where it was let go"
    shown.page.reload()
    shown.page.wait_for_selector("#panel h2")
    assert shown.page.evaluate(place, n) == moved, "the link keeps the pin"
    find(shown, "HD-27")
    shown.page.click("#action-unpin")
    assert shown.page.evaluate(place, n) == start
    shown.page.click("#undo")
    shown.page.wait_for_function("() => biograph.store.view.pins.size === 1")
    assert shown.page.evaluate(place, n) == moved


def test_canvas_is_one_stop_that_tells_its_keys(show, html):
    shown = show(html)
    canvas = shown.page.locator("#canvas")
    assert canvas.get_attribute("role") == "application"
    assert canvas.get_attribute("aria-label")
    assert "Enter 선택" in shown.page.text_content(f"#{canvas.get_attribute('aria-describedby')}")
    assert canvas.locator("[tabindex]").count() == 0
    to_canvas(shown)
    assert said(shown) == f"{BRIDGE}, 협회·단체, 이웃 {len(neighbours(shown, BRIDGE))}", (
        "it begins at the best connected"
    )


def test_arrows_go_from_node_to_node_and_enter_selects(show, html):
    shown = show(html)
    find(shown, BRIDGE)
    to_canvas(shown)
    x = f"biograph.network.getPosition({entity(shown, BRIDGE)}).x"
    before = shown.page.evaluate(x)
    shown.page.keyboard.press("ArrowRight")
    name = said(shown).split(", ")[0]
    assert name != BRIDGE
    assert shown.page.evaluate(f"biograph.network.getPosition({entity(shown, name)}).x") > before
    assert heading(shown) == BRIDGE, "moving chooses nothing"
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_timeout(100)
    assert heading(shown) == name
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate("document.activeElement.id") == "canvas", "closing leads back to the canvas"
    for _ in range(20):
        shown.page.keyboard.press("ArrowRight")
    assert said(shown) == "그쪽에는 더 없습니다"


def test_letters_focus_expand_collapse_and_space_pins(show, html):
    shown = show(html)
    find(shown, COMPANY)
    to_canvas(shown)
    shown.page.keyboard.press("f")
    assert drawn(shown) == neighbours(shown, COMPANY) | {COMPANY}
    shown.page.keyboard.press("c")
    assert said(shown).endswith("개 접음")
    assert len(drawn(shown)) < 1 + len(neighbours(shown, COMPANY))
    shown.page.keyboard.press("e")
    assert drawn(shown) == neighbours(shown, COMPANY) | {COMPANY}
    shown.page.keyboard.press("Space")
    assert shown.page.evaluate("[...biograph.store.view.pins.keys()]") == [entity(shown, COMPANY)]
    shown.page.keyboard.press("Space")
    assert shown.page.evaluate("biograph.store.view.pins.size") == 0


def test_keys_zoom_fit_and_pan(show, html):
    shown = show(html, reduced_motion="reduce")
    to_canvas(shown)
    scale, view = "biograph.network.getScale()", "biograph.network.getViewPosition().x"
    whole = shown.page.evaluate(scale)
    shown.page.keyboard.press("+")
    assert shown.page.evaluate(scale) > whole
    before = shown.page.evaluate(view)
    shown.page.keyboard.press("Shift+ArrowRight")
    assert shown.page.evaluate(view) > before
    shown.page.keyboard.press("0")
    assert shown.page.evaluate(scale) == pytest.approx(whole)
