// The groups that stand apart: what they are called, and in which order.

import type { App } from "../app.ts";
import { text } from "./words.ts";

/** The groups that have a strip, a disc or a colour of their own, from left to right. */
export function groupsOf({ data: { graph } }: App): string[] {
  return [...new Set([...graph.bands, ...graph.clusters].map(({ group }) => group))];
}

/** The name of such a group: "*" holds those of other groups and of several. */
export function groupName({ naming }: App, group: string): string {
  if (group === "*") return text(naming.language, "others");
  return group ? naming.group(group) : text(naming.language, "unknown");
}
