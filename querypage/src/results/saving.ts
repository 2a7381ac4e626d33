// An answer as a file: as received, or asked once more as CSV, which the server writes.

import { button } from "../../../viewer/src/dom.ts";
import { icon } from "../../../viewer/src/icons.ts";
import { download } from "../../../viewer/src/saving/download.ts";
import type { Asked } from "../asked.ts";
import type { Page } from "../page.ts";
import { ask, type Reply } from "../server.ts";
import type { Answer } from "./answer.ts";
import { text } from "./words.ts";

const MARK = "\ufeff"; // without a byte order mark, spreadsheets read Hangul in CSV as something else

/** A button for each format that this answer has; `fail` tells what went wrong. */
export function saves(page: Page, asked: Asked, reply: Reply, answer: Answer, fail: (error: unknown) => void): HTMLElement[] {
  const received = (format: string, ending: string): HTMLElement =>
    save(page, format, async () => store(asked, ending, reply.type, reply.text), fail);
  if (answer.kind === "triples") return [received("Turtle", "ttl")];
  if (answer.kind === "truth") return [received("JSON", "json")];
  const csv = async (): Promise<void> => {
    const { text: rows } = await ask(asked, "text/csv", new AbortController().signal);
    store(asked, "csv", "text/csv;charset=utf-8", MARK + rows);
  };
  return [save(page, "CSV", csv, fail), received("JSON", "json")];
}

function save(page: Page, format: string, make: () => Promise<void>, fail: (error: unknown) => void): HTMLButtonElement {
  const label = text(page.language, "save", { format });
  const made = button({
    class: "action", "aria-label": label, title: label,
    onclick: async () => {
      if (made.getAttribute("aria-busy") === "true") return;
      made.setAttribute("aria-busy", "true");
      await make().catch(fail);
      made.removeAttribute("aria-busy");
    },
  }, icon("save"), format);
  return made;
}

function store(asked: Asked, ending: string, type: string, content: string): void {
  const what = "named" in asked ? asked.named : "query";
  download(`biograph ${what} ${new Date().toLocaleDateString("sv-SE")}.${ending}`, new Blob([content], { type }));
}
