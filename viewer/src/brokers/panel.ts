// The panel of the broker view: what is counted, the ranking, and the broker chosen in it.

import type { App } from "../app.ts";
import type { Brokers } from "../data/brokers.ts";
import { type Children, button, element, nodes } from "../dom.ts";
import type { TaskPanel } from "../panel/panel.ts";
import type { View } from "../state/view.ts";
import { brokerDetail } from "./detail.ts";
import { introduction } from "./introduction.ts";
import { mixingTable } from "./mixing.ts";
import { STEP, rankingTable } from "./table.ts";
import { text } from "./words.ts";

/** The task of the broker view; its parts stay in place and are drawn anew one by one, so that each keeps its scroll. */
export function brokersTask(): TaskPanel {
  let room: Room | undefined;
  return (app) => (app.store.view.page === "brokers" ? (room ??= new Room(app)).shown() : null);
}

class Room {
  private readonly introduction = element("div", { class: "introduction" });
  private readonly options = element("div", { class: "options" });
  private readonly table = element("div", { class: "ranking", role: "region", tabindex: "0" });
  private readonly detail = element("div", { class: "broker-detail", hidden: true });
  private readonly root = element("div", { class: "brokers" }, this.introduction, this.options, this.table, this.detail);
  private rows = STEP;
  private drawn: View | undefined;

  constructor(private readonly app: App) {}

  async shown(): Promise<HTMLElement> {
    await this.app.data.ranked();
    const { brokers } = this.app.data;
    const view = this.app.store.view;
    const changed = (...keys: (keyof View)[]): boolean => keys.some((key) => this.drawn?.[key] !== view[key]);
    const before = this.drawn?.broker?.entity;
    if (changed("language", "filter")) this.put(this.introduction, introduction(this.app, brokers ?? null));
    if (brokers?.rows.length) {
      if (changed("language", "claimed")) this.put(this.options, this.claimedOnly(brokers));
      if (changed("language", "claimed", "sorting", "broker")) this.drawTable(brokers, before);
      if (changed("language", "broker")) this.drawDetail(brokers);
    }
    this.drawn = view;
    return this.root;
  }

  private drawTable(brokers: Brokers, before: number | undefined): void {
    const { store, naming } = this.app;
    const chosen = store.view.broker?.entity;
    const more = (): void => {
      this.rows += STEP;
      this.drawTable(brokers, chosen);
    };
    this.table.setAttribute("aria-label", text(naming.language, "table"));
    this.put(this.table, [rankingTable(this.app, brokers, { rows: this.rows, more }), mixingTable(this.app, brokers)]);
    this.root.classList.toggle("chosen", chosen !== undefined);
    if (chosen !== undefined && chosen !== before) {
      requestAnimationFrame(() => this.table.querySelector(".chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" }));
    }
  }

  private drawDetail(brokers: Brokers): void {
    const chosen = this.app.store.view.broker?.entity;
    const row = brokers.rows.find(({ entity }) => entity === chosen);
    const other = this.drawn?.broker?.entity !== chosen;
    this.put(this.detail, row ? brokerDetail(this.app, brokers, row) : null);
    this.detail.hidden = !row;
    if (other) this.detail.scrollTop = 0;
  }

  private claimedOnly(brokers: Brokers): Children {
    const { naming, store } = this.app;
    const count = brokers.rows.filter(({ claims }) => claims.length).length;
    if (!count) return null;
    return button({ class: "chip", "aria-pressed": String(store.view.claimed), "data-keep": "claimed",
      onclick: () => store.change({ claimed: !store.view.claimed }) }, text(naming.language, "claimedOnly", { count }));
  }

  /** Draws a part anew; a control of it that has the focus keeps it. */
  private put(part: HTMLElement, content: Children): void {
    const focused = part.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["keep"] : undefined;
    const [top, left] = [part.scrollTop, part.scrollLeft];
    part.replaceChildren(...nodes(content));
    part.scrollTo(left, top);
    if (focused) part.querySelector<HTMLElement>(`[data-keep="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
}
