/** Order by code unit: the same everywhere, whatever the locale. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A field path covers itself and everything below it: `contact` covers `contact.email`. */
export const covers = (path: string, field: string): boolean =>
  field === path || field.startsWith(`${path}.`);

/** Paths from the field itself up to its root: `a.b.c`, `a.b`, `a`. */
export function ancestry(field: string): string[] {
  const steps = field.split('.');
  return steps.map((_, i) => steps.slice(0, steps.length - i).join('.'));
}

/** The mentioned paths that have no mentioned descendant, sorted. */
export function leafFields(mentioned: readonly string[]): string[] {
  const parents = new Set(mentioned.flatMap((field) => ancestry(field).slice(1)));
  return [...new Set(mentioned)].filter((field) => !parents.has(field)).sort(byCodeUnit);
}
