// On a phone the panel is a sheet over the page: a grip makes it taller, lower, or closes it.

import type { App } from "../app.ts";
import { byId } from "../dom.ts";
import { words } from "../words/words.ts";

const text = words({
  ko: { taller: "자세히 창 크게", lower: "자세히 창 작게" },
  en: { taller: "Enlarge the details", lower: "Reduce the details" },
});

const [HALF, FULL] = [0.52, 0.88]; // of the height of the window
const CLOSING = 0.25; // a sheet let go of below this is closed
const STILL = 6; // pixels that a press may move and be no drag

export function showSheet(app: App): void {
  const { naming, store } = app;
  const grip = byId("grip");
  let share = HALF;
  const set = (height: number): void => document.documentElement.style.setProperty("--sheet", `${Math.round(height * 100)}svh`);
  const settle = (next: number): void => {
    if (next < CLOSING) store.change({ selection: null });
    share = next < CLOSING || next < (HALF + FULL) / 2 ? HALF : FULL;
    set(share);
    grip.setAttribute("aria-expanded", String(share === FULL));
    grip.setAttribute("aria-label", text(naming.language, share === FULL ? "lower" : "taller"));
  };
  drag(grip, () => share, set, settle);
  // A press of the pointer that was a drag is followed by a click, which does nothing then; one by the keyboard is never a drag.
  grip.addEventListener("click", ({ detail }) => detail === 0 && settle(share === FULL ? HALF : FULL));
  store.watch(["language"], () => settle(share));
}

function drag(grip: HTMLElement, share: () => number, set: (share: number) => void, settle: (share: number) => void): void {
  let from: { y: number; share: number } | null = null;
  let now = 0;
  grip.addEventListener("pointerdown", (event) => {
    grip.setPointerCapture(event.pointerId);
    from = { y: event.clientY, share: share() };
    now = from.share;
  });
  grip.addEventListener("pointermove", ({ clientY }) => {
    if (!from || Math.abs(clientY - from.y) < STILL) return;
    now = Math.min(Math.max(from.share + (from.y - clientY) / innerHeight, 0.1), FULL);
    set(now);
  });
  grip.addEventListener("pointerup", () => {
    if (!from) return;
    settle(now === from.share ? (from.share === FULL ? HALF : FULL) : now);
    from = null;
  });
  grip.addEventListener("pointercancel", () => {
    if (from) settle(from.share);
    from = null;
  });
}
