// Writes the labels over the drawing, in letters of one size on the screen whatever the zoom.

import type { App } from "../app.ts";
import type { Position } from "../data/types.ts";
import { seen } from "./body.ts";
import type { Canvas, Paint } from "./canvas.ts";
import type { Palette } from "./colours.ts";
import { clusterLines, edgeLines } from "./captions.ts";
import type { Discs } from "./discs.ts";
import { type Box, type Candidate, type Placed, beside, placed } from "./labels.ts";
import type { Light } from "./light.ts";
import type { Scene } from "./scene.ts";
import type { Size } from "./measures.ts";

export const ALL = 80; // nodes up to which each may have its label in the first view
const FIRST = 40; // labels of the first view of more; a closer look has more
const LIT = 60; // labels of what is lit
const LEADING = 1.3; // height of a line in letters
const HALO = 3; // pixels

/** A line of a label and how it is written; `size` in pixels of the screen. */
export interface Line {
  text: string;
  size: number;
  bold: boolean;
  soft: boolean;
}

interface Label extends Candidate {
  lines: readonly Line[];
  node: Position | null;
}

/** What the labels depend on besides the zoom. */
export interface Subject {
  scene: Scene;
  light: Light | null;
  palette: Palette;
  size: Size;
  fitted: number; // scale at which all fits the canvas
}

export class Lettering {
  private subject: Subject | undefined;
  private written: Placed<Label>[] = [];
  private scale = 0;
  private readonly widths = new Map<string, number>();
  private hovered: Position | null = null;
  private ranked: readonly Position[] = [];

  constructor(private readonly app: App, private readonly canvas: Canvas, private readonly discs: Discs) {
    canvas.labels = { at: (place) => this.at(place), written: () => this.all() };
  }

  set(subject: Subject): void {
    if (this.subject?.scene !== subject.scene) {
      this.ranked = subject.scene.nodes.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
    }
    this.subject = subject;
    this.scale = 0;
  }

