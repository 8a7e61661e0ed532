/** How well pairs or groups match the truth. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const pairsAmong = (n: number): number => (n * (n - 1)) / 2;

/** From what was found rightly, what was found, and what there was to find. */
function toScores(right: number, found: number, true_: number): Scores {
  const precision = found === 0 ? 1 : right / found;
  const recall = true_ === 0 ? 1 : right / true_;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

function sizes(labels: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
const pairsOf = (labels: Iterable<string>): number => sum([...sizes(labels).values()].map(pairsAmong));

/** Labels of both groupings at once, over the records of the truth. */
const cross = (truth: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] =>
  [...truth].map(([record, person]) => JSON.stringify([person, found.get(record) ?? `alone ${record}`]));

const foundOf = (truth: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] =>
  [...truth.keys()].map((record) => found.get(record) ?? `alone ${record}`);

/** Pairs that stand in one line each, against pairs of records of one person. */
export function scorePairs(
  truth: ReadonlyMap<string, string>,
  links: Iterable<readonly [string, string]>,
): Scores {
  let [right, found] = [0, 0];
  for (const [a, b] of links) {
    found += 1;
    const person = truth.get(a);
    if (person !== undefined && person === truth.get(b)) right += 1;
  }
  return toScores(right, found, pairsOf(truth.values()));
}

/** Pairs within groups, counted without listing them. */
export const scoreGroups = (truth: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): Scores =>
  toScores(pairsOf(cross(truth, found)), pairsOf(foundOf(truth, found)), pairsOf(truth.values()));

/** B-cubed: the mean over records of what share of their group is right, and of their person is there. */
export function scoreRecords(truth: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): Scores {
  const squares = sizes(cross(truth, found));
  const [persons, groups] = [sizes(truth.values()), sizes(foundOf(truth, found))];
  let [precision, recall] = [0, 0];
  for (const [both, n] of squares) {
    const [person, group] = JSON.parse(both) as [string, string];
    precision += (n * n) / groups.get(group)!;
    recall += (n * n) / persons.get(person)!;
  }
  const records = Math.max(1, truth.size);
  const [p, r] = [precision / records, recall / records];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}
