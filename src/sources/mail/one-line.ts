/** More of a text than this is no diagnostic. */
const longest = 2000;

/** Whatever is no text on one line, the marks that turn its direction, and blanks in a row. */
const noText = /[\s\p{Cc}\p{Cf}\ufffd]+/gu;

/** A text on one line, without control characters, at most 2,000 characters long. */
export const oneLine = (text: string): string => {
  const line = text
    .slice(0, 4 * longest)
    .replace(noText, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};
