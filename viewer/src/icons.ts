// Small drawings for buttons, on a grid of 24, in the colour of the words around them.

const SVG = "http://www.w3.org/2000/svg";
const RING = "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17z";

/** Lines, and areas that are filled. */
const DRAWINGS = {
  undo: ["M8.5 5l-4 4l4 4M5 9h8.5a5.25 5.25 0 0 1 0 10.5H9"],
  redo: ["M15.5 5l4 4l-4 4M19 9h-8.5a5.25 5.25 0 0 0 0 10.5H15"],
  history: [RING + "M12 7.5v5l3.25 2"],
  plus: ["M12 5.5v13M5.5 12h13"],
  minus: ["M5.5 12h13"],
  fit: ["M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15"],
  filter: ["M4 7h16M7 12h10M10 17h4"],
  timeline: ["M4 19.5h16M7 16v-4M12 16V5M17 16V9"],
  path: ["M8.5 18H14a3 3 0 0 0 0-6h-4a3 3 0 0 1 0-6h5.5", "M6 15.75a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 0 1 0-4.5zM18 3.75a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 0 1 0-4.5z"],
  theme: [RING, "M12 3.5a8.5 8.5 0 0 1 0 17z"],
  save: ["M12 4.5v10.5M7.5 11l4.5 4.5l4.5-4.5M4.5 19.5h15"],
  link: ["M10 7.5H8.5a4.5 4.5 0 0 0 0 9H10M14 7.5h1.5a4.5 4.5 0 0 1 0 9H14M9 12h6"],
  language: [RING + "M3.5 12h17M12 3.5c4 4 4 13 0 17c-4-4-4-13 0-17z"],
  more: ["", "M5.5 10.25a1.75 1.75 0 1 1 0 3.5a1.75 1.75 0 0 1 0-3.5zM12 10.25a1.75 1.75 0 1 1 0 3.5a1.75 1.75 0 0 1 0-3.5zM18.5 10.25a1.75 1.75 0 1 1 0 3.5a1.75 1.75 0 0 1 0-3.5z"],
  close: ["M6.5 6.5l11 11M17.5 6.5l-11 11"],
  search: ["M10.5 4.5a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM15 15l5 5"],
} satisfies Record<string, [line: string, area?: string]>;

export type IconName = keyof typeof DRAWINGS;

/** The drawing by this name; it says nothing to a screen reader: its button has a name. */
export function icon(name: IconName): SVGSVGElement {
  const [line, area] = DRAWINGS[name] as [string, string?];
  const made = shape("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" });
  if (line) made.append(shape("path", { d: line, class: "drawn" }));
  if (area) made.append(shape("path", { d: area, class: "filled" }));
  return made;
}

/** An element of SVG. */
export function shape<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
