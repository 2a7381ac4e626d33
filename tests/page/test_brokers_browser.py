"""The broker view in headless Chromium: what a reader reads, presses and sees lit."""

from __future__ import annotations

import pytest

from biograph import page

from .acting import clean, entity
from .brokered import brokered, ranking

pytestmark = pytest.mark.browser

LIT = """() => { const { data } = biograph;
    const lit = [...(biograph.light()?.edges ?? [])].map((id) => data.graph.edges[id]);
    return lit.map((edge) => [edge.from, edge.to].map((n) => data.entities[n].name).sort().join("–")).sort(); }"""


@pytest.fixture(scope="module")
def ranked() -> str:
    return page.render(brokered(), title="가교", ranking=ranking())


@pytest.fixture
def brokers(show, ranked):
    """Opens the broker view, and a row by the name of its body."""

    def opened(row: str | None = None, **options):
        shown = show(ranked, **options)
        shown.page.click("[data-page=brokers]")
        shown.page.wait_for_selector(".brokers")
        if row:
            shown.page.click(f"[data-keep='broker-{entity(shown, row)}']")
            shown.page.wait_for_selector("#broker-heading")
        return shown

    return opened


def cells(shown, column: str) -> list[str]:
    return [text.split("\n")[0] for text in shown.page.locator(f".ranking tbody .{column}").all_inner_texts()]


def role(shown, name: str) -> None:
    shown.page.click(f"[data-role={name}]")
    shown.page.wait_for_selector(f"[data-role={name}][aria-pressed=true]")


def test_it_says_what_is_counted_and_how(brokers) -> None:
    shown = brokers()
    counted = shown.page.inner_text(".counted")
    size = ranking().network
    assert f"문서 {size.independent}건" in counted
    assert f"연결 {size.ties}개" in counted
    assert "연결을 섞음" in counted, "the null model is named"
    shown.page.click(".methods summary")
    assert "Westfall" in shown.page.inner_text(".methods")
    assert clean(shown)


def test_the_table_shows_the_ranking_s_figures(brokers) -> None:
    shown = brokers()
    rows = ranking().rows
    assert sorted(cells(shown, "name")) == sorted(row.name for row in rows)
    assert cells(shown, "rank") == [str(row.rank) for row in rows]
    assert cells(shown, "across")[0] == "50"
    assert cells(shown, "verdict")[0] == "우연보다 많음"
    bounds = rows[0].stability
    assert shown.page.inner_text(".ranking .bounds >> nth=0") == f"{bounds.low}–{bounds.high}"


def test_what_is_too_small_to_say_is_said_before_the_figures(brokers) -> None:
    shown = brokers()
    small = sum(row.verdict.name == "TOO_SMALL" for row in ranking().rows)
    caution = shown.page.locator(".caution")
    assert "작아서 말할 수 없음" in caution.inner_text()
    assert f"{small}개는 판정할 수 없습니다" in caution.inner_text()
    assert caution.bounding_box()["y"] < shown.page.locator(".ranking").bounding_box()["y"]


def test_columns_sort_both_ways_and_keep_the_focus(brokers) -> None:
    shown = brokers()
    shown.page.focus("[data-column=coordinator]")
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_selector("th.coordinator[aria-sort=descending]")
    falling = [float(value) for value in cells(shown, "coordinator")]
    assert falling == sorted(falling, reverse=True)
    assert falling[0] > falling[-1]
    assert shown.page.evaluate("document.activeElement.dataset.column") == "coordinator"
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_selector("th.coordinator[aria-sort=ascending]")
    assert [float(value) for value in cells(shown, "coordinator")] == sorted(falling)
    assert "sort=brokers" in shown.page.evaluate("decodeURIComponent(location.hash)")


def test_every_header_says_what_its_column_means(brokers) -> None:
    shown = brokers()
    titles = shown.page.locator(".ranking thead button").evaluate_all("(all) => all.map((one) => one.title)")
    assert len(titles) == len(set(titles)) > 12
    assert all(titles)


def test_a_row_lights_its_two_paths_and_no_more(brokers) -> None:
    shown = brokers("KABIC")
    expected = sorted("–".join(sorted((f"{letter}{n}", "KABIC"))) for letter in "KU" for n in range(0, 10, 2))
    shown.page.wait_for_function(f"() => ({LIT})().length === {len(expected)}")
    assert shown.page.evaluate(LIT) == expected


def test_a_role_keeps_light_and_list_to_it(brokers) -> None:
    shown = brokers("Both")
    assert shown.page.locator(".two-paths > li").count() == 1
    role(shown, "gatekeeper")
    assert shown.page.evaluate("document.activeElement.dataset.role") == "gatekeeper"
    assert "gatekeeper" in shown.page.evaluate("location.hash")
    role(shown, "across")
    shown.page.click(f"[data-keep='broker-{entity(shown, 'U0')}']")
    role(shown, "coordinator")
    shown.page.wait_for_function(f"() => ({LIT})().length === 2")
    assert shown.page.evaluate(LIT) == ["U0–U1", "U0–U11"]


def test_the_paths_listed_are_as_many_as_the_ranking_counts(brokers) -> None:
    shown = brokers()
    for row in ranking().rows:
        shown.page.evaluate(
            "(n) => biograph.store.change({ broker: { entity: n, role: null } })", entity(shown, row.name)
        )
        shown.page.wait_for_function(
            "(name) => document.querySelector('#broker-heading')?.textContent.trim() === name", arg=row.name
        )
        counts = shown.page.locator(".joined .count").all_inner_texts()
        assert sum(map(float, counts)) == pytest.approx(row.roles.across), row.name
        assert f"경로 {row.roles.across:g}개" in shown.page.inner_text(".broker-detail") or not row.roles.across


