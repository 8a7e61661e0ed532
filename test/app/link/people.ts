/** Numbers from 0 to below 1, the same on every machine. */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const syllables = 'ba de fi go ha ka le mi no pa ra se to vu wi'.split(' ');

/** Records of persons who stand twice in a list, the second time with a slip; `rN` and `rNx` are one person. */
export function makePeople(persons: number): string[][] {
  const draw = createDraw(5);
  const below = (n: number): number => Math.floor(draw() * n);
  const word = (n: number): string =>
    Array.from({ length: n }, () => syllables[below(syllables.length)]).join('');
  const slip = (text: string): string => {
    const at = 1 + below(text.length - 1);
    return `${text.slice(0, at)}${'xyz'[below(3)]}${text.slice(at + 1)}`;
  };
  return Array.from({ length: persons }, (_, n) => {
    const born = `19${10 + below(90)}-0${1 + below(9)}-${10 + below(18)}`;
    const cells = [word(2), word(3), born, `${word(4)}@example.com`, `${10_000 + below(500)}`];
    const copy = cells.map((cell, i) => (below(6) === i ? slip(cell) : cell));
    return [
      [`r${n}`, ...cells],
      [`r${n}x`, ...copy],
    ];
  }).flat();
}

export const header = ['record_id', 'given_name', 'family_name', 'dob', 'email', 'zip'];

/** As CSV. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
