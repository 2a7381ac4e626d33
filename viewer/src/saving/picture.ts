// The current view of the graph as a picture with a caption: vectors, or points at twice the size of the screen.

import type { App } from "../app.ts";
import type { Canvas } from "../graph/canvas.ts";
import { colour } from "../graph/colours.ts";
import { shape } from "../icons.ts";
import { caption } from "./caption.ts";
import { Recorder } from "./recorder.ts";

const CAPTION = { line: 20, side: 16, above: 12 }; // pixels
const SHARP = 2; // points of a picture in a pixel of the screen

export interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

/** The canvas as it stands, with these lines below it. */
export function picture(app: App, canvas: Canvas, lines: readonly string[]): Picture {
  const { width, height } = canvas.size;
  const whole = height + (lines.length ? CAPTION.above * 2 + lines.length * CAPTION.line : 0);
  const svg = shape("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: whole, viewBox: `0 0 ${width} ${whole}`, role: "img", lang: app.naming.language });
  const title = shape("title", {});
  title.textContent = caption(app).join(" · ");
  svg.append(title, shape("rect", { width, height: whole, fill: colour("--canvas") }));
  const frame = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, overflow: "hidden" });
  frame.append(...drawn(canvas));
  svg.append(frame, ...lines.map((line, n) => written(line, n, height)));
  return { svg, width, height: whole };
}

function drawn(canvas: Canvas): SVGElement[] {
  const measuring = document.createElement("canvas").getContext("2d")!;
  const recorder = new Recorder((text, font) => {
    measuring.font = font;
    return measuring.measureText(text);
  });
  canvas.paintOn(recorder as unknown as CanvasRenderingContext2D);
  return recorder.drawn.map(({ tag, attributes, text }) => {
    const made = shape(tag, attributes);
    if (text !== undefined) made.textContent = text;
    return made;
  });
}

function written(line: string, n: number, top: number): SVGElement {
  const made = shape("text", {
    x: CAPTION.side, y: top + CAPTION.above + (n + 0.7) * CAPTION.line, "font-family": colour("--face"),
    "font-size": n ? 12 : 14, "font-weight": n ? 400 : 700, fill: colour(n ? "--soft" : "--ink"),
  });
  made.textContent = line;
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
