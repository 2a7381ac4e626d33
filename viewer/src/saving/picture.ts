// The current view of the graph as a picture with a caption: vectors, or points at twice the size of the screen.

import type { App } from "../app.ts";
import type { Canvas } from "../graph/canvas.ts";
import { colour } from "../graph/colours.ts";
import { repaint } from "../graph/repaint.ts";
import { shape } from "../icons.ts";
import { caption } from "./caption.ts";
import { Recorder } from "./recorder.ts";
import { wrapped } from "./wrapping.ts";

const CAPTION = { line: 20, side: 16, above: 12 }; // pixels
const [HEAD, PLAIN] = [{ size: 14, weight: 700, colour: "--ink" }, { size: 12, weight: 400, colour: "--soft" }]; // its title, and what follows
const SHARP = 2; // points of a picture in a pixel of the screen

interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

/** The canvas as it stands, with these lines below it, broken where they are wider. */
export function picture(app: App, canvas: Canvas, lines: readonly string[]): Picture {
  const { width, height } = canvas.size;
  const written = captionLines(lines, width - 2 * CAPTION.side);
  const whole = height + (written.length ? CAPTION.above * 2 + written.length * CAPTION.line : 0);
  const svg = shape("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: whole, viewBox: `0 0 ${width} ${whole}`, role: "img", lang: app.naming.language });
  const title = shape("title", {});
  title.textContent = caption(app).join(" · ");
  svg.append(title, shape("rect", { width, height: whole, fill: colour("--canvas") }));
  const frame = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, overflow: "hidden" });
  frame.append(...drawn(canvas));
  svg.append(frame, ...written.map((line, n) => captionText(line, n, height)));
  return { svg, width, height: whole };
}

function drawn(canvas: Canvas): SVGElement[] {
  const recorder = new Recorder(measuring());
  repaint(canvas.network, recorder as unknown as CanvasRenderingContext2D);
  return recorder.drawn.map(({ tag, attributes, text }) => {
    const made = shape(tag, attributes);
    if (text !== undefined) made.textContent = text;
    return made;
  });
}

/** Measures texts by the font as the canvas has it. */
function measuring(): (text: string, font: string) => TextMetrics {
  const context = document.createElement("canvas").getContext("2d")!;
  return (text, font) => {
    context.font = font;
    return context.measureText(text);
  };
}

type Style = typeof HEAD;

function captionLines(lines: readonly string[], width: number): { text: string; style: Style }[] {
  const measure = measuring();
  const face = colour("--face");
  return lines.flatMap((line, n) => {
    const style = n ? PLAIN : HEAD;
    const font = `${style.weight} ${style.size}px ${face}`;
    return wrapped(line, width, (text) => measure(text, font).width).map((text) => ({ text, style }));
  });
}

function captionText({ text, style }: { text: string; style: Style }, n: number, top: number): SVGElement {
  const made = shape("text", {
    x: CAPTION.side, y: top + CAPTION.above + (n + 0.7) * CAPTION.line, "font-family": colour("--face"),
    "font-size": style.size, "font-weight": style.weight, fill: colour(style.colour),
  });
  made.textContent = text;
  return made;
}

export function vectors({ svg }: Picture): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
}

export async function points(made: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(await vectors(made).text())}`;
  await image.decode();
  const target = document.createElement("canvas");
  [target.width, target.height] = [made.width * SHARP, made.height * SHARP];
  target.getContext("2d")!.drawImage(image, 0, 0, target.width, target.height);
  return await new Promise((done, failed) => target.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture")))));
}
