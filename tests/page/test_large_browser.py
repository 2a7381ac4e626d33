"""A graph of more than a thousand nodes in headless Chromium: it opens on discs, and everything is a step away."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from biograph import page
from biograph.model import Corpus, Document, Entity, Evidence, Span, Statement, entity_id

from .acting import clean, entity, find, heading
from .waiting import wait

pytestmark = pytest.mark.browser

HUBS, LEAVES = 12, 110
DISCS = "Object.fromEntries(biograph.scene().discs)"
DRAWN = "biograph.network.body.nodeIndices.length"


@pytest.fixture(scope="module")
def large() -> str:
    """Stars around hubs in two countries, each hub tied to the next."""
    text = "기업들이 협력했다."
    document = Document("a1", text, "협력", (Span(0, len(text)),))
    evidence = (Evidence.cut(document, Span(0, len(text))),)

    def body(name: str, country: str) -> Entity:
        return Entity(entity_id("Company", name), "Company", name, country=country)

    hubs = [body(f"중심{n}", "KR" if n % 2 else "US") for n in range(HUBS)]
    leaves = [[body(f"{n}째 잎 {m}", hub.country) for m in range(LEAVES)] for n, hub in enumerate(hubs)]
    pairs = [(hub, leaf) for hub, around in zip(hubs, leaves, strict=True) for leaf in around]
    pairs += [(hubs[n - 1], hubs[n]) for n in range(HUBS)]
    statements = tuple(Statement(a.id, "partnersWith", b.id, evidence) for a, b in pairs)
    entities = {one.id: one for one in [*hubs, *(leaf for around in leaves for leaf in around)]}
    return page.render(Corpus({"a1": document}, entities, statements), title="큰 그래프")


def click_disc(shown, cluster: int, times: int = 1) -> None:
    x, y = shown.page.evaluate(
        """(n) => { const { canvas, network, data } = biograph; const { x, y, radius } = data.graph.clusters[n];
        for (let i = 1; i < 200; i += 1) { // a place of the disc where neither a node nor a name is
          const r = radius * 0.9 * Math.sqrt(i / 200);
          const at = network.canvasToDOM({ x: x + r * Math.cos(i * 2.4), y: y + r * Math.sin(i * 2.4) });
          const near = [[0, 0], [9, 0], [-9, 0], [0, 9], [0, -9]].map(([a, b]) => ({ x: at.x + a, y: at.y + b }));
          if (near.every((one) => network.getNodeAt(one) === undefined && network.getEdgeAt(one) === undefined
            && canvas.labels.at(one) === null)) return [at.x, at.y]; } }""",
        cluster,
    )
    box = shown.page.locator("#canvas").bounding_box()
    shown.page.mouse.click(box["x"] + x, box["y"] + y, click_count=times)
    shown.page.wait_for_timeout(600)


def first_disc(shown) -> int:
    return int(next(iter(shown.page.evaluate(DISCS))))


def test_opens_on_discs_and_the_best_connected(show, large):
    shown = show(large)
    assert shown.page.evaluate("biograph.data.graph.nodes.length") == HUBS * (LEAVES + 1)
    assert shown.page.evaluate(DRAWN) == 40
    discs = shown.page.evaluate(DISCS)
    assert 2 <= len(discs) <= 80
    assert sum(discs.values()) == HUBS * (LEAVES + 1)
    texts = [label["text"] for label in shown.page.evaluate("biograph.canvas.labels.written()")]
    assert any(text.startswith("중심") for text in texts)
    assert shown.page.locator("#actions li").count() == 2
    assert clean(shown)


def test_a_disc_opens_its_panel_and_unfolds_and_folds(show, large):
    shown = show(large)
    cluster = first_disc(shown)
    click_disc(shown, cluster)
    size = shown.page.evaluate("(n) => biograph.data.graph.clusters[n].size", cluster)
    panel = shown.page.inner_text("#panel")
    assert f"개체 {size}개" in panel
    assert "중심" in heading(shown)
    shown.page.click("#unfold")
    shown.page.wait_for_timeout(600)
    known = shown.page.evaluate("(n) => biograph.data.graph.clusters[n].names[0]", cluster)
    name = shown.page.evaluate("(n) => biograph.data.entities[n].name", known)
    assert f"unfold=Company/{name}" in unquote(shown.page.url)
    assert str(cluster) not in shown.page.evaluate(DISCS)
    assert shown.page.evaluate(DRAWN) > 40 or shown.page.evaluate("biograph.scene().discs.size") > 2
    assert shown.page.inner_text("#unfold") == "접기"
    shown.page.click("#actions .single")
    assert shown.page.evaluate(DRAWN) == 40
    assert clean(shown)


def test_a_double_click_unfolds_and_back_folds(show, large):
    shown = show(large)
    cluster = first_disc(shown)
    click_disc(shown, cluster, times=2)
    assert shown.page.evaluate("[...biograph.store.view.unfolded]") == [cluster]
    shown.page.go_back()
    assert shown.page.evaluate("biograph.store.view.unfolded.size") == 0
    assert str(cluster) in shown.page.evaluate(DISCS)


def test_search_reaches_what_no_disc_shows(show, large):
    shown = show(large)
    hidden = entity(shown, "7째 잎 90")
    assert not shown.page.evaluate("(n) => n in biograph.network.body.nodes", hidden)
    find(shown, "7째 잎 90")
    assert heading(shown) == "7째 잎 90"
    assert shown.page.evaluate("(n) => n in biograph.network.body.nodes", hidden)
    assert "7째 잎 90" in [label["text"] for label in shown.page.evaluate("biograph.canvas.labels.written()")]


def test_a_link_opens_what_was_unfolded(show, large):
    shown = show(large)
    cluster = first_disc(shown)
    shown.page.evaluate("(n) => biograph.store.change({ unfolded: new Set([n]) })", cluster)
    drawn = shown.page.evaluate(DRAWN)
    shown.page.reload()
    wait(shown, "globalThis.biograph !== undefined")
    assert shown.page.evaluate(DRAWN) == drawn
    assert str(cluster) not in shown.page.evaluate(DISCS)


def test_groups_of_discs_stand_apart(show, large):
    shown = show(large)
    shown.page.click("[data-arrangement=grouped]")
    outside = shown.page.evaluate(
        """biograph.data.graph.clusters.filter(({ group, grouped: [x], radius }) => {
        const band = biograph.data.graph.bands.find((one) => one.group === group);
        return x - radius < band.left - 1 || x + radius > band.right + 1; }).length"""
    )
    assert outside == 0


def test_the_clusters_are_listed_for_the_keyboard(show, large):
    shown = show(large)
    shown.page.click("#panel .clusters summary")
    shown.page.focus("#panel .clusters button >> nth=0")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("biograph.store.view.selection.kind") == "cluster"
    shown.page.focus("#unfold")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("biograph.store.view.unfolded.size") > 0


def test_members_are_listed_in_parts(show, large):
    shown = show(large)
    cluster = max(shown.page.evaluate(DISCS).items(), key=lambda one: one[1])[0]
    shown.page.evaluate("(n) => biograph.store.change({ selection: { kind: 'cluster', cluster: n } })", int(cluster))
    shown.page.wait_for_selector("#panel .more")
    assert shown.page.locator("#panel .cluster section:last-child li").count() == 30
    shown.page.click("#panel .more")
    assert shown.page.locator("#panel .cluster section:last-child li").count() == 60


def to_disc(shown) -> int:
    """Goes by arrows until a disc is said, and gives the cluster."""
    shown.page.evaluate("document.getElementById('canvas').focus({ focusVisible: true })")
    for key in ["ArrowRight"] * 30 + ["ArrowDown"] * 30 + ["ArrowLeft"] * 30:
        shown.page.keyboard.press(key)
        said = shown.page.inner_text("#graph-status")
        if said.endswith("접힘"):
            names = shown.page.evaluate(
                "biograph.data.graph.clusters.map(({ names }) => biograph.data.entities[names[0]].name)"
            )
            return next(n for n in map(int, shown.page.evaluate(DISCS)) if f", {names[n]}, " in said)
    raise AssertionError("no disc is within reach")


def test_arrows_reach_discs_and_keys_act_on_them(show, large):
    shown = show(large)
    cluster = to_disc(shown)
    size = shown.page.evaluate("(n) => biograph.data.graph.clusters[n].size", cluster)
    assert "묶음, 중심" in shown.page.inner_text("#graph-status")
    assert f"개체 {size}개, 접힘" in shown.page.inner_text("#graph-status")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("biograph.store.view.selection") == {"kind": "cluster", "cluster": cluster}
    shown.page.locator("#panel #unfold").wait_for()
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_function("document.activeElement.id === 'canvas'")
    shown.page.keyboard.press("e")
    assert cluster in shown.page.evaluate("[...biograph.store.view.unfolded]")
    assert str(cluster) not in shown.page.evaluate(DISCS)
    assert shown.page.inner_text("#graph-status").endswith("펼침")
    assert shown.page.evaluate("document.activeElement.id") == "canvas"
    shown.page.keyboard.press("c")
    assert shown.page.evaluate("biograph.store.view.unfolded.size") == 0
    assert shown.page.inner_text("#graph-status").endswith("접힘")
    assert shown.page.evaluate("biograph.store.view.selection") is None
    assert clean(shown)


def test_c_on_a_node_folds_the_cluster_around_it(show, large):
    shown = show(large)
    cluster = to_disc(shown)
    shown.page.keyboard.press("e")
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft"):
        shown.page.keyboard.press(key)
        said = shown.page.inner_text("#graph-status")
        if "잎" in said and "기업" in said:
            break
    assert said.endswith(", 기업, 이웃 1")
    assert str(cluster) not in shown.page.evaluate(DISCS)
    shown.page.keyboard.press("c")
    assert str(cluster) in shown.page.evaluate(DISCS)
    assert shown.page.inner_text("#graph-status").endswith("접힘")
