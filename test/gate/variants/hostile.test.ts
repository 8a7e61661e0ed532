import { expect, test } from 'vitest';
import { buildWorld } from '../../../src/gate/build-world.js';
import { localeChecks } from '../../../src/gate/checks/locale/index.js';
import { rtlChecks } from '../../../src/gate/checks/rtl/index.js';
import { textChecks } from '../../../src/gate/checks/text/index.js';
import { variantChecks } from '../../../src/gate/checks/variant/index.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

const checks = Object.values({ ...localeChecks, ...rtlChecks, ...textChecks, ...variantChecks });

/** Processor seconds that the checks need for a text of a unit over and over, in two locales and parts. */
function secondsFor(unit: string, size: number): number {
  const text = unit.repeat(size / unit.length);
  const files = ['en.html', 'en.txt', 'fa.html', 'fa.txt'].map((name) => ({
    path: `emails/due/${name}`,
    text,
  }));
  const settings = gateSettingsSchema.parse({});
  const parts = readParts(files, settings);
  const world = buildWorld({ files, parts, settings, today: '2026-07-01', lists: new Map() });
  let found = 0;
  const began = process.cpuUsage();
  for (const check of checks) for (const _ of check(world, { words: 4 })) found += 1;
  expect(found).toBeGreaterThanOrEqual(0);
  return process.cpuUsage(began).user / 1e6;
}

test.each(['{{', '<', '%{', '<a href="{{x}}">', '1 day ', 'a. ', '\u202e'])(
  'much of %j takes time in proportion',
  (unit) => {
    expect(secondsFor(unit, 24_000)).toBeLessThan(30 * Math.max(secondsFor(unit, 3_000), 0.05));
  },
);
