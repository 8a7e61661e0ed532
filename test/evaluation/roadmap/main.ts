import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { auditFuture } from '../../../src/app/roadmap/audit-future.js';
import { readBase } from '../../../src/app/roadmap/read-base.js';
import { weighInitiatives } from '../../../src/app/roadmap/weighing.js';
import { chooseBest } from '../../../src/roadmap/choose.js';
import { mergeEdits } from '../../../src/roadmap/merge-edits.js';
import { personsFixed } from '../../../src/roadmap/weigh.js';
import { generate } from '../../generator/generate.js';
import { openAuditor } from './audits.js';
import { between } from './between.js';

/**
 * Holds the roadmap against simulated worlds. Usage: `npm run evaluate:roadmap -- [WORLDS] [FIRST]` (default 20, from 1).
 *
 * Of each world: every choice of three among at most 40 candidates is weighed; the eight that promise most and four
 * others are audited; the chosen three by the whole audit as well. And what taking a fault away fixes by the what-if is
 * held against the world simulated without that fault; where they differ, `alone` counts those that agree where no other
 * fault stands on the ways that it opens.
 */
const [worlds = 20, first = 1] = process.argv.slice(2).map(Number);
const size = { persons: 400, sends: 2000 };
const faultsTried = 2;
const mendable = [
  'no_flow',
  'one_way',
  'field_not_mapped',
  'mapping_wrong',
  'identity_gap',
  'too_slow',
  'scope_too_narrow',
];

type Files = ReturnType<typeof generate>;

function write(files: Files): string {
  const dir = mkdtempSync(join(tmpdir(), 'roadmap-'));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

const quiet = () => undefined;
const requestFor = (dir: string) =>
  ({ dir, version: '0', failOn: 'never', show: 'info', strict: false, latency: 'PT1H', changes: 3 }) as const;
const say = (text: string) => void process.stdout.write(`${text}\n`);

const totals = {
  weighed: 0,
  audited: 0,
  agreed: 0,
  chosen: 0,
  best: 0,
  whole: 0,
  whatIf: 0,
  near: 0,
  alone: 0,
};

function* triples(n: number): Generator<number[]> {
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) for (let c = b + 1; c < n; c++) yield [a, b, c];
}

/** The best three against others, by audits. */
async function compareChoices(dir: string, asOf: string, name: string): Promise<number> {
  const base = await readBase(requestFor(dir), 'PT1H', quiet);
  const weighing = weighInitiatives(base);
  const { initiatives, satisfies, supports } = weighing;
  const { sets } = base.today;
  const choice = chooseBest({ count: initiatives.length, sets, satisfies, supports, most: 3 });
  const weigh = (some: readonly number[]) => personsFixed(sets, satisfies(some));
  const ranked = [...triples(initiatives.length)]
    .map((some) => ({ some, persons: weigh(some) }))
    .sort((x, y) => y.persons - x.persons);
  totals.weighed += ranked.length;
  const others = [3, 5, 7, 11].map((n) => ranked[Math.floor((ranked.length * n) / 13)]);
  const tried = [...ranked.slice(0, 8), ...others].filter((one) => one !== undefined);
  const auditor = await openAuditor(dir, asOf);
  const editsOf = (some: readonly number[]) => mergeEdits(some.map((place) => initiatives[place]!.edits));
  const today = await auditor.personsWith([]);
  const fixedBy = async (some: readonly number[]) => today - (await auditor.personsWith(editsOf(some)));
  const chosen = await fixedBy(choice.initiatives);
  let best = chosen;
  for (const { some, persons } of tried) {
    const shown = await fixedBy(some);
    best = Math.max(best, shown);
    totals.audited += 1;
    if (shown === persons) totals.agreed += 1;
    else
      say(
        `  ${name}: ${some.map((at) => initiatives[at]!.id).join(', ')}: weighed ${persons}, audited ${shown}`,
      );
  }
  const whole = await auditFuture(requestFor(dir), 'roadmap', editsOf(choice.initiatives), quiet);
  const byWhole = base.standing.persons_in_conflict - whole.standing.persons_in_conflict;
  totals.whole += Number(byWhole === chosen);
  totals.chosen += chosen;
  totals.best += best;
  auditor.close();
  say(
    `${name}: ${initiatives.length} candidates, ${ranked.length} triples; chosen fix ${chosen} of ${today} (whole audit ${byWhole}), best audited ${best}, ${choice.exact ? 'exact' : `bound ${choice.bound}`}`,
  );
  return today;
}

type Order = Parameters<typeof generate>[0];

/** What taking a fault away fixes: by the what-if, and in the world simulated without it; nothing if no edit takes it away. */
async function mendOne(order: Order, files: Files, without: string, asOf: string) {
  const mended = generate({ ...order, faults: without });
  const edits = between(files, mended);
  if (edits.length === 0) return undefined;
  const [dir, simulated] = [write(files), write(mended)];
  const auditor = await openAuditor(dir, asOf);
  const today = await auditor.personsWith([]);
  const asked = today - (await auditor.personsWith(edits));
  auditor.close();
  const world = await openAuditor(simulated, asOf);
  const lived = today - (await world.personsWith([]));
  world.close();
  for (const one of [dir, simulated]) rmSync(one, { recursive: true });
  const text = `what-if ${asked}, simulated ${lived}`;
  return { isNear: Math.abs(asked - lived) <= 0.01 * Math.abs(lived), text };
}

/** Holds the what-if of some faults against worlds without them; where they differ, each such fault is tried alone as well. */
async function compareWorlds(order: Order, files: Files, asOf: string, name: string) {
  const { faults } = JSON.parse(String(files.get('planted.json'))) as {
    faults: { id: string; kind: string }[];
  };
  const tried = faults.filter(({ kind }) => mendable.includes(kind)).slice(0, faultsTried);
  for (const { id, kind } of tried) {
    const rest = faults.filter((fault) => fault.id !== id).map((fault) => fault.id);
    const found = await mendOne(order, files, rest.length > 0 ? rest.join(',') : 'none', asOf);
    if (!found) continue;
    totals.whatIf += 1;
    totals.near += Number(found.isNear);
    say(`  ${name} ${kind} ${id}: ${found.text}${found.isNear ? '' : '  <--'}`);
    if (found.isNear) continue;
    const alone = generate({ ...order, faults: id });
    const own = await mendOne(order, alone, 'none', asOf);
    totals.alone += Number(own?.isNear === true);
    say(`    without other faults: ${own?.text}`);
  }
}

for (let seed = first; seed < first + worlds; seed++) {
  const order = { ...size, seed, shape: 1 + (seed % 5) };
  const files = generate({ ...order, faults: 'all' });
  const asOf = /as_of: "(.*)"/.exec(String(files.get('unsilo.yaml')))?.[1] ?? '2026-07-01T00:00:00Z';
  const dir = write(files);
  await compareChoices(dir, asOf, `world ${seed}`);
  rmSync(dir, { recursive: true });
  await compareWorlds({ ...order, faults: 'all' }, files, asOf, `world ${seed}`);
}
say(JSON.stringify(totals));
