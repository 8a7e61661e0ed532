import { expect, test } from 'vitest';
import { causeF1, figuresOf } from '../evaluation/preferences/figures.js';
import { claimsOf } from '../evaluation/preferences/found.js';
import { roundTrip } from '../evaluation/preferences/round-trip.js';
import { filesOf, type Simulated, simulate, withWorld } from '../evaluation/preferences/world.js';

/** Worlds as analysts hold them, small enough for every run; `npm run evaluate:preferences` takes ten larger ones. */
const small = (seed: number): Simulated =>
  simulate({
    persons: 200,
    sends: 2500,
    seed,
    shape: ((seed - 1) % 5) + 1,
    faults: 'all',
    lifelike: true,
  });

const auditOf = (simulated: Simulated, unlisted = 0) =>
  withWorld(filesOf(simulated, unlisted), async (dir) =>
    figuresOf(simulated, await claimsOf(dir, simulated.owners)),
  );

test.each([4, 9])(
  'of seed %i every person in conflict is found, with the cause, and nobody else',
  async (seed) => {
    const figures = await auditOf(small(seed));
    expect(figures.labels).toBeGreaterThan(200);
    expect(figures.precision).toBeGreaterThanOrEqual(0.98);
    expect(figures.recall).toBeGreaterThanOrEqual(0.95);
    expect(figures.falseViolations).toBe(0);
    expect(causeF1(figures.causes).macro).toBeGreaterThanOrEqual(0.95);
  },
);

test('with a fifth of the flows missing from the inventory most causes are still told', async () => {
  const figures = await auditOf(small(9), 20);
  expect(figures.falseViolations).toBe(0);
  expect(causeF1(figures.causes).macro).toBeGreaterThanOrEqual(0.8);
});

test('once every system has put right what its list says, the conflicts are gone and nothing else has moved', async () => {
  const trip = await roundTrip(small(3));
  expect(trip.applied).toBeGreaterThan(100);
  expect(trip.before).toBeGreaterThan(100);
  expect(trip.left).toEqual([]);
  expect(trip.appeared).toEqual([]);
  expect(trip.forgotten).toEqual([]);
  expect(trip.invented).toEqual([]);
});