  hover(node: Position | null): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.scale = 0;
  }

  /** The labels are to be placed anew. */
  refresh(): void {
    this.scale = 0;
  }

  paint: Paint = (context, scale) => {
    if (!this.subject) return;
    if (scale !== this.scale) {
      this.scale = scale;
      this.written = placed(this.candidates(context, this.subject), this.obstacles(this.subject));
    }
    const { palette } = this.subject;
    const { width, height } = this.canvas.size;
    const origin = this.canvas.pixel(0, 0);
    context.save();
    context.scale(1 / scale, 1 / scale);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = HALO;
    context.strokeStyle = palette.ground;
    for (const label of this.written) {
      const [x, y] = [label.x + origin.x, label.y + origin.y];
      if (x > -120 && y > -40 && x < width + 120 && y < height + 40) this.write(context, label, palette);
    }
    context.restore();
  };

  private write(context: CanvasRenderingContext2D, { candidate: { lines, height }, x, y }: Placed<Label>, palette: Palette): void {
    let top = y - height / 2;
    for (const { text, size, bold, soft } of lines) {
      context.font = font(palette.face, size, bold);
      context.fillStyle = soft ? palette.soft : palette.ink;
      context.strokeText(text, x, top + (size * LEADING) / 2);
      context.fillText(text, x, top + (size * LEADING) / 2);
      top += size * LEADING;
    }
  }

  /** Those to be placed, the more important first, in pixels from where the origin of the drawing is. */
  private candidates(context: CanvasRenderingContext2D, subject: Subject): Label[] {
    const { scene, light } = subject;
    const made = (lines: readonly Line[], node: Position | null, forced: boolean, spots: (w: number, h: number) => Candidate["spots"]): Label => {
      const width = Math.max(...lines.map((line) => this.width(context, line, subject.palette)));
      const height = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
      return { lines, width, height, spots: spots(width, height), forced, node };
    };
    const node = (id: Position): Label => {
      const one = this.app.data.nodeOf.get(id)!;
      const [x, y] = scene.place(one);
      const strong = light?.marked.has(id) || id === this.hovered;
      const lines = one.label.split("\n").map((text) => ({ text, size: strong ? 13 : 12, bold: strong ?? false, soft: false }));
      return made(lines, id, strong ?? false, (w, h) => beside(x * this.scale, y * this.scale, seen(subject.size(one), this.scale), w, h));
    };
    const edges = edgeLines(this.app, light).flatMap(({ edge, lines, forced }) => {
      const along = [0.5, 0.4, 0.6, 0.3, 0.7].map((t) => this.canvas.along(edge, t));
      if (along.some((point) => point === null)) return [];
      return [made(lines, null, forced, () => along.map((point) => [point!.x * this.scale, point!.y * this.scale] as const))];
    });
    const discs = clusterLines(this.app, this.discs, this.scale).map(({ x, y, radius, lines, brief, forced }) => {
      const spots = (_: number, h: number): Candidate["spots"] =>
        [0, 0.45, -0.45, 0.8, -0.8].map((part) => [x * this.scale, y * this.scale + part * (radius * this.scale - h / 2)] as const);
      return { ...made(lines, null, forced, spots), ...(brief && { otherwise: made(brief, null, false, spots) }) };
    });
    const nodes = this.named(subject).map(node);
    const leading = nodes.filter(({ forced }) => forced);
    return [...leading, ...edges.filter(({ forced }) => forced), ...nodes.filter(({ forced }) => !forced).slice(0, 12), ...discs,
      ...nodes.filter(({ forced }) => !forced).slice(12), ...edges.filter(({ forced }) => !forced)];
  }

  /** The large nodes themselves, which no label may cover. */
  private obstacles({ scene, size }: Subject): Box[] {
    return this.ranked.slice(0, FIRST).map((id) => {
      const one = this.app.data.nodeOf.get(id)!;
      const [x, y] = scene.place(one).map((at) => at * this.scale) as [number, number];
      const radius = seen(size(one), this.scale) - 1;
      return [x - radius, y - radius, x + radius, y + radius];
    });
  }

  /** The nodes that may have a label at this zoom. */
  private named({ scene, light, fitted }: Subject): Position[] {
    const there = (id: Position): boolean => scene.spot(id) === id;
    const hovered = this.hovered !== null && there(this.hovered) ? [this.hovered] : [];
    if (light) return [...new Set([...hovered, ...light.marked, ...this.ranked.filter((id) => light.nodes.has(id)).slice(0, LIT)])].filter(there);
    const count = scene.nodes.length <= ALL ? ALL : FIRST * Math.max(1, (this.scale / fitted) ** 2);
    return [...new Set([...hovered, ...this.ranked.slice(0, count)])];
  }

  private all() {
    const origin = this.canvas.pixel(0, 0);
    return this.written.map(({ candidate: { lines, width, height }, x, y }) =>
      ({ text: lines.map(({ text }) => text).join("\n"), x: x + origin.x, y: y + origin.y, width, height }));
  }

  private at({ x, y }: { x: number; y: number }): Position | null {
    const origin = this.canvas.pixel(0, 0);
    const [left, top] = [x - origin.x, y - origin.y];
    const found = this.written.find(({ candidate: { node, width, height }, x: middle, y: level }) =>
      node !== null && Math.abs(left - middle) <= width / 2 && Math.abs(top - level) <= height / 2);
    return found?.candidate.node ?? null;
  }

  private width(context: CanvasRenderingContext2D, { text, size, bold }: Line, { face }: Palette): number {
    const key = `${size}${bold ? "b" : ""}${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      context.font = font(face, size, bold);
      this.widths.set(key, (width = context.measureText(text).width));
    }
    return width;
  }
}

const font = (face: string, size: number, bold: boolean): string => `${bold ? "600 " : ""}${size}px ${face}`;
