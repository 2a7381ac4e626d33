"""A link reproduces the view, back and forward undo and redo, and what an address names wrongly is left out."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from .acting import clean, find, heading
from .waiting import wait

pytestmark = pytest.mark.browser

# The view as JSON; sets and maps as sorted lists.
VIEW = """JSON.stringify(biograph.store.view, (key, value) =>
  value instanceof Set || value instanceof Map ? [...value].sort() : value)"""
OPEN = "globalThis.biograph !== undefined && document.querySelector('#panel h2')"


@pytest.fixture
def follow(show, html):
    """Opens the page anew at a fragment, as from a mail."""

    def opened(fragment, **options):
        shown = show(html, **options)
        address = shown.page.url.partition("#")[0]
        shown.page.goto("about:blank")
        shown.page.goto(f"{address}#{fragment}")
        wait(shown, OPEN)
        shown.requests[:] = [url for url in shown.requests if url.partition("#")[0] not in (address, "about:blank")]
        return shown

    return opened


def test_a_link_reproduces_what_was_chosen(show, html, follow):
    shown = show(html)
    shown.page.click("[data-filter=Company]")
    shown.page.click("[data-filter=negated]")
    find(shown, "한미바이오교류협회")
    shown.page.click("#language")
    shown.page.click("[data-page=tables]")
    wait(shown, "document.querySelector('#sheet table')")
    shown.page.click("[data-column=when]")
    shown.page.fill("#tables input", "boston")
    wait(shown, "document.querySelector('#sheet th.when[aria-sort]')")
    wait(shown, "document.querySelectorAll('#sheet tbody tr').length < 20")
    link, view = shown.page.evaluate("location.hash.slice(1)"), shown.page.evaluate(VIEW)
    there = follow(link)
    wait(there, "document.querySelectorAll('#sheet tbody tr').length > 0")
    assert there.page.evaluate(VIEW) == view
    assert there.page.evaluate("location.hash.slice(1)") == link
    for each in (shown, there):
        assert heading(each) == "한미바이오교류협회"
        assert each.page.get_attribute("html", "lang") == "en"
        assert each.page.get_attribute("[data-filter=Company]", "aria-pressed") == "false"
        assert each.page.get_attribute("[data-filter=negated]", "aria-pressed") == "true"
    cells = [each.page.locator("#sheet td").all_inner_texts() for each in (shown, there)]
    assert cells[0] == cells[1]
    assert clean(there)


def test_a_place_in_a_text_and_pins_come_with_the_link(show, html, follow):
    shown = show(html)
    find(shown, "KUBA")
    shown.page.evaluate("biograph.store.change({ pins: new Map([[biograph.store.view.selection.entity, [40, -60]]]) })")
    shown.page.locator("#panel .link", has_text="원문에서 보기").first.click()
    wait(shown, "document.querySelector('#texts .here')")
    there = follow(shown.page.evaluate("location.hash.slice(1)"))
    wait(there, "document.querySelector('#texts .here')")
    assert there.page.evaluate(VIEW) == shown.page.evaluate(VIEW)
    marked = [each.page.locator("#texts .here").all_inner_texts() for each in (shown, there)]
    assert marked[0] == marked[1]


def test_the_address_is_short_and_can_be_read(show, html):
    shown = show(html)
    assert shown.page.evaluate("location.hash") == ""
    find(shown, "누리온테라퓨틱스")
    assert unquote(shown.page.evaluate("location.hash")) == "#sel=e,Company/누리온테라퓨틱스"
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate("location.hash") == ""


@pytest.mark.parametrize(
    "fragment",
    [
        "sel=e,Company/누리온테라퓨틱스",
        "sel=e,Company/%EB%88%84%EB%A6%AC%EC%98%A8%ED%85%8C%EB%9D%BC%ED%93%A8%ED%8B%B1%EC%8A%A4",
        "sel=e,Company%2F누리온테라퓨틱스",
    ],
)
def test_hangul_in_an_address_may_be_escaped_or_not(follow, fragment):
    assert heading(follow(fragment)) == "누리온테라퓨틱스"


def test_back_and_forward_undo_and_redo(show, html):
    shown = show(html)
    steps = (
        lambda: find(shown, "누리온테라퓨틱스"),
        lambda: shown.page.click("[data-filter=Person]"),
        lambda: shown.page.click("[data-page=tables]"),
        lambda: shown.page.click("#tab-entities"),
        lambda: shown.page.click("#language"),
    )
    views = [shown.page.evaluate(VIEW)]
    for step in steps:
        step()
        views.append(shown.page.evaluate(VIEW))
    assert len(set(views)) == len(views)
    seen = []
    for _ in steps:
        shown.page.click("#undo")
        shown.page.wait_for_timeout(100)
        seen.append(shown.page.evaluate(VIEW))
    assert seen == views[-2::-1]
    assert shown.page.evaluate("biograph.store.canUndo") is False
    for expected in views[1:]:
        shown.page.go_forward()
        shown.page.wait_for_timeout(100)
        assert shown.page.evaluate(VIEW) == expected
    assert shown.page.evaluate("biograph.store.canRedo") is False
    assert clean(shown)


def test_a_new_step_after_undo_leaves_nothing_to_redo(show, html):
    shown = show(html)
    find(shown, "누리온테라퓨틱스")
    shown.page.click("[data-filter=Person]")
    shown.page.click("#undo")
    wait(shown, "biograph.store.canRedo")
    shown.page.click("[data-filter=City]")
    assert shown.page.evaluate("biograph.store.canRedo") is False
    shown.page.click("#undo")
    wait(shown, "!biograph.store.view.filter.types.size")
    assert heading(shown) == "누리온테라퓨틱스"


def test_an_address_put_in_by_hand_is_a_step(show, html):
    shown = show(html)
    find(shown, "누리온테라퓨틱스")
    shown.page.evaluate("location.hash = 'page=tables&table=documents'")
    wait(shown, "document.querySelector('#sheet table.documents')")
    shown.page.go_back()
    wait(shown, "biograph.store.view.page === 'graph'")
    wait(shown, "document.querySelector('#panel-heading')")
    assert heading(shown) == "누리온테라퓨틱스"


def test_reloading_keeps_the_view_and_its_history(show, html):
    shown = show(html)
    find(shown, "누리온테라퓨틱스")
    shown.page.click("[data-page=tables]")
    view = shown.page.evaluate(VIEW)
    shown.page.reload()
    wait(shown, OPEN)
    assert shown.page.evaluate(VIEW) == view
    shown.page.click("#undo")
    wait(shown, "biograph.store.view.page === 'graph'")
    assert heading(shown) == "누리온테라퓨틱스"


def test_what_the_page_does_not_have_is_left_out_of_the_view(follow):
    shown = follow("page=tables&sel=e,Company/없는회사&expand=Company/없는회사&text=없는문서,1,2&focus=2,없음")
    wait(shown, "document.querySelector('#sheet table')")
    assert shown.page.evaluate("biograph.store.view.selection") is None
    assert shown.page.evaluate("biograph.store.view.focus") is None
    shown.page.click("[data-page=texts]")
    wait(shown, "document.querySelector('#texts h2')")
    assert clean(shown)


@pytest.mark.parametrize(
    "fragment",
    [
        "%",
        "sel=%E0%A4%A&page=%",
        "page=graph&sel=f,&filter=~~~~~~~~~~~&sort=,,:,&pin=~~~&path=,,,&focus=,",
        "size=none&arrange=odd&theme=none&unfold=99&sel=c,99&broker=x,y&table=x",
        "filter=Company%,x~y&&&===#sel=e",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_rubbish_in_the_address_opens_the_page(follow, fragment):
    shown = follow(fragment)
    shown.page.wait_for_timeout(100)
    assert shown.page.evaluate("biograph.network.body.nodeIndices.length") > 0
    find(shown, "KUBA")
    assert heading(shown) == "한미바이오교류협회"
    assert clean(shown)
