// The room of the answer: how much it is, how long it took, whether it was cut, and the answer itself.

import { button, type Children, element, nodes } from "../../../viewer/src/dom.ts";
import type { Asked } from "../asked.ts";
import type { Names } from "../names.ts";
import type { Page } from "../page.ts";
import { Problem, type Reply } from "../server.ts";
import { type Answer, parse } from "./answer.ts";
import { problemBox } from "./problem.ts";
import { saves } from "./saving.ts";
import { Table } from "./table.ts";
import { text } from "./words.ts";

const SHOWN = 200_000; // characters of a text as received; more would stop the browser for seconds

export class Results {
  readonly element: HTMLElement;
  private readonly heading = element("h2");
  private readonly summary = element("p", { class: "note summary", role: "status" });
  private readonly commands = element("div", { class: "commands" });
  private readonly body = element("div", { class: "body" });
  private draw: () => void = () => this.say("");

  /** `go` moves the cursor in the query to a line and column. */
  constructor(private readonly page: Page, private readonly names: Names, private readonly go: (line: number, column: number) => void) {
    const bar = element("div", { class: "bar" }, this.heading, this.summary, this.commands);
    this.element = element("section", { class: "results" }, bar, this.body);
    page.watch(() => {
      this.heading.textContent = this.words("results");
      this.draw();
    });
  }

  clear(): void {
    this.now(() => this.say(this.words("start")));
  }

  wait(): void {
    this.now(() => this.say(this.words("running")));
    this.element.setAttribute("aria-busy", "true");
  }

  stopped(milliseconds: number): void {
    this.now(() => this.say([this.words("stopped"), this.duration(milliseconds)].join(" · ")));
  }

  fail(error: unknown): void {
    const problem = error instanceof Problem ? error : new Problem(this.words("unreadable"), String(error));
    this.now(() => this.say("", problemBox(this.page, problem, this.go)));
  }

  show(asked: Asked, reply: Reply, milliseconds: number): void {
    const answer = parse(reply);
    let raw = answer.kind === "triples";
    const toggle = button({
      class: "action", onclick: () => {
        raw = !raw;
        this.draw();
      },
    });
    this.now(() => {
      const summary = [this.amount(answer), this.cut(answer), this.duration(milliseconds)].filter(Boolean).join(" · ");
      this.say(summary, raw ? this.received(reply.text) : this.drawn(answer));
      this.summary.classList.toggle("cut", answer.cut !== null);
      toggle.textContent = this.words("raw");
      toggle.setAttribute("aria-pressed", String(raw));
      const choice = answer.kind === "triples" ? [] : [toggle];
      this.commands.replaceChildren(...choice, ...saves(this.page, asked, reply, answer, (error) => this.fail(error)));
    });
  }

  private now(draw: () => void): void {
    this.draw = draw;
    this.element.removeAttribute("aria-busy");
    draw();
  }

  private say(summary: string, ...content: Children[]): void {
    this.summary.textContent = summary;
    this.summary.classList.remove("cut");
    this.commands.replaceChildren();
    this.body.replaceChildren(...nodes(content));
  }

  private words(key: Parameters<typeof text>[1], values: Record<string, string | number> = {}): string {
    return text(this.page.language, key, values);
  }

  private amount(answer: Answer): string {
    if (answer.kind !== "rows") return this.words(answer.kind);
    const { length } = answer.rows;
    return length === 1 ? this.words("count", { count: 1, shown: 1 }) : this.words("count", { count: length, shown: this.page.number(length) });
  }

  private cut(answer: Answer): string {
    if (answer.cut === null) return "";
    const by = answer.cut === "rows" || answer.cut === "bytes" ? answer.cut : "time";
    return this.words(by, { shown: answer.kind === "rows" ? this.page.number(answer.rows.length) : "" });
  }

  private duration(milliseconds: number): string {
    return this.words("seconds", { seconds: this.page.number(milliseconds / 1000, 2) });
  }

  private drawn(answer: Answer): Children {
    if (answer.kind === "truth") return element("p", { class: "truth" }, this.words(answer.truth ? "yes" : "no"));
    if (answer.kind !== "rows") return null;
    if (!answer.rows.length) return element("p", { class: "empty note" }, this.words("none"));
    return new Table(this.page, this.names, answer.variables, answer.rows).element;
  }

  private received(content: string): Children {
    const label = this.words("raw");
    return [
      content.length > SHOWN && element("p", { class: "note" }, this.words("clipped")),
      element("pre", { tabindex: "0", role: "region", "aria-label": label }, content.slice(0, SHOWN)),
    ];
  }
}
