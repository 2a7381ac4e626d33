// A drawing context that writes down what is drawn on it as shapes of SVG, in pixels of the view.

export interface Drawn {
  tag: "path" | "text";
  attributes: Record<string, string | number>;
  text?: string;
}

type Matrix = readonly [number, number, number, number, number, number];
const STYLES = ["fillStyle", "strokeStyle", "lineWidth", "font", "textAlign", "textBaseline", "lineJoin", "lineCap", "globalAlpha"] as const;
const ANCHORS: Record<string, string> = { center: "middle", right: "end", end: "end" };
const BASELINES: Record<string, string> = { middle: "central", top: "text-before-edge", hanging: "hanging", bottom: "text-after-edge" };

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** As much of CanvasRenderingContext2D as the graph draws with. */
export class Recorder {
  readonly drawn: Drawn[] = [];
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
  lineJoin = "miter";
  lineCap = "butt";
  globalAlpha = 1;
  private dash: readonly number[] = [];
  private matrix: Matrix = [1, 0, 0, 1, 0, 0];
  private path = "";
  private readonly saved: (() => void)[] = [];

  constructor(private readonly measure: (text: string, font: string) => TextMetrics) {}

  save(): void {
    const { dash, matrix } = this;
    const styles = STYLES.map((key) => [key, this[key]] as const);
    this.saved.push(() => Object.assign(this, Object.fromEntries(styles), { dash, matrix }));
  }

  restore(): void {
    this.saved.pop()?.();
  }

  // The resolution of a screen and what was there before are no part of the picture.
  setTransform(): void {}
  clearRect(): void {}

  translate(x: number, y: number): void {
    this.transform([1, 0, 0, 1, x, y]);
  }

  scale(x: number, y: number): void {
    this.transform([x, 0, 0, y, 0, 0]);
  }

  rotate(angle: number): void {
    this.transform([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]);
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  measureText(text: string): TextMetrics {
    return this.measure(text, this.font);
  }

  beginPath(): void {
    this.path = "";
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path ? "L" : "M"}${this.at(x, y)}`;
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.path += `Q${this.at(x1, y1)} ${this.at(x, y)}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path += `C${this.at(x1, y1)} ${this.at(x2, y2)} ${this.at(x, y)}`;
  }

  arc(x: number, y: number, radius: number, start: number, end: number, back = false): void {
    const on = (angle: number): string => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const r = rounded(radius * this.enlargement);
    const turn = back ? start - end : end - start;
    const part = (to: number, large: boolean): string => `A${r} ${r} 0 ${large ? 1 : 0} ${back ? 0 : 1} ${on(to)}`;
    this.path += `${this.path ? "L" : "M"}${on(start)}`;
    // An arc of SVG cannot end where it begins.
    if (Math.abs(turn) >= 2 * Math.PI - 1e-6) this.path += part(start + Math.PI, false) + part(start + 2 * Math.PI, false);
    else this.path += part(end, ((turn % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI) > Math.PI);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.roundRect(x, y, width, height, 0);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const [right, bottom] = [x + width, y + height];
    this.path += `M${this.at(x + radius, y)}L${this.at(right - radius, y)}Q${this.at(right, y)} ${this.at(right, y + radius)}`
      + `L${this.at(right, bottom - radius)}Q${this.at(right, bottom)} ${this.at(right - radius, bottom)}`
      + `L${this.at(x + radius, bottom)}Q${this.at(x, bottom)} ${this.at(x, bottom - radius)}L${this.at(x, y + radius)}Q${this.at(x, y)} ${this.at(x + radius, y)}Z`;
  }

  closePath(): void {
    if (this.path) this.path += "Z";
  }

  fill(): void {
    if (this.path) this.drawn.push({ tag: "path", attributes: { d: this.path, ...this.ink("fill", this.fillStyle) } });
  }

  stroke(): void {
    if (this.path) this.drawn.push({ tag: "path", attributes: { d: this.path, fill: "none", ...this.pen() } });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const { path } = this;
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
    this.path = path;
  }

  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, this.ink("fill", this.fillStyle));
  }

  strokeText(text: string, x: number, y: number): void {
    this.write(text, x, y, { fill: "none", ...this.pen() });
  }

  private write(text: string, x: number, y: number, paint: Drawn["attributes"]): void {
    const [, weight, size = "10", family = "sans-serif"] = /^(?:(bold|\d00)\s+|normal\s+)?([\d.]+)px\s+(.*)$/.exec(this.font) ?? [];
    const [left, top] = this.at(x, y).split(" ");
    const angle = rounded((Math.atan2(this.matrix[1], this.matrix[0]) * 180) / Math.PI);
    this.drawn.push({ tag: "text", text, attributes: {
      x: left!, y: top!, "font-family": family, "font-size": rounded(Number(size) * this.enlargement),
      ...(weight ? { "font-weight": weight } : {}), ...(angle ? { transform: `rotate(${angle} ${left} ${top})` } : {}),
      "text-anchor": ANCHORS[this.textAlign] ?? "start", "dominant-baseline": BASELINES[this.textBaseline] ?? "alphabetic", ...paint,
    } });
  }

  private pen(): Drawn["attributes"] {
    const scale = this.enlargement;
    return {
      ...this.ink("stroke", this.strokeStyle), "stroke-width": rounded(this.lineWidth * scale), "stroke-linejoin": this.lineJoin,
      "stroke-linecap": this.lineCap, ...(this.dash.length ? { "stroke-dasharray": this.dash.map((part) => rounded(part * scale)).join(" ") } : {}),
    };
  }

  /** A colour and its opacity apart, which more programs read. */
  private ink(part: "fill" | "stroke", colour: string): Drawn["attributes"] {
    const hex = /^#([\da-f]{6})([\da-f]{2})$/i.exec(colour);
    const rgba = /^rgba\((.+),\s*([\d.]+)\)$/.exec(colour);
    const own = hex ? parseInt(hex[2]!, 16) / 255 : rgba ? Number(rgba[2]) : 1;
    const opacity = rounded(own * this.globalAlpha);
    return { [part]: hex ? `#${hex[1]}` : rgba ? `rgb(${rgba[1]})` : colour, ...(opacity < 1 ? { [`${part}-opacity`]: opacity } : {}) };
  }

  private transform([a, b, c, d, e, f]: Matrix): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  private at(x: number, y: number): string {
    const [a, b, c, d, e, f] = this.matrix;
    return `${rounded(a * x + c * y + e)} ${rounded(b * x + d * y + f)}`;
  }

  private get enlargement(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }
}
