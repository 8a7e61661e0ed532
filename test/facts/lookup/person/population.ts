import fc from 'fast-check';
import type { Row } from '../../../../src/store/store.js';
import { at, consent, customer, delivery, send } from '../../preferences/world.js';

export const systems = ['cards', 'core', 'loans', 'mail'];
const days = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05'];
const scopes = [
  '*/*/*',
  '*/marketing/*',
  '*/marketing/email',
  '*/marketing/sms',
  '*/marketing/email/offers',
  'cards/marketing/email',
  'cards/marketing/sms/offers',
];
/** `lob/purpose/channel`, and a part of the purpose after it. */
function scopeOf(scope: string): Row {
  const [lob = '', purpose = '', channel = '', part] = scope.split('/');
  return { lob, channel, comm_type: part === undefined ? purpose : `${purpose}/${part}` };
}

const day = fc.constantFrom(...days);
const strength = fc.constantFrom('explicit', 'explicit', 'explicit', 'imported', 'default');

const clock: fc.Arbitrary<Row> = fc.constantFrom<Row>(
  { time_quality: 'exact' },
  { time_quality: 'exact' },
  { time_quality: 'day' },
  { time_quality: 'recorded_only', valid_from: null },
  { time_quality: 'export_only', valid_from: null, recorded_at: null, observed_at: at('2026-06-01') },
);

const consents = fc
  .record({
    system: fc.constantFrom(...systems),
    value: fc.constantFrom('opt_in', 'opt_out'),
    day,
    scope: fc.constantFrom(...scopes),
    strength,
    clock,
  })
  .map(({ system, value, day: on, scope, strength: how, clock: times }) =>
    consent(system, value, on, { ...scopeOf(scope), strength: how, ...times }),
  );

const modes = fc
  .record({
    system: fc.constantFrom(...systems),
    value: fc.constantFrom('paper', 'electronic'),
    day,
    strength,
  })
  .map(({ system, value, day: on, strength: how }) =>
    delivery(system, system === 'loans' ? 'loans' : 'cards', value, on, { strength: how }),
  );

const sends = fc
  .record({
    system: fc.constantFrom(...systems),
    day,
    comm_type: fc.constantFrom('marketing/offers', 'marketing/news', 'statement'),
    channel: fc.constantFrom('email', 'sms', 'post'),
  })
  .map(({ system, day: on, comm_type, channel }) =>
    send(system, on, {
      comm_type,
      channel,
      communication_id: comm_type === 'statement' ? 'terms' : null,
    }),
  );

const person = fc.record({
  preferences: fc.tuple(fc.array(consents, { maxLength: 6 }), fc.array(modes, { maxLength: 3 })),
  sends: fc.array(sends, { maxLength: 3 }),
});

/** The rows of so many persons, each known by the same number in every system; the seed says which. */
export function population(seed: number, size: number): Record<string, Row[]> {
  const persons = fc.sample(person, { seed, numRuns: size });
  const of = (rows: readonly Row[], at: number): Row[] =>
    rows.map((row, i) => ({
      ...row,
      subject_key: `p${at}`,
      ...(row.message_key === undefined ? {} : { message_key: `m${at}-${i}` }),
    }));
  return {
    customers: persons.flatMap((_, at) => of(systems.map(customer), at)),
    preferences: persons.flatMap(({ preferences }, at) => of(preferences.flat(), at)),
    sends: persons.flatMap(({ sends: own }, at) => of(own, at)),
  };
}
