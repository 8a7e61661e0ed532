/** Keeps each answer of a pure function of one text or number. */
export function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Keeps the answer for each list as long as the list itself is kept. */
export function rememberList<K extends object, T>(ask: (list: K) => T): (list: K) => T {
  const known = new WeakMap<K, { answer: T }>();
  return (list) => {
    const kept = known.get(list) ?? { answer: ask(list) };
    known.set(list, kept);
    return kept.answer;
  };
}
