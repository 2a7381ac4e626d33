"""What a reader does on the page, for the browser tests."""

from __future__ import annotations


def entity(shown, name: str) -> int:
    return shown.page.evaluate("(name) => biograph.data.entities.findIndex((e) => e.name === name)", name)


def click_canvas(shown, place: str, *arguments) -> None:
    script = f"""([a, b]) => {{ const {{ network }} = biograph; const {{ x, y }} = network.canvasToDOM({place});
        return [x, y]; }}"""
    x, y = shown.page.evaluate(script, [*arguments, None, None][:2])
    box = shown.page.locator("#canvas").bounding_box()
    shown.page.mouse.click(box["x"] + x, box["y"] + y)


def find(shown, text: str) -> None:
    shown.page.fill("#search", text)
    shown.page.keyboard.press("Enter")


def heading(shown) -> str:
    return shown.page.inner_text("#panel-heading")


def clean(shown) -> bool:
    assert shown.requests == []
    assert shown.complaints == []
    return True
