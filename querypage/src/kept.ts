// What the browser keeps for the next visit; where it refuses (private windows, policies), for this one.

const PREFIX = "biograph.";
const here = new Map<string, string>();

export function recall(key: string): string | null {
  try {
    return here.get(key) ?? localStorage.getItem(PREFIX + key);
  } catch {
    return here.get(key) ?? null;
  }
}

export function keep(key: string, value: string): void {
  here.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // It is kept for this visit.
  }
}
