/** A column name without case, blanks and marks: `Subscriber Key` and `SubscriberKey` are one. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** The column of a header that is called so: exactly, else without regard to case, blanks and marks. */
export const findName = (name: string, header: readonly string[]): string | undefined =>
  header.includes(name) ? name : header.find((one) => plain(one) === plain(name));
