// The view as the fragment of an address: only what differs from the first view, by names that the next build has, too.

import type { Data } from "../data/data.ts";
import type { Fields } from "./field.ts";
import { fieldsOf } from "./fields.ts";
import type { Codec } from "./store.ts";
import { type View, initial } from "./view.ts";

export class Fragment implements Codec {
  private readonly fields: Fields;
  private readonly first: View;

  constructor(data: Data) {
    this.first = initial(data.core.language);
    this.fields = fieldsOf(data);
  }

  encode(view: View): string {
    return Object.entries(this.fields)
      .map(([name, field]) => {
        const [value, first] = [view[name as keyof View], this.first[name as keyof View]];
        const writing = field as { key: string; write: (value: unknown) => string };
        const written = value === null || value === first ? "" : writing.write(value);
        // What differs only by being another object of the same content is not written either.
        return written && written !== (first === null ? "" : writing.write(first)) ? `${field.key}=${written}` : "";
      })
      .filter(Boolean).join("&");
  }

  decode(fragment: string): View {
    const written = new Map(fragment.split("&").map((pair) => [pair.split("=", 1)[0]!, pair.slice(pair.indexOf("=") + 1)]));
    const view: Record<string, unknown> = { ...this.first };
    for (const [name, field] of Object.entries(this.fields)) {
      const found = written.get(field.key);
      if (found !== undefined) view[name] = field.read(found) ?? this.first[name as keyof View];
    }
    return view as unknown as View;
  }
}
