import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Said } from '../../../src/facts/preferences/policies.js';
import { policyNames } from '../../../src/model/enums.js';
import type { Row } from '../../../src/store/store.js';
import { factsOf } from './world.js';

const day = 86_400_000;
const start = Date.parse('2026-03-01T12:00:00.000Z');
const grace = 2 * day;
const tolerance = 5 * 60_000;
const systems = ['core', 'cards', 'mail'];

const scopes = [
  { lob: '*', comm_type: '*', channel: '*', depth: 0 },
  { lob: '*', comm_type: 'marketing', channel: 'email', depth: 2 },
  { lob: 'cards', comm_type: 'marketing/offers', channel: 'email', depth: 4 },
  { lob: 'loans', comm_type: 'marketing', channel: '*', depth: 2 },
];

interface Word {
  readonly system: string;
  readonly scope: (typeof scopes)[number];
  readonly value: 'yes' | 'no';
  readonly strength: 'explicit' | 'imported' | 'default';
  readonly quality: 'exact' | 'day' | 'recorded_only' | 'export_only';
  readonly on: number;
}

interface Person {
  readonly words: readonly Word[];
  readonly sent: readonly number[];
}

const word: fc.Arbitrary<Word> = fc.record({
  system: fc.constantFrom(...systems),
  scope: fc.constantFrom(...scopes),
  value: fc.constantFrom('yes' as const, 'no' as const),
  strength: fc.constantFrom(
    'explicit' as const,
    'explicit' as const,
    'imported' as const,
    'default' as const,
  ),
  quality: fc.constantFrom(
    'exact' as const,
    'day' as const,
    'recorded_only' as const,
    'export_only' as const,
  ),
  on: fc.integer({ min: 0, max: 9 }),
});
const people = fc.array(
  fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 5 }),
    sent: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 120, maxLength: 120 },
);

const timeOf = ({ on }: Word): number => start + on * day;
const iso = (ms: number): string => new Date(ms).toISOString();

const record = (who: number, one: Word): Row => ({
  subject_key: `p${who}`,
  key_type: 'customer_no',
  system_id: one.system,
  kind: 'consent',
  lob: one.scope.lob,
  comm_type: one.scope.comm_type,
  channel: one.scope.channel,
  value: one.value === 'yes' ? 'opt_in' : 'opt_out',
  strength: one.strength,
  time_quality: one.quality,
  valid_from: one.quality === 'exact' || one.quality === 'day' ? iso(timeOf(one)) : null,
  recorded_at: one.quality === 'recorded_only' ? iso(timeOf(one)) : null,
  observed_at: iso(timeOf(one)),
});

const message = (who: number, on: number): Row => ({
  subject_key: `p${who}`,
  key_type: 'customer_no',
  message_key: `p${who}-${on}`,
  system_id: 'mail',
  communication_id: 'offer',
  comm_type: 'marketing/offers',
  lob: 'cards',
  channel: 'email',
  sent_at: iso(start + on * day + 60_000),
});

const tiers = { explicit: 2, imported: 1, default: 0 };
const ranks: Readonly<Record<string, number>> = { cards: 1, mail: 2, core: 4095 };

const said = (one: Word): Said => ({
  value: one.value,
  tier: tiers[one.strength],
  depth: one.scope.depth,
  at_ms: timeOf(one),
  dated: one.quality === 'exact' || one.quality === 'day',
  timed: one.quality !== 'export_only',
  rank: ranks[one.system]!,
});

/** Messages after an explicit no, older than the grace, that stands by the policy against every yes before them. */
function ignored({ words, sent }: Person, policy: (typeof policyNames)[number]): number {
  return sent.filter((on) => {
    const at = start + on * day + 60_000;
    const about = words.filter(({ scope }) => scope.lob !== 'loans');
    const end = (one: Word) => timeOf(one) + (one.quality === 'day' ? day - 1 : 0) + grace;
    const noes = about.filter((one) => one.value === 'no' && one.strength === 'explicit' && end(one) < at);
    const yeses = about.filter((one) => one.value === 'yes' && timeOf(one) < at);
    return noes.length > 0 && decide([...noes, ...yeses].map(said), policy, tolerance)?.value === 'no';
  }).length;
}

const found = `
  SELECT w.subject_key, CAST(sum(c.messages) AS BIGINT) AS messages
  FROM work_conflicts c JOIN work_pairs p ON p.pair_id = c.pair_id AND p.class = 'violation'
  JOIN (SELECT DISTINCT person_id, subject_key FROM work_persons) w ON w.person_id = c.person_id
  GROUP BY w.subject_key ORDER BY w.subject_key`;

const authorities = ['cards', 'mail'].map((system_id, i) => ({
  field: 'preference.consent',
  system_id,
  rank: i + 1,
}));

describe('messages to 120 persons of random words', () => {
  it.each([...policyNames])(
    'violate under %s as its reference says, in whatever order rows come',
    async (policy) => {
      const [sample] = fc.sample(people, { numRuns: 1, seed: 20_260_630 });
      const preferences = sample!.flatMap(({ words }, who) => words.map((one) => record(who, one)));
      const sends = sample!.flatMap(({ sent }, who) => sent.map((on) => message(who, on)));
      const rows = { preferences: preferences.reverse(), sends, authorities };
      const store = await factsOf(rows, { policy });
      const expected = sample!
        .map((person, who) => ({ subject_key: `p${who}`, messages: ignored(person, policy) }))
        .filter(({ messages }) => messages > 0)
        .sort((a, b) => (a.subject_key < b.subject_key ? -1 : 1));
      expect(expected.length).toBeGreaterThan(10);
      expect(await store.all(found)).toEqual(expected);
      store.close();
    },
  );
});
