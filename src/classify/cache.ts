/** Keeps what was asked lately: at most twice `size` answers, in two generations. */
export function createCache<T>(size: number): { get(key: string, make: () => T): T } {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const keep = (key: string, value: T): T => {
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
  return {
    get: (key, make) => {
      const known = young.get(key);
      if (known !== undefined) return known;
      return keep(key, old.get(key) ?? make());
    },
  };
}
