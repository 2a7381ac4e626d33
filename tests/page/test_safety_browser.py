"""A corpus whose every field attacks: no room of the page makes markup of it, asks the network, or breaks."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from biograph import page
from biograph.model import Corpus, Document, Entity, Evidence, Sighting, Span, Statement, Status

from . import sample
from .acting import clean

pytestmark = pytest.mark.browser

PAYLOADS = (
    *sample.PAYLOADS,
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    '=HYPERLINK("http://example.com/?"&A1,"here")',
    "+1&sel=e,x~y,%00%",
    "'\"`;--></style><a href=//example.com>x</a>",
    "__proto__",
    "\u2067\u202d안녕\u200f\u0007\u2028끝",
)
PAGES = ("graph", "brokers", "tables", "texts")
# Whatever the page builds itself: nothing of it loads, runs or links anywhere.
WATCH = """() => {
  globalThis.made = [];
  const foreign = "script, style, link, base, meta, form, a[href], img, iframe, object, embed, svg:not(.icon)";
  const check = (node) => {
    if (node.nodeType !== 1) return;
    for (const e of [node, ...node.querySelectorAll("*")]) {
      if (e.matches(foreign) || [...e.attributes].some(({ name }) => name.startsWith("on"))) made.push(e.outerHTML);
    }
  };
  check(document.querySelector("header"));
  check(document.querySelector("main"));
  globalThis.print = () => {};
  new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach(check)))
    .observe(document, { subtree: true, childList: true });
}"""
# Presses each control that can be seen, once, and those that turn up; comes back where one leads elsewhere.
PRESS = """async (page) => {
  const { store } = biograph;
  const pause = () => new Promise((r) => setTimeout(r, 12));
  const seen = new Set();
  const sign = (e) => e.id || [e.tagName, e.className, e.textContent, ...Object.values(e.dataset)].join(" ");
  const controls = "button, summary, [role=button], [role=option], [role=tab], input[type=checkbox], input[type=radio]";
  const next = () => [...document.querySelectorAll(controls)].find((e) =>
    e.checkVisibility() && !e.disabled && !e.matches("[data-page], #undo, #redo, #language") && !seen.has(sign(e)));
  store.change({ page, selection: null });
  await pause();
  for (let e; seen.size < 400 && (e = next());) {
    seen.add(sign(e));
    e.click();
    await pause();
    if (store.view.page !== page) store.change({ page });
  }
  return seen.size;
}"""
TYPE = """async (payloads) => {
  const pause = () => new Promise((r) => setTimeout(r, 20));
  const boxes = [...document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=range])")]
    .filter((e) => e.checkVisibility());
  for (const box of boxes) for (const payload of payloads) {
    box.focus();
    box.value = payload;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await pause();
  }
  for (const box of boxes) {
    box.value = "";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return boxes.length;
}"""


def hostile() -> Corpus:
    """The payloads as ids, types, names, groups, relations, qualifiers, speakers, quotes, addresses and dates."""
    base = sample.hostile()
    entities = [
        Entity(f"Type{p}/{p}", "Company" if n % 2 else f"Type{p}", p, PAYLOADS, same_as=(p,), country=p)
        for n, p in enumerate(PAYLOADS)
    ]
    documents = [_document(p) for p in PAYLOADS]
    statements, sightings = [], {}
    for n, document in enumerate(documents):
        p, whole = PAYLOADS[n], Evidence.cut(document, Span(0, len(PAYLOADS[n])))
        subject, object_ = entities[n], entities[(n + 1) % len(entities)]
        for m, status in enumerate((Status.ASSERTED, Status.PLANNED, Status.NEGATED)):
            statements.append(
                Statement(
                    *(subject.id, f"relation{p}" if m else "bridges", object_.id, (whole,), status),
                    *((("amount", p), ("date", p), (f"key{p}", p)), entities[-n].id, 0.5, p),
                )
            )
        sightings[document.id] = (Sighting(Span(0, len(p)), subject.id),)
    return replace(
        base,
        documents={**base.documents, **{d.id: d for d in documents}},
        entities={**base.entities, **{e.id: e for e in entities}},
        statements=(*base.statements, *statements),
        sightings=sightings,
        labels={entities[n].id: {"ko": p, "en": p} for n, p in enumerate(PAYLOADS) if n % 3 == 0},
    )


def _document(payload: str) -> Document:
    text = f"{payload}\n{payload} 끝."
    everywhere = (payload,) * 4
    span = Span(0, len(text))
    return Document(f"doc{payload}", text, "ko", (span,), *everywhere, f"javascript:alert('{payload}')")


@pytest.fixture(scope="module")
def attack() -> str:
    return page.render(hostile(), title=PAYLOADS[0])


@pytest.fixture
def watched(show, attack):
    """The hostile page, with a record of what is built that could load, run or lead elsewhere."""
    shown = show(attack)
    shown.page.evaluate(WATCH)
    yield shown
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("made") == []
    assert shown.page.evaluate("globalThis.broken") is None
    assert clean(shown)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("room", PAGES)
def test_every_control_of_every_page_can_be_pressed(watched, room, language):
    watched.page.evaluate("(language) => biograph.store.change({ language })", language)
    assert watched.page.evaluate(PRESS, room) > 5
    assert watched.page.evaluate("biograph.store.view.page") == room


@pytest.mark.parametrize("room", PAGES)
def test_payloads_typed_into_every_box(watched, room):
    watched.page.click(f"[data-page={room}]")
    assert watched.page.evaluate(TYPE, PAYLOADS) > 0


def test_every_entity_fact_and_document_can_be_opened(watched):
    opened = watched.page.evaluate(
        """async () => { const { store, data } = biograph; let opened = 0;
        const open = async (patch, text) => { store.change(patch); await new Promise((r) => setTimeout(r, 15));
          opened += document.body.innerText.includes(text.slice(0, 5)); };
        for (const [n, e] of data.entities.entries()) await open({ selection: { kind: "entity", entity: n } }, e.name);
        for (const n of data.statements.keys()) await open({ selection: { kind: "facts", statements: [n] } }, "");
        for (const [n, d] of data.documents.entries()) {
          await open({ page: "texts", reading: { document: n, start: 0, end: 3 } }, d.title); }
        return opened; }"""
    )
    corpus = hostile()
    assert opened == len(corpus.entities) + len(corpus.statements) + len(corpus.documents)


def test_every_view_has_an_address_that_leads_back(watched):
    wrong = watched.page.evaluate(
        """async () => { const { store, data } = biograph; const wrong = [];
        for (const [n, e] of data.entities.entries()) {
          store.change({ selection: { kind: "entity", entity: n }, expanded: new Set([n]) });
          const hash = location.hash;
          store.change({ selection: null, expanded: new Set() });
          location.hash = hash;
          await new Promise((r) => setTimeout(r, 30));
          if (store.view.selection?.entity !== n || !store.view.expanded.has(n)) wrong.push(e.id);
        }
        return wrong; }"""
    )
    assert wrong == []


@pytest.mark.parametrize("table", ["entities", "facts", "documents"])
def test_csv_runs_nothing_and_holds_every_text(watched, tmp_path, table):
    watched.page.evaluate("biograph.store.change({ filter: { ...biograph.store.view.filter, statuses: new Set() } })")
    watched.page.click("[data-page=tables]")
    watched.page.click(f"#tab-{table}")
    watched.page.wait_for_selector(f"#sheet table.{table}")
    with watched.page.expect_download() as waiting:
        watched.page.click("#tables .save")
    file = tmp_path / "table.csv"
    waiting.value.save_as(file)
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert len({len(row) for row in rows}) == 1
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))]
    assert not [cell for cell in cells if cell.startswith("-") and not cell[1:].isdigit()]
    for payload in PAYLOADS:
        assert payload in cells or f"'{payload}" in cells
    corpus = hostile()
    expected = {"entities": len(corpus.entities), "facts": len(corpus.statements), "documents": len(corpus.documents)}
    assert len(rows) == expected[table] + 1


@pytest.mark.parametrize("table", ["entities", "facts", "documents"])
def test_direction_controls_end_with_their_element_in_tables(watched, table):
    assert loose(watched, "tables", table) == []


@pytest.mark.parametrize("room", ["graph", "brokers", "texts"])
def test_direction_controls_end_with_their_element(watched, room):
    assert loose(watched, room) == []


def loose(shown, room: str, table: str = "facts") -> list[str]:
    """What holds a direction control that could reorder the words after it."""
    view = f"{{ page: '{room}', table: '{table}', selection: {{ kind: 'entity', entity: 3 }} }}"
    shown.page.evaluate(f"biograph.store.change({view})")
    shown.page.wait_for_timeout(200)
    return shown.page.evaluate(
        """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const loose = [];
        while (walk.nextNode()) { const { data, parentElement: e } = walk.currentNode;
          if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(data) && !e.closest("script, option")
            && !getComputedStyle(e).unicodeBidi.startsWith("isolate")) loose.push(e.outerHTML); }
        return loose; }"""
    )
