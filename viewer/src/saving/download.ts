// A file for the reader, made in the page.

/** Saves a blob under a name; what a file system refuses in a name becomes a blank. */
export function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, " ").trim();
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it after the click
}
