"""Saving in headless Chromium: files that a reader downloads, and what stands on paper."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from biograph import page

from . import sample
from .acting import clean, find

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def saved(shown, kind: int) -> tuple[str, bytes]:
    """The name and content of a file from the menu."""
    shown.page.click("#save")
    with shown.page.expect_download() as download:
        shown.page.locator("#save-menu button").nth(kind).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def texts(content: bytes) -> list[str]:
    return [text.text or "" for text in ET.fromstring(content).iter(f"{SVG}text")]


def test_png_is_the_view_at_twice_its_size_with_a_caption(show, html):
    shown = show(html)
    name, content = saved(shown, 0)
    box = shown.page.locator("#canvas").bounding_box()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert name.startswith("기사 세 편 2")
    assert width == 2 * box["width"]
    assert height > 2 * box["height"]
    assert clean(shown)


def test_svg_holds_the_names_colours_and_dashes_that_are_drawn(show, html):
    shown = show(html)
    find(shown, "KUBA")
    name, content = saved(shown, 1)
    words = texts(content)
    whole = content.decode()
    assert name.endswith(".svg")
    assert "한미바이오교류협회" in words
    assert words[-2] == "기사 세 편"
    assert "사실 54건 중 52건" in words[-1]
    assert "선택: 한미바이오교류협회" in words[-1]
    assert shown.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')") in whole
    assert "stroke-dasharray" in whole
    assert clean(shown)


def test_the_caption_says_what_is_left_out(show, html):
    shown = show(html)
    shown.page.click("[data-filter=Company]")
    words = texts(saved(shown, 1)[1])
    assert words[-1].endswith("기업 제외")
    assert "사실 54건 중 52건" not in words[-2]


def test_a_caption_wraps_at_the_width_of_the_picture(show, html):
    shown = show(html, viewport={"width": 800, "height": 800})
    shown.page.evaluate(
        """biograph.store.change({ filter: { ...biograph.store.view.filter, confidence: 0.5, from: "2025-01-01",
        documents: new Set([0]), types: new Set(["Company", "Person", "University"]) } })"""
    )
    said = shown.page.evaluate("biograph.data.documents[0].title")
    picture = ET.fromstring(saved(shown, 1)[1])
    lines = [text for text in picture.iter(f"{SVG}text") if text.get("font-weight") == "400" and text.get("x") == "16"]
    widths = """(lines) => { const context = document.createElement("canvas").getContext("2d");
        context.font = "400 12px " + getComputedStyle(document.documentElement).getPropertyValue("--face");
        return lines.map((line) => context.measureText(line).width); }"""
    written = [line.text for line in lines]
    assert len(written) > 2  # of two lines, that of the filters is wider
    assert said in " ".join(written)
    assert max(shown.page.evaluate(widths, written)) <= int(picture.get("width")) - 32
    assert max(float(line.get("y")) for line in lines) < int(picture.get("height"))


def test_svg_is_drawn_in_the_colours_of_the_theme(show, html):
    shown = show(html, color_scheme="dark")
    _, content = saved(shown, 1)
    ground = shown.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--canvas')")
    assert ET.fromstring(content).find(f"{SVG}rect").get("fill") == ground


def test_a_picture_of_hostile_names_stays_a_picture(show):
    shown = show(page.render(sample.hostile()))
    name, content = saved(shown, 1)
    tags = {part.tag.removeprefix(SVG) for part in ET.fromstring(content).iter()}
    assert tags <= {"svg", "title", "rect", "path", "text"}
    assert "/" not in name
    assert clean(shown)


def test_tables_offer_print_alone(show, html):
    shown = show(html)
    shown.page.click("[data-page=tables]")
    shown.page.click("#save")
    assert shown.page.locator("#save-menu button").all_inner_texts() == ["인쇄…"]


def test_paper_has_the_graph_the_quotes_and_no_controls_and_the_page_is_as_before_afterwards(show, html):
    shown = show(html, color_scheme="dark")
    find(shown, "KUBA")
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown.page.emulate_media(media="print")
    assert shown.page.locator("#printed svg text", has_text="한미바이오교류협회").count() > 0
    assert "선택: 한미바이오교류협회" in shown.page.inner_text("#printed p")
    assert shown.page.locator("#panel mark").first.is_visible()
    for control in ("#search", ".tools", ".views", "#canvas", ".zoom", "#grip", "#close"):
        assert not shown.page.locator(control).is_visible(), control
    assert shown.page.evaluate("getComputedStyle(document.body).color") == "rgb(31, 35, 40)"
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    shown.page.emulate_media(media="screen")
    assert shown.page.get_attribute("html", "data-theme") == "dark"
    assert shown.page.locator("#printed svg").count() == 0
    assert clean(shown)


def test_a_text_is_printed_whole(show, html, corpus):
    shown = show(html)
    shown.page.click("[data-page=texts]")
    pdf = shown.page.pdf(prefer_css_page_size=True)
    shown.page.emulate_media(media="print")
    height = shown.page.evaluate("document.querySelector('#texts .text').getBoundingClientRect().height")
    assert pdf.startswith(b"%PDF")
    assert shown.page.evaluate("document.documentElement.scrollHeight") > height
    assert shown.page.evaluate("getComputedStyle(document.getElementById('texts')).overflow") == "visible"
