import { calm, type Fault, faults, isNamed, plantFault } from '../facts/errors/planted/plant.js';

/**
 * Plants causes in banks and counts how often each is named first. Usage: `npm run evaluate:planted-causes -- [seeds] [faults]`.
 * A cause is named first as the origin of the group that explains most; another name of exactly its rows counts apart.
 */
async function evaluate(fault: Fault, seeds: number): Promise<void> {
  const counts = { first: 0, alias: 0, no: 0 };
  const missed: string[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const outcome = await plantFault(fault, seed);
    const [group] = outcome.groups;
    const named = isNamed(outcome, group);
    counts[named] += 1;
    if (named !== 'first')
      missed.push(
        `  ${seed}: ${outcome.origin}; found ${group?.pattern || group?.origin} (${group?.same_rows_as})`,
      );
  }
  const { first, alias } = counts;
  process.stdout.write(
    `${fault}: ${first} of ${seeds} named first, ${alias} more by another name of its rows\n`,
  );
  process.stdout.write(missed.map((line) => `${line}\n`).join(''));
}

/** Where nothing is broken nothing should be named. */
async function evaluateCalm(kind: (typeof calm)[number], seeds: number): Promise<void> {
  const found: string[] = [];
  for (let seed = 1; seed <= seeds; seed += 1)
    for (const { verdict, pattern, errors, expected, p_adjusted: p } of (await plantFault(kind, seed)).groups)
      if (verdict !== 'listed_only')
        found.push(`  ${seed}: ${pattern}, ${errors} of ${expected} expected, p ${p}\n`);
  process.stdout.write(
    `${kind} without a cause: ${found.length} patterns named in ${seeds} banks\n${found.join('')}`,
  );
}

const [seeds = '50', chosen = [...faults, ...calm].join()] = process.argv.slice(2);
for (const fault of faults.filter((one) => chosen.split(',').includes(one)))
  await evaluate(fault, Number(seeds));
for (const kind of calm.filter((one) => chosen.split(',').includes(one)))
  await evaluateCalm(kind, Number(seeds));
