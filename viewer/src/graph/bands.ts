// The strips in which groups stand when they are apart.

import type { App } from "../app.ts";
import type { Paint } from "./canvas.ts";
import { type Palette, faded } from "./colours.ts";
import { groupName } from "./groups.ts";

const HEADING = 14; // pixels on the screen
const RADIUS = 14;

/** Paints the strips beneath the graph, each headed by its group. */
export function bands(app: App, palette: Palette): Paint {
  return (context, scale) => {
    for (const band of app.data.graph.bands) {
      const [width, height] = [band.right - band.left, band.bottom - band.top];
      const head = (HEADING * 2.4) / scale;
      context.fillStyle = faded(palette.group(band.group), 0.07);
      context.beginPath();
      context.roundRect(band.left, band.top - head, width, height + head, RADIUS / scale);
      context.fill();
      context.fillStyle = palette.group(band.group);
      context.font = `600 ${HEADING / scale}px ${palette.face}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillText(groupName(app, band.group), band.left + width / 2, band.top - head / 2, width);
    }
  };
}
