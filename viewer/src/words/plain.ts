// What of a text counts where one looks for words in it.

/** Without case, and with full-width and composed forms as the plain ones. */
export const plain = (value: string): string => value.normalize("NFKC").toLowerCase();
