const wordsOf = (name: string): string =>
  name
    .slice(0, 2000)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const known = new Map<string, string>();

/** Words of a name, an address or a path, as a list looks them up: `Client.LoginLink` is `client login link`. */
export function nameWords(name: string): string {
  const words = known.get(name) ?? wordsOf(name);
  known.set(name, words);
  return words;
}
