// Copies text, and says so; a page opened from disk may be refused the clipboard, then a selection is copied.

import type { App } from "../app.ts";
import { element } from "../dom.ts";
import { tool } from "../toolbar/toolbar.ts";
import { text } from "./words.ts";

const SEEN = 2500; // milliseconds that the message stays

let message: HTMLElement | undefined;
let fading: number | undefined;

/** Puts a button into the header that copies the address of what is shown, and a place for messages into the page. */
export function showCopying(app: App): void {
  message = element("p", { id: "copied", class: "copied", role: "status" });
  document.body.append(message);
  tool(app, "link", {
    order: 45, icon: "link", label: () => text(app.naming.language, "copyLink"), onclick: () => void copy(app, window.location.href),
  });
}

export async function copy({ naming }: App, copied: string): Promise<void> {
  const done = await navigator.clipboard?.writeText(copied).then(() => true, () => false) || copySelected(copied);
  say(text(naming.language, done ? "copied" : "notCopied"));
}

function copySelected(copied: string): boolean {
  const focused = document.activeElement;
  const area = element("textarea", { class: "unseen", readonly: true, "aria-hidden": "true" });
  area.value = copied;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

function say(words: string): void {
  if (!message) return;
  window.clearTimeout(fading);
  message.textContent = words;
  fading = window.setTimeout(() => message?.replaceChildren(), SEEN);
}
