import fc from 'fast-check';
import { expect } from 'vitest';
import { SourceError, UsageError } from '../../src/model/errors.js';
import type { Input } from '../../src/model/manifest.js';
import { type Ecosystem, soundEcosystems } from './ecosystems.js';
import { broken, type Choice } from './mutations.js';

const number = fc.nat(1_000_000);
const choice: fc.Arbitrary<Choice> = fc.record({ file: number, how: number, where: number, what: number });

/** Once or twice broken. */
const cases = fc.tuple(number, fc.array(choice, { minLength: 1, maxLength: 2 }));

/** Hands so many broken ecosystems to `check`, the same every time. */
export async function forEachBroken(
  runs: number,
  seed: number,
  check: (files: Ecosystem) => Promise<void>,
): Promise<void> {
  const sound = await soundEcosystems();
  const property = fc.asyncProperty(cases, ([which, choices]) =>
    check(choices.reduce(broken, sound[which % sound.length]!)),
  );
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: false });
}

/** An error people can act on: what was typed, or what was given with a file. */
export function assertTold(error: unknown): void {
  if (error instanceof UsageError) return;
  if (!(error instanceof SourceError)) throw error;
  expect(error.problems.length).toBeGreaterThan(0);
  for (const { place, message } of error.problems) {
    expect(place.file).not.toBe('');
    expect(message).not.toBe('');
  }
}

/** No row is lost, none invented. */
export function assertCounted(inputs: readonly Input[]): void {
  for (const { file, rows_in, rows_used, rows_set_aside } of inputs) {
    expect(rows_used + rows_set_aside, file).toBe(rows_in);
    expect(Math.min(rows_in, rows_used, rows_set_aside), file).toBeGreaterThanOrEqual(0);
  }
}
