import assert from "node:assert/strict";
import { test } from "node:test";
import { Recorder } from "../../src/saving/recorder.ts";

const recorder = (): Recorder => new Recorder((text, font) => ({ width: text.length * parseFloat(font) }) as TextMetrics);
const paths = ({ drawn }: Recorder) => drawn.map(({ attributes }) => attributes["d"]);

test("shapes stand where the scale and the place of the view put them", () => {
  const on = recorder();
  on.save();
  on.translate(10, 20);
  on.scale(2, 2);
  on.beginPath();
  on.moveTo(0, 0);
  on.lineTo(5, 1);
  on.lineWidth = 3;
  on.setLineDash([9, 6]);
  on.strokeStyle = "#aabbcc80";
  on.stroke();
  on.restore();
  on.stroke();
  const [first, second] = on.drawn;
  assert.deepEqual(first!.attributes, {
    d: "M10 20L20 22", fill: "none", stroke: "#aabbcc", "stroke-opacity": 0.5, "stroke-width": 6, "stroke-linejoin": "miter",
    "stroke-linecap": "butt", "stroke-dasharray": "18 12",
  });
  assert.deepEqual([second!.attributes["stroke"], second!.attributes["stroke-width"], second!.attributes["stroke-dasharray"]], ["#000000", 1, undefined]);
});

test("a circle is two half arcs, a longer and a shorter arc are told apart, and so are their directions", () => {
  const arcs: [start: number, end: number, back: boolean][] = [[0, 2 * Math.PI, false], [0, Math.PI / 2, false], [0, 1.5 * Math.PI, false], [0, Math.PI / 2, true]];
  const on = recorder();
  for (const [start, end, back] of arcs) {
    on.beginPath();
    on.arc(0, 0, 10, start, end, back);
    on.fill();
  }
  assert.deepEqual(paths(on), [
    "M10 0A10 10 0 0 1 -10 0A10 10 0 0 1 10 0", "M10 0A10 10 0 0 1 0 10", "M10 0A10 10 0 1 1 0 -10", "M10 0A10 10 0 1 0 0 10",
  ]);
});

test("words keep their size, weight, place and turn", () => {
  const on = recorder();
  on.scale(0.5, 0.5);
  on.font = 'bold 24px "A B", sans-serif';
  on.textAlign = "center";
  on.textBaseline = "middle";
  on.fillStyle = "rgba(1, 2, 3, 0.25)";
  on.globalAlpha = 0.4;
  on.fillText("<b>한</b>", 10, 6);
  on.rotate(Math.PI / 2);
  on.strokeText("x", 0, 0);
  const [words, turned] = on.drawn;
  assert.equal(words!.text, "<b>한</b>");
  assert.deepEqual(words!.attributes, {
    x: "5", y: "3", "font-family": '"A B", sans-serif', "font-size": 12, "font-weight": "bold", "text-anchor": "middle",
    "dominant-baseline": "central", fill: "rgb(1, 2, 3)", "fill-opacity": 0.1,
  });
  assert.equal(turned!.attributes["transform"], "rotate(90 0 0)");
});

test("a filled rectangle leaves the path that is being drawn as it was", () => {
  const on = recorder();
  on.beginPath();
  on.moveTo(1, 1);
  on.fillRect(0, 0, 4, 2);
  on.lineTo(2, 2);
  on.closePath();
  on.fill();
  assert.match(String(paths(on)[0]), /^M0 0L4 0.*Z$/);
  assert.equal(paths(on)[1], "M1 1L2 2Z");
});
