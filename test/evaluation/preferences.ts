import { causeF1, figuresOf } from './preferences/figures.js';
import { addForms, describeForms, type Forms } from './preferences/forms.js';
import { claimsOf } from './preferences/found.js';
import { roundTrip } from './preferences/round-trip.js';
import { filesOf, simulate, withWorld } from './preferences/world.js';

/**
 * Audits ten simulated ecosystems in the forms analysts hold, with the full inventory and with a fifth of the flows
 * missing from it, and compares every claim about a person with the simulation; then lets every system put right what its
 * file of corrections says, and audits again.
 * Usage: `npm run evaluate:preferences -- [SEED…]`.
 */
const seeds = process.argv.slice(2).map(Number);
const verbose = process.env.VERBOSE !== undefined;
const say = (line: string) => process.stdout.write(`${line}\n`);
const forms: Forms = new Map();
const pairs = { full: [] as (readonly [string, string])[], hidden: [] as (readonly [string, string])[] };

for (const seed of seeds.length > 0 ? seeds : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
  const shape = ((seed - 1) % 5) + 1;
  const simulated = simulate({ persons: 400, sends: 6000, seed, shape, faults: 'all', lifelike: true });
  for (const [kind, unlisted] of [
    ['full', 0],
    ['hidden', 20],
  ] as const) {
    const claims = await withWorld(filesOf(simulated, unlisted), (dir) => claimsOf(dir, simulated.owners));
    const figures = figuresOf(simulated, claims);
    if (kind === 'full') addForms(forms, simulated, figures);
    pairs[kind].push(...figures.causes);
    say(
      `seed ${seed}, shape ${shape}, ${unlisted} % of flows hidden: ${figures.labels} conflicts of persons, ` +
        `${figures.claims} claimed, precision ${figures.precision.toFixed(4)}, recall ${figures.recall.toFixed(4)} ` +
        `(of all there are ${figures.reach.toFixed(4)}), ` +
        `false violations ${figures.falseViolations}; likely ${figures.likely.claims} at ` +
        `${figures.likely.precision.toFixed(3)}; cause macro-F1 ${causeF1(figures.causes).macro.toFixed(3)}`,
    );
    if (verbose) for (const key of figures.missing.slice(0, 8)) say(`  missing ${key}`);
    if (verbose) for (const key of figures.surplus.slice(0, 8)) say(`  surplus ${key}`);
  }
  const trip = await roundTrip(simulated);
  say(
    `seed ${seed}, corrections: ${trip.applied} applied, ${trip.heldBack} held back; of ${trip.before} conflicts ` +
      `${trip.left.length} left, ${trip.appeared.length} new; of ${trip.past} cases in the past ` +
      `${trip.forgotten.length} forgotten, ${trip.invented.length} invented`,
  );
}
for (const kind of ['full', 'hidden'] as const) {
  const { macro, each } = causeF1(pairs[kind]);
  say(`${kind} inventory: cause macro-F1 over all seeds ${macro.toFixed(3)}`);
  for (const { cause, cases, f1 } of each) say(`  ${cause} ${f1.toFixed(3)} of ${cases}`);
}
say('by form of either system, full inventory:');
for (const line of describeForms(forms)) say(line);
