// The desk: what is asked stands on it, runs, and is written into the address and the history.

import type { CompletionSource } from "@codemirror/autocomplete";
import { button, element } from "../../viewer/src/dom.ts";
import { address, type Asked, read } from "./asked.ts";
import { Editor } from "./editor/editor.ts";
import { Form } from "./examples/form.ts";
import { insertion } from "./naming/insertion.ts";
import type { Page } from "./page.ts";
import type { Results } from "./results/results.ts";
import { ACCEPT } from "./results/answer.ts";
import { ask, type NamedQuery, Problem } from "./server.ts";
import { text } from "./words.ts";

const FIRST: Asked = { query: "SELECT ?who ?whom\nWHERE {\n  ?who bg:partnersWith ?whom .\n}\nLIMIT 100" };

interface Around {
  queries: readonly NamedQuery[];
  sources: readonly CompletionSource[];
  results: Results;
  shown: (query: NamedQuery | null) => void; // which named query stands on the desk
  ran: (asked: Asked) => void;
}

export class Desk {
  readonly element: HTMLElement;
  private readonly editor: Editor;
  private readonly form: Form;
  private readonly edited: HTMLElement;
  private readonly runner: HTMLButtonElement;
  private readonly unfolder = button({ class: "action", "aria-controls": "editor", onclick: () => this.unfold(this.room.hidden !== false) });
  private readonly writing: HTMLElement[]; // what only the editor needs
  private readonly room = element("div", { id: "editor" });
  private named: NamedQuery | null = null;
  private original = ""; // the named query's text, its line ends as the editor has them
  private running: AbortController | null = null;

  constructor(private readonly page: Page, private readonly around: Around) {
    this.form = new Form(page, () => void this.run());
    this.edited = this.notice();
    this.runner = button({ class: "run", onclick: () => (this.running ? this.running.abort() : void this.run()) });
    this.editor = new Editor(this.room, page, around.sources, () => this.changed());
    const naming = insertion(page, (value) => this.editor.insert(value), () => this.editor.focus());
    const keys = element("span", { class: "note keys" });
    const bar = element("div", { class: "bar" }, this.runner, this.unfolder, naming.opener, keys);
    this.writing = [naming.opener, keys];
    this.element = element("section", { class: "desk" }, this.form.element, this.edited, this.room, naming.field, bar);
    this.listen(() => {
      this.unfold(true);
      naming.open();
    });
    page.watch(() => {
      this.element.setAttribute("aria-label", text(page.language, "title"));
      keys.textContent = text(page.language, "keys");
      this.unfolder.textContent = text(page.language, "unfold");
      this.showRunner();
    });
  }

  /** Puts a query on the desk. */
  put(asked: Asked): void {
    const named = "named" in asked ? this.around.queries.find(({ name }) => name === asked.named) ?? null : null;
    this.named = named;
    this.form.show(named, "named" in asked ? asked.values : {});
    this.editor.text = this.original = named?.text.replace(/\r\n?/g, "\n") ?? ("query" in asked ? asked.query : "");
    this.editor.unmark();
    this.unfolder.hidden = !named;
    this.unfold(!named);
    this.around.shown(named);
  }

  /** Moves the cursor to a line and column of the query. */
  go(line: number, column: number): void {
    this.unfold(true);
    this.editor.go(line, column);
  }

  /** Runs what is on the desk, and makes it the page's address: `restored` where it came from there. */
  async run(restored = false): Promise<void> {
    const { asked } = this;
    if ("named" in asked && !this.form.complete()) return;
    if ("query" in asked && !asked.query.trim()) return;
    const place = address(asked);
    const same = restored || place === location.pathname + location.search;
    history[same ? "replaceState" : "pushState"](asked, "", place);
    this.around.ran(asked);
    await this.answer(asked);
  }

  /** Puts on the desk what the browser's history or the address says, and runs it. */
  restore(): void {
    const asked = (history.state as Asked | null) ?? read(location.search);
    this.running?.abort();
    this.put(asked ?? FIRST);
    if (!asked) return this.around.results.clear();
    if ("named" in asked && !this.named) return this.around.results.fail(new Problem(text(this.page.language, "gone", { name: asked.named })));
    void this.run(true);
  }

  private get asked(): Asked {
    return this.named && this.editor.text === this.original
      ? { named: this.named.name, values: this.form.values } : { query: this.editor.text };
  }

  private async answer(asked: Asked): Promise<void> {
    const { results } = this.around;
    this.running?.abort();
    const own = (this.running = new AbortController());
    const begun = performance.now();
    this.editor.unmark();
    this.showRunner();
    results.wait();
    try {
      results.show(asked, await ask(asked, ACCEPT, own.signal), performance.now() - begun);
    } catch (error) {
      if (this.running !== own) return; // another runs in its place
      if (own.signal.aborted) results.stopped(performance.now() - begun);
      else this.fail(error);
    } finally {
      if (this.running === own) this.running = null;
      this.showRunner();
    }
  }

  private fail(error: unknown): void {
    this.around.results.fail(error);
    if (error instanceof Problem && error.position) this.editor.mark(error.position.line, error.position.column, error.title);
  }

  /** Of a named query the form is enough; its text is there for those who want it. */
  private unfold(wanted: boolean): void {
    for (const part of [this.room, ...this.writing]) part.hidden = !wanted;
    this.unfolder.setAttribute("aria-expanded", String(wanted));
  }

  private changed(): void {
    const edited = this.named !== null && this.editor.text !== this.original;
    this.edited.hidden = !edited;
    this.form.disabled = edited;
  }

  private notice(): HTMLElement {
    const words = element("span");
    const back = button({ class: "link", onclick: () => (this.editor.text = this.original) });
    this.page.watch(() => {
      words.textContent = text(this.page.language, "edited");
      back.textContent = text(this.page.language, "restore");
    });
    return element("p", { class: "note edited", hidden: true }, words, " ", back);
  }

  private showRunner(): void {
    this.runner.textContent = text(this.page.language, this.running ? "stop" : "run");
    this.runner.classList.toggle("stop", this.running !== null);
  }

  private listen(name: () => void): void {
    addEventListener("popstate", () => this.restore());
    // Before the editor, which has other uses for these keys.
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
      const act = { Enter: () => void this.run(), i: name }[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }, { capture: true });
  }
}
