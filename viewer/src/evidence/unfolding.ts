// Something that is built when a reader unfolds it, for its texts may have to be unpacked first.

import { type Children, element, nodes } from "../dom.ts";

export function unfolding(classes: string, summary: string, build: () => Promise<Children>): HTMLDetailsElement {
  const details = element("details", { class: classes }, element("summary", {}, summary));
  details.addEventListener("toggle", () => void build().then((content) => details.append(...nodes(content))), { once: true });
  return details;
}
