// The parts of the data that stand in the file, each read when it is first wanted.

/** The value of one section; a large one is stored as gzip in base64. */
export async function section<T>(name: string): Promise<T> {
  const element = document.getElementById(`data-${name}`);
  if (!element) throw new Error(`this file has no section ${name}: it may have been cut off`);
  const stored = element.textContent ?? "";
  element.remove(); // what was read need not be kept twice
  return JSON.parse(element.dataset["encoding"] === "gzip" ? await inflated(stored) : stored) as T;
}

function inflated(base64: string): Promise<string> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i); // a tenth of the time of Uint8Array.from
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
