"""The graph in headless Chromium: what is labelled, how it is arranged, what clicks and the pointer do."""

from __future__ import annotations

import itertools

import pytest

from .acting import clean, click_canvas, entity, find, heading

pytestmark = pytest.mark.browser

WRITTEN = "biograph.canvas.labels.written()"
PLACES = """() => Object.fromEntries(biograph.data.graph.nodes.filter((n) => biograph.network.body.nodes[n.id])
  .map((n) => [n.id, biograph.network.getPosition(n.id)]))"""


def arrange(shown, kind: str) -> None:
    shown.page.click(f"[data-arrangement={kind}]")
    shown.page.wait_for_timeout(700)


def hover(shown, text: str) -> None:
    box = shown.page.locator("#canvas").bounding_box()
    x, y = shown.page.evaluate(
        "(n) => { const { x, y } = biograph.network.canvasToDOM(biograph.network.getPosition(n)); return [x, y]; }",
        entity(shown, text),
    )
    shown.page.mouse.move(box["x"] + x - 3, box["y"] + y)
    shown.page.mouse.move(box["x"] + x, box["y"] + y)
    shown.page.wait_for_timeout(200)


def test_labels_are_readable_and_do_not_overlap(show, html):
    shown = show(html)
    labels = shown.page.evaluate(WRITTEN)
    assert len(labels) > 25
    assert all(label["height"] / len(label["text"].split("\n")) >= 11 for label in labels)
    for a, b in itertools.combinations(labels, 2):
        assert (
            abs(a["x"] - b["x"]) >= (a["width"] + b["width"]) / 2
            or abs(a["y"] - b["y"]) >= (a["height"] + b["height"]) / 2
        )


def test_groups_stand_apart_in_headed_strips(show, html):
    shown = show(html)
    free = shown.page.evaluate(PLACES)
    arrange(shown, "grouped")
    assert "arrange=grouped" in shown.page.url
    outside = shown.page.evaluate(
        """() => { const { data: { graph, entities }, network } = biograph; return graph.nodes.filter(({ id }) => {
          const only = entities[id].groups.length === 1 ? entities[id].groups[0].group : null;
          const band = graph.bands.find(({ group }) => group === only);
          const { x } = network.getPosition(id); return band && (x < band.left || x > band.right); }).length; }"""
    )
    assert outside == 0
    assert shown.page.evaluate("biograph.data.graph.bands.length") >= 3
    there = shown.page.evaluate(
        "biograph.data.graph.nodes.every(({ id, grouped: [x, y] }) => {"
        "const at = biograph.network.getPosition(id); return at.x === x && at.y === y; })"
    )
    assert there
    shown.page.go_back()
    shown.page.wait_for_timeout(700)
    assert shown.page.evaluate(PLACES) == free
    assert shown.page.get_attribute("[data-arrangement=free]", "aria-pressed") == "true"
    assert clean(shown)


def test_strips_are_painted_behind_the_graph(show, html):
    shown = show(html)
    colours = """() => { const c = document.querySelector("canvas");
      const [{ left, bottom }] = biograph.data.graph.bands;
      const d = biograph.network.canvasToDOM({ x: left + 12, y: bottom - 12 }); const r = c.width / c.clientWidth;
      return [...c.getContext("2d").getImageData(d.x * r, d.y * r, 1, 1).data]; }"""
    assert shown.page.evaluate(colours)[3] == 0
    arrange(shown, "grouped")
    assert shown.page.evaluate(colours)[3] > 0


def test_the_arrangement_turns_by_keyboard(show, html):
    shown = show(html)
    shown.page.focus("[data-arrangement=grouped]")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("biograph.store.view.arrangement") == "grouped"
    assert shown.page.evaluate("document.activeElement.dataset.arrangement") == "grouped"


def test_a_choice_dims_what_is_not_tied_to_it(show, html):
    shown = show(html)
    find(shown, "한미바이오교류협회")
    seen = shown.page.evaluate(
        """(n) => { const { data, network } = biograph; const near = new Set([n]);
        data.graph.edges.filter((e) => e.status !== "negated" && (e.from === n || e.to === n))
          .forEach((e) => near.add(e.from).add(e.to));
        return network.body.data.nodes.get().map((item) => [near.has(item.id), item.opacity]); }""",
        entity(shown, "한미바이오교류협회"),
    )
    assert {opacity for near, opacity in seen if near} == {1}
    assert all(0 < opacity < 0.5 for near, opacity in seen if not near)
    labels = {label["text"].replace("\n", " ") for label in shown.page.evaluate(WRITTEN)}
    assert "한미바이오교류협회" in labels
    assert "인천 송도" not in labels


def test_a_chosen_tie_says_its_relation_on_the_canvas(show, html):
    shown = show(html)
    fact = shown.page.evaluate("biograph.data.statements.findIndex(({ predicate }) => predicate === 'bridges')")
    shown.page.evaluate("(n) => biograph.store.change({ selection: { kind: 'facts', statements: [n] } })", fact)
    shown.page.wait_for_timeout(200)
    assert "~의 가교이다" in {label["text"] for label in shown.page.evaluate(WRITTEN)}


def test_the_pointer_brings_out_a_name(show, html):
    shown = show(html)
    shown.page.evaluate("biograph.canvas.zoom(0.35)")
    shown.page.wait_for_timeout(600)
    hidden = shown.page.evaluate(
        f"""() => {{ const there = new Set({WRITTEN}.map(({{ text }}) => text));
        return biograph.scene().nodes.filter((n) => !there.has(n.label)).map((n) => n.label); }}"""
    )
    name = hidden[0].replace("\n", " ")
    hover(shown, name)
    assert name in {label["text"].replace("\n", " ") for label in shown.page.evaluate(WRITTEN)}


def test_a_click_on_a_name_chooses_what_it_names(show, html):
    shown = show(html)
    beside = f"{WRITTEN}.filter(({{ x, y }}) => biograph.network.getNodeAt({{ x, y }}) === undefined)"
    box = shown.page.locator("#canvas").bounding_box()
    for label in shown.page.evaluate(beside)[:3]:
        shown.page.mouse.click(box["x"] + label["x"], box["y"] + label["y"])
        assert heading(shown) == label["text"].replace("\n", " ")
        shown.page.keyboard.press("Escape")
        shown.page.wait_for_timeout(500)


def test_only_what_has_changed_is_drawn_anew(show, html):
    shown = show(html)
    shown.page.evaluate(
        """() => { globalThis.touched = 0;
        for (const set of [biograph.network.body.data.nodes, biograph.network.body.data.edges])
          set.on("*", (_, { items }) => { touched += items.length; }); }"""
    )
    shown.page.evaluate("biograph.store.change({ filter: { ...biograph.store.view.filter } })")
    assert shown.page.evaluate("touched") == 0
    shown.page.evaluate(
        "(n) => biograph.store.change({ pins: new Map([[n, [5, 5]]]) })", entity(shown, "한미바이오교류협회")
    )
    assert shown.page.evaluate("touched") == 1
    click_canvas(shown, "{ x: 5, y: 5 }")
    assert heading(shown) == "한미바이오교류협회"
