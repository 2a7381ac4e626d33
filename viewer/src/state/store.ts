// Holds the view, tells who draws it what changed, and keeps it in the address, so that back and forward undo and redo.

import type { View } from "./view.ts";

type Key = keyof View;

/** Between a view and the fragment of the address. */
export interface Codec {
  encode(view: View): string;
  decode(fragment: string): View;
}

export class Store {
  private now: View;
  private readonly after: (() => void)[] = [];
  private latest: number; // step that forward can reach
  private readonly watchers: { keys: readonly Key[]; draw: () => void }[] = [];

  constructor(private readonly codec: Codec, private readonly window: Window) {
    this.now = codec.decode(window.location.hash.slice(1));
    window.history.replaceState({ step: this.step }, "");
    this.latest = this.step;
    window.addEventListener("popstate", () => this.replace(codec.decode(window.location.hash.slice(1))));
  }

  get view(): View {
    return this.now;
  }

  /** Changes the view. Without `record` the change joins the step before it, as in dragging a brush. */
  change(patch: Partial<View>, { record = true } = {}): void {
    const next = { ...this.now, ...patch };
    const fragment = this.codec.encode(next);
    const address = fragment ? `#${fragment}` : this.window.location.pathname;
    if (record && fragment !== this.codec.encode(this.now)) {
      this.window.history.pushState({ step: this.step + 1 }, "", address);
      this.latest = this.step;
    } else {
      this.window.history.replaceState({ step: this.step }, "", address);
    }
    this.replace(next);
  }

  /** Calls `draw` now, and again whenever one of the keys has changed. */
  watch(keys: readonly Key[], draw: () => void): void {
    this.watchers.push({ keys, draw });
    draw();
  }

  /** Calls `draw` now, and after every change. */
  always(draw: () => void): void {
    this.after.push(draw);
    draw();
  }

  undo = (): void => {
    if (this.canUndo) this.window.history.back();
  };

  redo = (): void => {
    if (this.canRedo) this.window.history.forward();
  };

  /** Goes to a step of this page's history, back or forth. */
  go(step: number): void {
    if (step !== this.step) this.window.history.go(step - this.step);
  }

  get canUndo(): boolean {
    return this.step > 0;
  }

  get canRedo(): boolean {
    return this.step < this.latest;
  }

  /** The step that redo can reach at most. */
  get last(): number {
    return this.latest;
  }

  /** The number of changes that undo can take back. */
  get step(): number {
    return (this.window.history.state as { step?: number } | null)?.step ?? 0;
  }

  private replace(next: View): void {
    const before = this.now;
    this.now = next;
    for (const { keys, draw } of this.watchers) {
      // A draw may change the view again; what it changed has been drawn by then.
      if (this.now === next && keys.some((key) => next[key] !== before[key])) draw();
    }
    for (const draw of this.after) draw();
  }
}
