// One part of a view as an address has it, and the simplest kinds of it.

import type { View } from "./view.ts";

/** How a part is written and read; one that reads as null is not there any more. */
export interface Field<K extends keyof View> {
  key: string;
  write: (value: View[K]) => string;
  read: (written: string) => View[K] | null;
}
export type Fields = { [K in keyof View]?: Field<K> };

/** One of the known words. */
export const word = <T extends string>(key: string, ...known: T[]) => ({
  key, write: (value: T): string => value, read: (written: string) => known.find((value) => value === written) ?? null,
});

export const flag = (key: string) => ({ key, write: (value: boolean): string => (value ? "1" : ""), read: (written: string): boolean => written === "1" });
