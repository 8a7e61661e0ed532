/** No date is longer, comments included. */
const longest = 200;

/** RFC 5322 3.3, `Thu, 29 Apr 2010 23:34:45 +0900`, as RFC 3339 in UTC; `` where it is none, or has no zone. */
export function mailDate(text: string): string {
  const plain = text
    .slice(0, longest)
    .replace(/\([^)]*\)/g, ' ')
    .trim();
  if (!/[+-]\d{4}|\b(?:UTC?|GMT|[ECMP][SD]T|Z)\b/.test(plain)) return '';
  const time = Date.parse(plain);
  return time >= 0 && time < Date.UTC(10000, 0) ? new Date(time).toISOString() : '';
}
