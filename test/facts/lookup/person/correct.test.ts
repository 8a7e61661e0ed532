import { describe, expect, test } from 'vitest';
import { readCases } from '../../../../src/facts/lookup/person/cases.js';
import { correctConsents } from '../../../../src/facts/lookup/person/correct.js';
import { correctDelivery } from '../../../../src/facts/lookup/person/correct-delivery.js';
import type { Correction } from '../../../../src/facts/lookup/person/correction.js';
import { createJudge } from '../../../../src/facts/lookup/person/decide.js';
import { readTargets } from '../../../../src/facts/lookup/person/records.js';
import { coverage } from '../../../../src/facts/lookup/person/weigh.js';
import type { Row, Store } from '../../../../src/store/store.js';
import { consent, customer, factsOf } from '../../preferences/world.js';
import { population } from './population.js';

const asOf = '2026-06-30T00:00:00.000Z';
const lobs = new Map([
  ['loans', ['loans']],
  ['cards', ['cards']],
]);

/** What differs in a further conflict from the first there is. */
interface OnItsWay {
  readonly cause: string;
  readonly to_system_id: string;
  readonly field?: string;
}

/** Everything that a run says must be put right, and what it cannot say. */
async function correct(
  store: Store,
  isAsked: (system: string) => boolean = () => true,
  further: readonly OnItsWay[] = [],
) {
  const { all } = await readTargets(store);
  const weighing = {
    targets: all,
    covered: coverage(all),
    judge: createJudge('default', 300_000, () => new Map()),
  };
  const lines: Correction[] = [];
  const unsound: Correction[] = [];
  const undecided: Correction[] = [];
  const underWay: Correction[] = [];
  for await (const one of readCases(store, asOf)) {
    const asked = one.conflicts.filter(({ to_system_id: system }) => isAsked(system));
    const conflicts = [...asked, ...further.map((other) => ({ ...asked[0]!, ...other }))];
    const consents = correctConsents({ ...one, conflicts }, weighing);
    lines.push(...consents.corrections, ...correctDelivery(one, lobs));
    unsound.push(...consents.unsound);
    undecided.push(...consents.undecided);
    underWay.push(...consents.underWay);
  }
  return { lines, unsound, undecided, underWay };
}

const isReplaced = (row: Row, line: Correction): boolean =>
  row.system_id === line.system_id &&
  row.subject_key === line.subject_key &&
  row.kind === line.kind &&
  row.lob === line.scope.lob &&
  row.comm_type === line.scope.comm_type &&
  row.channel === line.scope.channel;

const toRow = ({ system_id, subject_key, key_type, kind, scope, by }: Correction): Row => ({
  system_id,
  subject_key,
  key_type,
  kind,
  lob: scope.lob,
  comm_type: scope.comm_type,
  channel: scope.channel,
  value: by.value,
  strength: by.strength,
  valid_from: by.valid_from,
  recorded_at: by.valid_from === null ? by.recorded_at : asOf,
  observed_at: new Date(by.at_ms).toISOString(),
  time_quality: by.time_quality,
  origin_system: by.system_id,
});

const apply = (rows: readonly Row[], lines: readonly Correction[]): Row[] => [
  ...rows.filter((row) => !lines.some((line) => isReplaced(row, line))),
  ...lines.map(toRow),
];

/** Conflicts of states; what was sent stays sent. */
async function conflicts(store: Store): Promise<string[]> {
  const rows = await store.all<{ line: string }>(`
    SELECT concat_ws(' ', w.subject_key, p.class, p.from_system_id, p.to_system_id, p.field) AS line
    FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id
    JOIN work_persons w ON w.person_id = c.person_id AND w.system_id = p.to_system_id
    WHERE p.class <> 'violation' AND coalesce(c.cause, '') <> 'in_flight' ORDER BY line`);
  return rows.map(({ line }) => line);
}

const personOf = (line: string): string => line.split(' ')[0]!;

test.each([3, 11])(
  'what corrections put right is right in the next run, and nothing else is at odds (%i)',
  async (seed) => {
    const tables = population(seed, 60);
    const before = await factsOf(tables);
    const [old, { lines, unsound, undecided: open }] = [await conflicts(before), await correct(before)];
    before.close();
    const after = await factsOf({
      ...tables,
      preferences: apply(tables.preferences ?? [], [...lines, ...open]),
    });
    const left = await conflicts(after);
    after.close();
    const undecided = new Set(unsound.map(({ subject_key }) => subject_key));
    expect(old.length).toBeGreaterThan(20);
    expect(left.filter((line) => !undecided.has(personOf(line)))).toEqual([]);
    expect(undecided.size).toBeLessThan(3);
  },
);

describe('a refusal of no day', () => {
  const undated = { valid_from: null, recorded_at: null, time_quality: null };
  const refused = consent('cards', 'opt_out', '2026-01-01', undated);
  const standard = consent('loans', 'opt_in', '2020-01-01', { strength: 'default', ...undated });
  const isLoans = (system: string): boolean => system === 'loans';
  const corrected = async (further: readonly OnItsWay[], ...preferences: Row[]) => {
    const store = await factsOf({ preferences, customers: ['cards', 'loans', 'core'].map(customer) });
    const { lines, undecided, underWay } = await correct(store, isLoans, further);
    store.close();
    return [lines, undecided, underWay].map((list) => list.map(({ system_id }) => system_id).join());
  };
  test('is carried on where nothing speaks against it', async () => {
    expect(await corrected([], refused, standard)).toEqual(['loans', '', '']);
  });
  test('is not carried on while another system keeps a yes with its day', async () => {
    const yes = consent('core', 'opt_in', '2026-04-01');
    expect(await corrected([], refused, standard, yes)).toEqual(['', 'loans', '']);
  });
  test('is not carried on while it is on its way to another system', async () => {
    const onItsWay = { to_system_id: 'core', cause: 'in_flight' };
    expect(await corrected([onItsWay], refused, standard)).toEqual(['', '', 'loans']);
    const ofAnother = { ...onItsWay, field: 'preference.consent.push' };
    expect(await corrected([ofAnother], refused, standard)).toEqual(['loans', '', '']);
  });
});
