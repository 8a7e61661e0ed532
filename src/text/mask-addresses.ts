/** Characters at which an address in running text ends; `=` and the like may stand before one. */
const ends = new Set(Array.from(' \t\n\r\f\v\u00a0<>()[]"\',;:', (character) => character.charCodeAt(0)));
const starts = new Set([...ends, '='.charCodeAt(0)]);
const longestUser = 100;
const longestDomain = 200;

function startOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && at - start < longestUser && !starts.has(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOf(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= longestDomain && !ends.has(text.charCodeAt(end))) end++;
  return end;
}

/** The text with each address in it replaced; what stands behind its `@` is handed over. Takes time linear in the text. */
export function replaceAddresses(text: string, by: (domain: string) => string): string {
  let out = '';
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(done, at + 1))) {
    const [start, end] = [startOf(text, at, done), endOf(text, at)];
    if (start === at || end === at + 1) continue;
    out += text.slice(done, start) + by(text.slice(at + 1, end));
    done = end;
  }
  return done === 0 ? text : out + text.slice(done);
}

const numbersIn = /\+\d[\d ()-]{6,18}(\d\d)\b/g;

/** The text without the persons in it: of addresses the domain is left, of telephone numbers the last two digits. */
export function maskPersons(text: string): string {
  const anonymous = replaceAddresses(text, (domain) => `***@${domain.replaceAll('@', '')}`);
  return anonymous.includes('+') ? anonymous.replace(numbersIn, '***$1') : anonymous;
}
