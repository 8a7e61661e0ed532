/** One line of a table; cells are escaped already. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The lines of a table; numbers after the first column stand right. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(header),
  row(header.map((_, index) => (index === 0 ? '---' : '--:'))),
  ...rows.map(row),
  '',
];

/** What a table of texts begins with. */
export const headOfList = (header: readonly string[]): string[] => [
  row(header),
  row(header.map(() => '---')),
];