def test_a_two_path_opens_to_the_quotes_of_both_ties(brokers) -> None:
    shown = brokers("Both")
    path = shown.page.locator(".two-paths details").first
    assert path.locator("summary").inner_text().replace("\n", " ").startswith("K1 한국 – Both – U1 미국")
    path.locator("summary").click()
    path.locator("mark").nth(1).wait_for()
    assert path.locator("mark").all_inner_texts() == [
        "Association:Both partnersWith Company:K1",
        "Association:Both partnersWith Company:U1",
    ]


def test_a_text_s_claim_stands_apart_from_the_figures(brokers) -> None:
    shown = brokers("KABIC")
    claim = shown.page.locator(".claimed")
    assert "본문이 가교라고 함" in claim.inner_text()
    assert "미국, 한국" in claim.inner_text() or "한국, 미국" in claim.inner_text()
    claim.locator("button").click()
    shown.page.wait_for_selector("#panel-heading")
    assert "Association:KABIC bridges Country:한국" in shown.page.locator("#panel mark").all_inner_texts()
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector("#broker-heading")
    assert shown.page.locator(".broker-detail .claimed").count() == 1


def test_only_those_that_a_text_calls_a_bridge(brokers) -> None:
    shown = brokers()
    shown.page.click("[data-keep=claimed]")
    shown.page.wait_for_selector("[data-keep=claimed][aria-pressed=true]")
    assert cells(shown, "name") == ["KABIC"]
    assert "claimed=1" in shown.page.evaluate("location.hash")


def test_how_sure_that_is(brokers) -> None:
    shown = brokers("Nowhere")
    detail = shown.page.inner_text(".broker-detail")
    assert "Article 4" in detail, "the document on which its paths rest"
    row = next(row for row in ranking().rows if row.name == "Nowhere")
    expected = row.tests["mixing"]["across"].expected
    first = shown.page.locator(".broker-detail .chance tbody tr").first
    assert first.get_attribute("class") == "decisive"
    assert f"{expected:.2f}".rstrip("0").rstrip(".") in first.inner_text()


def test_escape_goes_back_step_by_step(brokers) -> None:
    shown = brokers("KABIC")
    shown.page.click("#broker-heading button")
    shown.page.wait_for_selector("#panel-heading")
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector("#broker-heading")
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector(".broker-detail", state="hidden")
    assert shown.page.evaluate("biograph.store.view.broker") is None


def test_a_link_shows_the_same_broker_in_the_same_role(brokers, show, ranked) -> None:
    shown = brokers("KABIC")
    role(shown, "gatekeeper")
    fragment = shown.page.evaluate("location.hash")
    again = show(ranked)
    again.page.evaluate("(hash) => { location.hash = hash; location.reload(); }", fragment)
    again.page.wait_for_selector("[data-role=gatekeeper][aria-pressed=true]")
    assert again.page.inner_text("#broker-heading").strip() == "KABIC"
    again.page.wait_for_function(f"() => ({LIT})().length === 10")


def test_groups_stand_apart_once_and_not_against_the_reader_s_will(brokers) -> None:
    shown = brokers()
    shown.page.wait_for_function("() => biograph.store.view.arrangement === 'grouped'")
    shown.page.evaluate("biograph.store.change({ arrangement: 'free' })")
    shown.page.click("[data-page=graph]")
    shown.page.click("[data-page=brokers]")
    shown.page.wait_for_timeout(100)
    assert shown.page.evaluate("biograph.store.view.arrangement") == "free"


def test_the_mixing_of_groups(brokers) -> None:
    shown = brokers()
    shown.page.click(".mixing summary")
    first = shown.page.locator(".mixing tbody tr").first.locator("td").nth(1).inner_text().split("\n")
    at = [ranking().mixing.groups.index(group) for group in ("KR", "US")]
    ties, expected = (matrix[at[0]][at[1]] for matrix in (ranking().mixing.ties, ranking().mixing.expected))
    assert first == [f"{ties:g}", f"×{ties / expected:.2f}"]


def test_nodes_by_another_measure(brokers) -> None:
    shown = brokers()
    size = "(n) => biograph.network.body.nodes[n].options.size"
    before = shown.page.evaluate(size, entity(shown, "U10"))
    shown.page.select_option("#size", "across")
    assert "size=across" in shown.page.evaluate("location.hash")
    assert shown.page.evaluate(size, entity(shown, "KABIC")) == pytest.approx(30)
    assert round(shown.page.evaluate(size, entity(shown, "U10")), 6) == 7 < before


def test_a_page_without_a_ranking_says_how_to_get_one(show, html) -> None:
    shown = show(html)
    shown.page.click("[data-page=brokers]")
    shown.page.wait_for_selector(".brokers")
    assert "biograph page" in shown.page.inner_text("#panel")
    assert shown.page.locator(".ranking table").count() == 0
    assert shown.page.locator("#size option").count() == 2
    assert clean(shown)


def test_english(brokers) -> None:
    shown = brokers("KABIC")
    shown.page.click("#language")
    shown.page.wait_for_function("() => document.querySelector('.broker-detail').innerText.includes('Two-paths')")
    assert cells(shown, "verdict")[0] == "more than chance"
    assert not any("가" <= letter <= "힣" for letter in shown.page.inner_text(".broker-detail .roles"))


def test_phone(brokers) -> None:
    shown = brokers("KABIC", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390
    graph, table = (shown.page.locator(part).bounding_box() for part in ("#graph", ".ranking"))
    assert graph["y"] + graph["height"] <= table["y"]
    detail = shown.page.locator(".broker-detail")
    assert detail.evaluate("(e) => e.clientHeight >= e.scrollHeight"), "it is read by scrolling the page alone"
