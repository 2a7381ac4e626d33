// The parts that an address is made of. A comma and a tilde stand between them, so that in a part they are escaped.

const EMPTY = "?"; // an empty part, such as the unknown group; as a character of a part it is escaped
// Letters of any script and these signs stay: the browser escapes what it must, and shows it unescaped.
const SPECIAL = /[^\p{L}\p{M}\p{N}/:_.-]/gu;

export const part = (value: string): string => value.replace(SPECIAL, escaped);

function escaped(sign: string): string {
  const whole = /\p{Cs}/u.test(sign) ? "\ufffd" : sign; // half a pair cannot be encoded
  return encodeURIComponent(whole).replace(/[!'()*~]/g, (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function unpart(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written; // an address that somebody cut: what is not known is left out further on
  }
}

export const list = (values: Iterable<string>): string => [...values].map((value) => part(value) || EMPTY).join(",");

export const parts = (written: string): string[] =>
  (written ? written.split(",").map((one) => (one === EMPTY ? "" : unpart(one))) : []);

/** A number moved into its range; null where none is written. */
export function number(written: string | undefined, low: number, high: number): number | null {
  if (!written || !/^-?\d+(\.\d+)?$/.test(written)) return null;
  return Math.min(high, Math.max(low, Number(written)));
}

/** A whole number, likewise. */
export function whole(written: string | undefined, low: number, high = Number.MAX_SAFE_INTEGER): number | null {
  const value = number(written, low, high);
  return value === null ? null : Math.round(value);
}

/** A date, shortened where less is known. */
export const day = (written: string | undefined): string | null =>
  (written && /^\d{4}(-\d\d){0,2}$/.test(written) && !Number.isNaN(Date.parse(written)) ? written : null);
