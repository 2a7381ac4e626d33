// What a table is made of: its rows, its columns, and the file that it is downloaded as.

import type { Children } from "../dom.ts";
import type { Position } from "../data/types.ts";
import type { Sorting, Table } from "../state/view.ts";
import type { Key } from "./words.ts";

export interface Column {
  key: Key | "rank" | "verdict"; // the address of a view calls it so, too
  heading: string;
  figure?: boolean; // stands to the right
  least?: boolean; // of a figure: a first press puts the smallest first
  value: (n: Position) => string | number; // sorts the rows; "" is not known
  cell: (n: Position) => Children;
}

/** A column of the file; `place` counts the quotes of a fact, as each has a line of its own there. */
export interface Field {
  heading: string;
  value: (n: Position, place: number) => string | number;
}

export interface Sheet {
  table: Table;
  rows: readonly Position[]; // that the filters let through
  total: number;
  columns: readonly Column[];
  first: Sorting; // until the reader chooses another
  words: (n: Position) => string; // by which a row is found
  marks: (n: Position) => string | null; // the class of a row
  chosen: (n: Position) => boolean; // whether it is what the panel shows
  texts: (rows: Iterable<Position>) => (Position | null)[]; // documents whose texts the rows quote
  fields: readonly Field[];
  lines: (n: Position) => number; // of the file
}
