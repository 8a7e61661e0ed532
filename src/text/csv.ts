const plainNumber = /^[+-]?\d+$/;
/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/;

/** A value as a cell of RFC 4180 CSV; text that a spreadsheet would run starts with an apostrophe. */
export function csvCell(value: string): string {
  const safe = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvLine = (values: readonly string[]): string => `${values.map(csvCell).join(',')}\n`;
