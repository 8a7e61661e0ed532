import { type Fault, faults, isNamed, plantFault } from '../facts/errors/planted/plant.js';

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

const [seeds = '50', chosen = faults.join()] = process.argv.slice(2);
for (const fault of faults.filter((one) => chosen.split(',').includes(one)))
  await evaluate(fault, Number(seeds));
