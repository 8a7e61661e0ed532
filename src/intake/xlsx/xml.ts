const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters, single halves of pairs and non-characters, which XML 1.0 cannot hold. */
const unheld = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text as XML; what XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  text.replace(unheld, '').replace(/[&<>"]/g, (one) => entities[one]!);

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The text of a cell: what a spreadsheet would take for a character by its number, `_x0041_`, is escaped. */
export const cellText = (text: string): string => xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
