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
  private at: number; // step of the view
  private readonly known: View[] = []; // by step; those from before the page was opened are not there
  private readonly watchers: { keys: readonly Key[]; draw: () => void }[] = [];

  constructor(private readonly codec: Codec, private readonly window: Window) {
    this.now = codec.decode(window.location.hash.slice(1));
    this.at = (window.history.state as { step?: number } | null)?.step ?? 0;
    this.known[this.at] = this.now;
    window.history.replaceState({ step: this.at }, "");
    window.addEventListener("popstate", this.arrive);
  }

  get view(): View {
    return this.now;
  }

  /** Changes the view. Without `record` the change joins the step before it, as in dragging a brush. */
  change(patch: Partial<View>, { record = true } = {}): void {
    const next = { ...this.now, ...patch };
    const fragment = this.codec.encode(next);
    const address = fragment ? `#${fragment}` : this.window.location.pathname;
    if (record && fragment !== this.codec.encode(this.now)) this.window.history.pushState({ step: this.advance() }, "", address);
    else this.window.history.replaceState({ step: this.at }, "", address);
    this.known[this.at] = next;
    this.replace(next);
  }

  /** Calls `draw` now, and again whenever one of the keys has changed. */
  watch(keys: readonly Key[], draw: () => void): void {
    this.watchers.push({ keys, draw });
    draw();
  }

  /** Draws anew what shows one of the keys, once data that it waited for are there. */
  redraw(keys: readonly Key[]): void {
    for (const watcher of this.watchers) if (keys.some((key) => watcher.keys.includes(key))) watcher.draw();
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

  /** Goes to a step, back or forth. */
  go(step: number): void {
    if (step !== this.at) this.window.history.go(step - this.at);
  }

  /** The number of the view among the steps. */
  get step(): number {
    return this.at;
  }

  /** The views by step, with holes for those from before the page was opened; redo can reach the last. */
  get steps(): readonly (View | undefined)[] {
    return this.known;
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.known.length - 1;
  }

  /** A new step, after which there is none to redo. */
  private advance(): number {
    this.at += 1;
    this.known.length = this.at;
    return this.at;
  }

  private arrive = (): void => {
    const { history, location } = this.window;
    const state = history.state as { step: number } | null;
    const view = state ? this.known[state.step] : undefined;
    if (state) this.at = state.step;
    else history.replaceState({ step: this.advance() }, ""); // an address that the reader has put in by hand
    this.known[this.at] = view ?? this.codec.decode(location.hash.slice(1));
    this.replace(this.known[this.at]!);
  };

  private replace(next: View): void {
    const before = this.now;
    this.now = next;
    // A draw may change the view again: that is drawn by then, and what follows draws the view as it is.
    for (const { keys, draw } of this.watchers) if (keys.some((key) => next[key] !== before[key])) draw();
    for (const draw of this.after) draw();
  }
}
