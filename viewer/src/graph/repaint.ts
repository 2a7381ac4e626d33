// What stands on the canvas, drawn once more on another context.

import type { Network } from "vis-network/esnext";

/** What vis-network has no public name for. */
interface Inner {
  canvas: { getContext?: () => CanvasRenderingContext2D };
  body: { emitter: { emit(event: string): void } };
}

/** Draws what the reader sees, in pixels of the canvas. */
export function repaint(network: Network, context: CanvasRenderingContext2D): void {
  const { canvas, body } = network as unknown as Inner;
  canvas.getContext = () => context; // hides the method of its class
  try {
    body.emitter.emit("_redraw"); // at once, where nothing moves
  } finally {
    delete canvas.getContext;
  }
}
