/** A column name without case, blanks and marks: `Subscriber Key` and `SubscriberKey` are one. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** The column of a header that is called so: exactly, else without regard to case, blanks and marks. */
export const findName = (name: string, header: readonly string[]): string | undefined =>
  header.includes(name) ? name : header.find((one) => plain(one) === plain(name));

/** Whether a column is called like one of some names. */
export function isNamed(names: readonly string[]): (column: string) => boolean {
  const wanted = new Set(names.map(plain));
  return (column) => wanted.has(plain(column));
}
