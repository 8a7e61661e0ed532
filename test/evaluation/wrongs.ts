import { type Figures, figuresOf, labels } from '../facts/checks/figures.js';

/**
 * Finds what went wrong in generated worlds with many messages that only look wrong, and prints precision and recall.
 * Usage: `npm run evaluate:wrongs -- [seeds] [customers]`.
 */
const [seeds = 5, customers = 900] = process.argv.slice(2).map(Number);

const share = (part: number, of: number): string => (of === 0 ? '-' : (part / of).toFixed(4));
const totals = new Map(labels.map((label) => [label, { planted: 0, found: 0, hits: 0 }]));
for (let seed = 1; seed <= seeds; seed++) {
  const figures = await figuresOf(seed, customers);
  for (const label of labels) {
    const total = totals.get(label)!;
    const one: Figures = figures[label];
    total.planted += one.planted;
    total.found += one.found;
    total.hits += one.hits;
    if (one.surplus.length > 0)
      process.stdout.write(`seed ${seed}, ${label} without reason: ${one.surplus.slice(0, 8).join(' ')}\n`);
  }
}
for (const [label, { planted, found, hits }] of totals)
  process.stdout.write(
    `${label}: ${planted} planted, ${found} found, precision ${share(hits, found)}, recall ${share(hits, planted)}\n`,
  );
