"""Elements of a figure as SVG text: escaped, in relative widths, in colours that hold on light and on dark ground.

Lengths along x are percentages and lengths along y are pixels, so that a figure fills 360 or 900 pixels alike while its
letters keep their size. Nothing needs a style sheet: letters and rules take `currentColor`, and the two hues, of Okabe
and Ito's palette for colour-blind readers, have a contrast of 3 to 1 or more with white and with a dark ground.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from biograph.figures.letters import cut
from biograph.table import clean

BLUE, ORANGE = "#0072b2", "#d55e00"
LETTER, SMALL = 13, 12  # pixels of an em
NARROWEST = 27  # ems of LETTER across a figure that is 352 pixels wide: a telephone with its margins


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: its title, what it shows in words, and the SVG, empty where the words say all there is."""

    title: str
    text: str
    svg: str = ""


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """An element of children that are SVG already; `_` in the name of an attribute stands for `-`, None leaves it out.

    >>> element("rect", width="50%", fill_opacity=0.25, id=None)
    '<rect width="50%" fill-opacity="0.25"/>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(children)}</{name}>" if children else f"<{name}{given}/>"


def percent(value: float) -> str:
    """A share of the width, 0 to 100.

    >>> percent(12.5), percent(100 / 3)
    ('12.5%', '33.33%')
    """
    return f"{_value(value)}%"


def title(text: str) -> str:
    """What a reader or a pointer is told of the element around it."""
    return element("title", escape(clean(text)))


def label(
    text: str,
    x: float,
    y: float,
    *,
    room: float = NARROWEST,
    anchor: str | None = None,
    size: int = LETTER,
    dx: float = 0,
) -> str:
    """Letters at x percent and y pixels, cut to so many ems; what was cut stands in the title.

    `anchor` is start (None), middle or end; `dx` moves them by pixels.
    """
    shown = cut(clean(text), room)
    full = title(text) if shown != clean(text) else ""
    return element(
        "text",
        full + escape(shown),
        x=percent(x),
        y=y,
        dx=dx or None,
        font_size=None if size == LETTER else size,
        text_anchor=anchor,
    )


def bar(x: float, y: float, width: float, height: float, colour: str, opacity: float | None = None) -> str:
    """A filled rectangle from x, so many percent wide."""
    return element("rect", x=percent(x), y=y, width=percent(width), height=height, fill=colour, fill_opacity=opacity)


def rule(x1: float, y1: float, x2: float, y2: float, *, colour: str = "currentColor", width: float = 1) -> str:
    """A straight line. Rules of one pixel are drawn faint: they carry no figure."""
    faint = 0.25 if colour == "currentColor" and width == 1 else None
    return element(
        "line",
        x1=percent(x1),
        y1=y1,
        x2=percent(x2),
        y2=y2,
        stroke=colour,
        stroke_width=width,
        stroke_opacity=faint,
    )


def link(target: str, told: str, *children: str) -> str:
    """Marks that lead to `#target`, or bare where there is none to lead to.

    They are no stop of the Tab key: the table that stands with every figure has the same links.
    """
    if not target:
        return element("g", title(told), *children)
    return element("a", title(told), *children, href=f"#{target}", tabindex=-1)


def picture(name: str, description: str, height: float, *children: str) -> str:
    """The whole figure, so many pixels high and as wide as there is room."""
    return element(
        "svg",
        title(name),
        element("desc", escape(clean(description))),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        width="100%",
        height=height,
        fill="currentColor",
        font_family="sans-serif",
        font_size=LETTER,
    )


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 2):g}"
