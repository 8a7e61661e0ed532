import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { auditFuture } from '../../src/app/roadmap/audit-future.js';
import { planRoadmap } from '../../src/app/roadmap/plan.js';
import { readBase } from '../../src/app/roadmap/read-base.js';
import { weighInitiatives } from '../../src/app/roadmap/weighing.js';
import type { Edit } from '../../src/model/edit.js';
import { mergeEdits } from '../../src/roadmap/merge-edits.js';
import { personsFixed } from '../../src/roadmap/weigh.js';
import { generate } from '../generator/generate.js';

/**
 * Holds the roadmap against simulated worlds. Usage: `npm run evaluate:roadmap -- [WORLDS]` (default 20).
 *
 * Of each world: the plan's claims against audits of the future; the best three changes against others by whole audits;
 * and what taking a fault away fixes by the what-if, against the world simulated without that fault.
 */
const worlds = Number(process.argv[2] ?? 20);
const size = { persons: 400, sends: 2000 };

type Row = Record<string, string>;
const keys: Readonly<Record<string, readonly string[]>> = {
  flows: ['flow_id'],
  flow_fields: ['flow_id', 'source_field', 'target_field'],
  system_fields: ['system_id', 'field', 'role'],
  collection_points: ['collection_point_id'],
  collection_point_fields: ['collection_point_id', 'field'],
};

const rowsOf = (files: ReturnType<typeof generate>, table: string): Row[] => {
  const text = files.get(`inventory/${table}.csv`);
  return text === undefined ? [] : parse(text as Buffer, { columns: true, bom: true });
};

const filled = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
const typed = (value: string): string | boolean =>
  value === 'true' ? true : value === 'false' ? false : value;
const cells = (row: Row) =>
  Object.fromEntries(Object.entries(filled(row)).map(([name, value]) => [name, typed(value)]));

/** The edits that make the inventory of one world that of another. */
function between(before: ReturnType<typeof generate>, after: ReturnType<typeof generate>): Edit[] {
  return Object.entries(keys).flatMap(([table, names]): Edit[] => {
    const keyOf = (row: Row) => JSON.stringify(names.map((name) => row[name]));
    const [old, next] = [rowsOf(before, table), rowsOf(after, table)];
    const [known, wanted] = [new Map(old.map((row) => [keyOf(row), row])), new Set(next.map(keyOf))];
    const where = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]!]));
    return [
      ...old.filter((row) => !wanted.has(keyOf(row))).map((row) => ({ remove: table, where: where(row) })),
      ...next.flatMap((row): Edit[] => {
        const was = known.get(keyOf(row));
        if (!was) return [{ add: table, row: cells(row) as Extract<Edit, { add: string }>['row'] }];
        const changed = Object.entries(row).filter(([name, value]) => value !== was[name]);
        const to = Object.fromEntries(
          changed.map(([name, value]) => [name, value === '' ? null : typed(value)]),
        );
        return changed.length === 0 ? [] : [{ set: table, where: where(row), to }];
      }),
    ];
  });
}

function write(files: ReturnType<typeof generate>): string {
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

const say = (text: string) => process.stdout.write(`${text}\n`);

interface Fault {
  readonly id: string;
  readonly kind: string;
}
const mendable = [
  'no_flow',
  'one_way',
  'field_not_mapped',
  'mapping_wrong',
  'identity_gap',
  'too_slow',
  'scope_too_narrow',
];

const totals = { whatIf: 0, near: 0, claims: 0, confirmed: 0, triples: 0, agreed: 0, better: 0 };

for (let world = 1; world <= worlds; world++) {
  const order = { ...size, seed: world, shape: 1 + (world % 5) };
  const files = generate({ ...order, faults: 'all' });
  const faults = (JSON.parse(String(files.get('planted.json'))) as { faults: Fault[] }).faults;
  const dir = write(files);
  const request = requestFor(dir);
  const base = await readBase(request, 'PT1H', quiet);
  const weighing = weighInitiatives(base);
  const plan = await planRoadmap(request, quiet);
  for (const { persons_claimed: claimed, persons_confirmed: confirmed } of plan.waves) {
    totals.claims += 1;
    if (claimed === confirmed) totals.confirmed += 1;
    else say(`  world ${world}: claimed ${claimed}, audit ${confirmed}`);
  }
  const fastest = plan.options.find(({ name }) => name === 'fastest')!;
  const audited = async (some: readonly number[]) => {
    const edits = mergeEdits(some.map((place) => weighing.initiatives[place]!.edits));
    const after = await auditFuture(request, 'roadmap', edits, quiet);
    return base.standing.persons_in_conflict - after.standing.persons_in_conflict;
  };
  const places = weighing.initiatives.map((_, place) => place);
  for (let i = 0; i < 5; i++) {
    const some = [7 * i + 1, 11 * i + 3, 13 * i + 5].map((n) => places[n % places.length]!);
    const claimed = personsFixed(base.today.sets, weighing.satisfies(some));
    const shown = await audited([...new Set(some)]);
    totals.triples += 1;
    if (claimed === shown) totals.agreed += 1;
    else
      say(
        `  world ${world}: ${some.map((place) => weighing.initiatives[place]!.id).join(', ')}: weighed ${claimed}, audited ${shown}`,
      );
    if (shown > fastest.persons_fixed) totals.better += 1;
  }
  for (const fault of faults.filter(({ kind }) => mendable.includes(kind))) {
    const others = faults.filter(({ id }) => id !== fault.id).map(({ id }) => id);
    const mended = generate({ ...order, faults: others.length > 0 ? others.join(',') : 'none' });
    const edits = between(files, mended);
    if (edits.length === 0) continue;
    const simulatedDir = write(mended);
    const simulated = await readBase(requestFor(simulatedDir), 'PT1H', quiet);
    const after = await auditFuture(request, 'mended', edits, quiet);
    rmSync(simulatedDir, { recursive: true });
    const [asked, true_] = [after, simulated].map(
      ({ standing }) => base.standing.persons_in_conflict - standing.persons_in_conflict,
    ) as [number, number];
    totals.whatIf += 1;
    const isNear = Math.abs(asked - true_) <= Math.max(1, 0.01 * true_);
    if (isNear) totals.near += 1;
    say(
      `  world ${world} ${fault.kind} ${fault.id}: what-if ${asked}, simulated ${true_}${isNear ? '' : '  <--'}`,
    );
  }
  say(
    `world ${world}: ${weighing.initiatives.length} initiatives, best three fix ${fastest.persons_fixed} of ${base.standing.persons_in_conflict} (bound ${fastest.bound})`,
  );
  rmSync(dir, { recursive: true });
}
say(JSON.stringify(totals));
