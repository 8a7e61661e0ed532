const plainNumber = /^[+-]?\d+$/;
/** What a spreadsheet would run as a formula, also in the wide letters of East Asian keyboards. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
/** A formula after a separator of other locales, where the cell would be cut in two. */
const afterSeparator = /([;\t]\s*)(?=[=+\-@＝＋－＠])/g;
/** Quotes, separators, line ends, and what a build server would take for a command at the beginning of a line. */
const quoted = /[",;\t\n\r]|^'|^\s*::/;

/** A value as a cell of RFC 4180 CSV; text that a spreadsheet would run has an apostrophe before it. */
export function csvCell(value: string): string {
  const safe = (formula.test(value) && !plainNumber.test(value) ? `'${value}` : value).replace(
    afterSeparator,
    "$1'",
  );
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly string[]): string => `${values.map(csvCell).join(',')}\n`;
