/** Words of a list with spaces between them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
