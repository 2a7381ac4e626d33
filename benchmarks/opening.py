"""What happens when a page with a graph is opened from disk in headless Chromium, offline and drawn in software.

A page tells by `performance.mark` when it is "usable" (drawn, and ready to answer) and when all of it is "loaded", and
has its vis-network as `biograph.network`.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")
PAINT = "first-contentful-paint"
_MARKS = (PAINT, "usable", "loaded")
_TICK = 50  # milliseconds between looks whether the marks are there
# The page is not asked, since one that is busy does not answer. A mark counts once the next frame is out: what it
# announces is not on the screen before.
_TELL = """
const tell = (name, time) => console.debug("mark", name, time);
new PerformanceObserver((list) => list.getEntries().forEach(({ name, startTime }) => tell(name, startTime)))
  .observe({ type: "paint", buffered: true });
const mark = performance.mark.bind(performance);
performance.mark = (name) => {
  requestAnimationFrame(() => setTimeout(() => tell(name, performance.now())));
  return mark(name);
};
"""
# Drags the view in circles for two seconds from a place where the mouse takes hold of nothing else. The page moves the
# mouse itself, once a frame as a real one does: a driver from outside cannot keep up with that.
_PAN = """
() => new Promise((done) => {
  const canvas = document.querySelector(".vis-network canvas");
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const free = (x, y) => document.elementFromPoint(left + x, top + y) === canvas
    && biograph.network.getNodeAt({ x, y }) === undefined;
  let [x, y] = [width / 2, height / 2];
  for (let n = 0; !free(x, y) && n < 1000; n += 1) {
    [x, y] = [width / 2 + n * Math.cos(n) / 4, height / 2 + n * Math.sin(n) / 4];
  }
  const mouse = (type, dx, dy) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true,
    button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1,
    clientX: left + x + dx, clientY: top + y + dy,
  }));
  let [draws, frames] = [0, 0];
  biograph.network.on("afterDrawing", () => { draws += 1; });
  mouse("pointerdown", 0, 0);
  const start = performance.now();
  const frame = () => {
    const seconds = (performance.now() - start) / 1000;
    frames += 1;
    mouse(seconds < 2 ? "pointermove" : "pointerup", 150 * Math.sin(4 * seconds), 100 * Math.sin(3 * seconds));
    if (seconds < 2) requestAnimationFrame(frame);
    else done({ draws: draws / seconds, frames: frames / seconds, nodes: biograph.network.body.nodeIndices.length });
  };
  requestAnimationFrame(frame);
})
"""
_SEARCH = """
async (queries) => {
  const input = document.querySelector("[role=combobox]");
  const list = document.getElementById(input.getAttribute("aria-controls"));
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const asked = (query) => new Promise((done) => {
    const start = performance.now();
    new MutationObserver((_, watcher) => {
      watcher.disconnect();
      done([performance.now() - start, list.querySelectorAll("[role=option]:not([aria-disabled])").length]);
    }).observe(list, { childList: true });
    type(query);
    setTimeout(done, 5000, [5000, 0]);
  });
  const answers = [];
  for (const query of queries) {
    answers.push(await asked(query));
    type("");
    await new Promise((done) => setTimeout(done, 50));
  }
  return answers;
}
"""


@dataclass(frozen=True)
class Opening:
    """What one opening gave; what did not come in time is None.

    `marks` are in seconds from the start of the navigation. `draws` and `frames` are those a second while panning: of
    the graph, and of the browser. `seconds` has what each query took, `unanswered` how many found nothing.
    """

    requests: int
    marks: Mapping[str, float]
    draws: float | None = None
    frames: float | None = None
    nodes: int | None = None
    seconds: tuple[float, ...] = ()
    unanswered: int = 0


def opened(file: Path, queries: Sequence[str], *, limit: float, script: str = "") -> Opening:
    """Open a file in a browser of its own, wait for it no longer than `limit` seconds, pan it, and ask the queries.

    `script` runs before those of the page.
    """
    requests: list[str] = []
    marks: dict[str, float] = {}

    def told(message: ConsoleMessage) -> None:
        if message.text.startswith("mark "):
            _, name, time_ = message.text.split()
            marks.setdefault(name, float(time_) / 1000)

    with _chromium() as browser:
        page = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", told)
        page.add_init_script(_TELL + script)
        page.goto(file.as_uri(), wait_until="commit")
        end = time.monotonic() + limit
        while time.monotonic() < end and not marks.keys() >= set(_MARKS):
            page.wait_for_timeout(_TICK)
        outside = sum(not url.startswith(("data:", "blob:", file.as_uri())) for url in requests)
        return _used(page, queries, outside, marks) if "usable" in marks else Opening(outside, marks)


def _used(page: Page, queries: Sequence[str], requests: int, marks: Mapping[str, float]) -> Opening:
    panned = page.evaluate(_PAN)
    answers = page.evaluate(_SEARCH, list(queries)) if queries else []
    seconds = tuple(milliseconds / 1000 for milliseconds, _ in answers)
    return Opening(requests, marks, **panned, seconds=seconds, unanswered=sum(not found for _, found in answers))


def machine() -> str:
    """What opens the pages, and on how many cores."""
    with _chromium() as browser:
        return f"Chromium {browser.version}, headless, drawn in software, {os.cpu_count()} cores"


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
