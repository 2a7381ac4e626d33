// Which labels are written, and where beside their things: the important ones first, none over another.

/** Something that may have a label; places and radii in pixels of the screen. */
export interface Candidate {
  width: number;
  height: number;
  spots: readonly (readonly [x: number, y: number])[]; // where the middle of the label may stand, the best first
  forced: boolean; // written even over another
  otherwise?: Candidate; // a shorter one, for where this one finds no room
}

export interface Placed<C> {
  candidate: C;
  x: number;
  y: number;
}

const CELL = 64; // pixels of the grid in which neighbours are looked up
const AIR = 3; // pixels kept free around a label

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes on the screen, of which one can ask whether a new one meets any. */
class Taken {
  private readonly cells = new Map<number, Box[]>();

  free(box: Box): boolean {
    for (const cell of this.covered(box)) {
      for (const [left, top, right, bottom] of this.cells.get(cell) ?? []) {
        if (box[0] < right && box[2] > left && box[1] < bottom && box[3] > top) return false;
      }
    }
    return true;
  }

  add(box: Box): void {
    for (const cell of this.covered(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  private *covered([left, top, right, bottom]: Box): Iterable<number> {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1) {
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) yield row * 100_003 + column;
    }
  }
}

/** The candidates that find room, each at the first of its spots that is free; `obstacles` are kept clear, too. */
export function placed<C extends Candidate>(candidates: readonly C[], obstacles: readonly Box[] = []): Placed<C>[] {
  const taken = new Taken();
  obstacles.forEach((box) => taken.add(box));
  const place = (candidate: C): Placed<C>[] => {
    const boxes = candidate.spots.map((spot) => around(candidate, spot));
    const at = boxes.findIndex((box) => taken.free(box));
    if (at < 0 && !candidate.forced) return candidate.otherwise ? place(candidate.otherwise as C) : [];
    const [x, y] = candidate.spots[Math.max(at, 0)]!;
    taken.add(boxes[Math.max(at, 0)]!);
    return [{ candidate, x, y }];
  };
  return candidates.flatMap(place);
}

function around({ width, height }: Candidate, [x, y]: readonly [number, number]): Box {
  return [x - width / 2 - AIR, y - height / 2 - AIR, x + width / 2 + AIR, y + height / 2 + AIR];
}

/** The spots beside a round thing: below, above, right, left. */
export function beside(x: number, y: number, radius: number, width: number, height: number): [number, number][] {
  const [level, upright] = [radius + width / 2 + 4, radius + height / 2 + 3];
  return [[x, y + upright], [x, y - upright], [x + level, y], [x - level, y]];
}
