import { describe, expect, test } from 'vitest';
import { families } from '../../src/model/delivery.js';
import { errorClasses } from '../../src/model/enums.js';
import { triageSchema } from '../../src/model/triage.js';
import { clockOf, termsOf } from '../../src/triage/clock.js';
import { isSameGroup, parsePast } from '../../src/triage/past.js';
import { pickGroup } from '../../src/triage/pick.js';
import { originParts, ownerOf, whereOf } from '../../src/triage/places.js';
import { triageOf } from '../../src/triage/triage.js';
import { context, escalation, estate, facts, past, severity } from './samples.js';

const one = (...args: Parameters<typeof context>) => triageOf([facts()], context(...args)).groups[0]!;

describe('the policy that comes along', () => {
  const harms = severity.harms.map(({ harm }) => harm);
  test('has every class of errors and every kind of failure', () => {
    expect(Object.keys(escalation.classes).sort()).toEqual([...errorClasses].sort());
    expect(Object.keys(escalation.families).sort()).toEqual([...families].sort());
  });
  test('names only harms that are graded, and gives each of them terms', () => {
    for (const { harm } of Object.values(escalation.classes)) {
      expect(harms).toContain(harm);
      expect(Object.keys(escalation.harms)).toContain(harm);
    }
  });
  test('gives no later time to a worse harm, and each path runs forward from the owner', () => {
    const days = (harm: string): number => Number(/^P(\d+)D$/.exec(escalation.harms[harm]!.deadline)![1]);
    const ranked = harms.filter((harm) => escalation.harms[harm]);
    const floors = ranked.map((harm) => severity.harms.find((entry) => entry.harm === harm)!.floor);
    for (const [i, harm] of ranked.entries())
      for (const [j, later] of ranked.entries())
        if (floors[i] === 'critical' && floors[j] !== 'critical')
          expect(days(harm)).toBeLessThanOrEqual(days(later));
    for (const { path } of Object.values(escalation.harms))
      expect(path[0]).toEqual({ after: 'PT0S', to: 'owner' });
  });
  test('lets no agent promise, admit a breach, or speak of law and money', () => {
    const forbidden =
      /\b(promis\w*|guarant\w*|certainly|will (be|get|receive|have) (refund|compensat|paid)\w*|compensat\w*|liab\w*|illegal\w*|unlawful\w*|breach\w*|violat\w*|GDPR|negligen\w*|our fault|sue|damages|within \d+)\b/i;
    for (const { say } of Object.values(escalation.classes))
      for (const sentence of say) expect(sentence).not.toMatch(forbidden);
  });
  test('hands every exposure over and lets no agent mend it alone', () => {
    for (const guide of Object.values(escalation.classes).filter(({ harm }) => harm === 'exposure')) {
      expect(guide.up.join(' ')).toMatch(/data protection/);
      expect(guide.agent.join(' ')).not.toMatch(/send|correct/i);
    }
  });
});

describe('an origin', () => {
  test.each([
    ['system:ledger', ['ledger'], ['fees']],
    ['template:T12/v3', ['composer'], ['fees', 'fees']],
    ['vendor:paperline', ['print'], ['fees']],
    ['comm:fees/post', ['composer'], ['fees', 'fees']],
    ['flow:f1', ['ledger', 'composer'], ['fees']],
    ['vendor:paperline & system:print', ['print'], ['fees']],
    ['vendor:paperline & system:mailer', ['print', 'mailer'], []],
    ['class:late', [], []],
    ['channel:post', [], ['fees', 'fees']],
    ['system:print & channel:email', ['print'], []],
    ['lob:cards', [], []],
    ['vendor:nobody', [], []],
  ])('%s sits in %o and touches %o', (origin, places, communications) => {
    const where = whereOf(origin, estate);
    expect(where.places).toEqual(places);
    expect(where.communications.map(({ communication_id: id }) => id)).toEqual(communications);
  });
  test('keeps slashes of ids and versions apart', () => {
    expect(originParts('template:a/b/v2')).toEqual([{ kind: 'template', id: 'a/b', detail: 'v2' }]);
  });
  test.each([
    ['comm:fees/post', 'board'],
    ['vendor:paperline', 'printer'],
    ['template:T12/v3', 'output'],
    ['system:ledger', 'printer'],
  ])('%s is answered for by %s: its own node, its place, or the end of the way', (origin, owner) => {
    const { places } = whereOf(origin, estate);
    expect(ownerOf(origin, { places, path: ['ledger', 'composer', 'print'] }, estate)?.owner_id).toBe(owner);
  });
  test('without anybody named has no owner', () => {
    expect(ownerOf('class:late', { places: [], path: [] }, estate)).toBeUndefined();
  });
});

describe('the clock', () => {
  const since = '2026-06-01T00:00:00.000Z';
  const terms = termsOf('exposure', escalation);
  const at = (asOf: string, isOpen = true) =>
    clockOf(terms, estate.owners.get('printer'), { since, asOf, isOpen }, estate);
  test('runs from the first report to the deadline', () => {
    expect(at('2026-06-04T00:00:00.000Z')).toMatchObject({ due: '2026-06-04T00:00:00.000Z', overdue: false });
    expect(at('2026-06-04T00:00:01.000Z').overdue).toBe(true);
    expect(at('2026-07-04T00:00:00.000Z', false).overdue).toBe(false);
  });
  test.each([
    ['2026-06-01T00:00:00.000Z', 'The printer'],
    ['2026-06-01T04:00:00.000Z', 'The output'],
    ['2026-06-02T00:00:00.000Z', 'The board'],
  ])('at %s it is with %s', (asOf, name) => {
    expect(at(asOf).held_by).toBe(name);
  });
  test('leaves out steps that lead to whom has it already', () => {
    expect(
      clockOf(terms, estate.owners.get('board'), { since, asOf: since, isOpen: true }, estate).path_up.map(
        ({ to }) => to,
      ),
    ).toEqual(['board']);
  });
  test('ends at a circle of owners', () => {
    const circle = {
      ...estate,
      owners: new Map(
        ['a', 'b'].map((id) => [
          id,
          { owner_id: id, name: id, contact: null, escalates_to: id === 'a' ? 'b' : 'a' },
        ]),
      ),
    };
    const { path_up: path } = clockOf(
      terms,
      circle.owners.get('a'),
      { since, asOf: since, isOpen: true },
      circle,
    );
    expect(path.length).toBeLessThanOrEqual(3);
  });
  test('follows settings of unsilo.yaml, and leaves the rest as it is', () => {
    const group = one({
      own: { wrong_money: { owner: 'board', deadline: 'P1D', agent: ['Say sorry.'] } },
    });
    expect(group).toMatchObject({
      owner: { owner_id: 'board' },
      due: '2026-06-02T09:30:00.000Z',
      overdue: true,
      agent: ['Say sorry.'],
      up: escalation.classes.wrong_amount.up,
    });
  });
  test('does not run where nobody said when', () => {
    expect(triageOf([facts({ first_at: null, timeline: [] })], context()).groups[0]).toMatchObject({
      due: null,
      overdue: false,
      held_by: 'The printer',
    });
  });
});

describe('a group compared with earlier runs', () => {
  test('is known by key, by origin, and by another name of the same rows', () => {
    const known = { error_class: 'late', origin: 'system:a', same_rows_as: ['vendor=v'], key: 'g1-1' };
    expect(isSameGroup(known, { ...known, origin: 'system:b', same_rows_as: [] })).toBe(true);
    expect(isSameGroup({ ...known, key: undefined }, { ...known, key: 'g1-2' })).toBe(true);
    expect(isSameGroup(known, { error_class: 'late', origin: 'vendor:v', same_rows_as: [] })).toBe(true);
    expect(isSameGroup(known, { error_class: 'duplicate', origin: 'vendor:v', same_rows_as: [] })).toBe(
      false,
    );
    expect(
      isSameGroup(known, { error_class: 'late', family: 'address', origin: 'system:a', same_rows_as: [] }),
    ).toBe(false);
  });
  test.each([
    ['new', [past('2026-06-20T00:00:00.000Z', [{ origin: 'system:other' }])]],
    ['ongoing', [past('2026-06-20T00:00:00.000Z', [{}])]],
    ['regressed', [past('2026-06-10T00:00:00.000Z', [{}]), past('2026-06-20T00:00:00.000Z', [])]],
    ['regressed', [past('2026-06-20T00:00:00.000Z', [{ isResolved: true }])]],
    ['escalating', [past('2026-06-20T00:00:00.000Z', [{ severity: 'low' }])]],
  ] as const)('is %s', (state, pasts) => {
    expect(one({ pasts }).state).toBe(state);
  });
  test('says what each earlier run had of it', () => {
    expect(
      one({ pasts: [past('2026-05-10T00:00:00.000Z', []), past('2026-06-20T00:00:00.000Z', [{}])] }).earlier,
    ).toEqual([
      { as_of: '2026-05-10T00:00:00.000Z', errors: null, persons: null },
      { as_of: '2026-06-20T00:00:00.000Z', errors: 10, persons: 9 },
    ]);
  });
  test('is remembered when it is gone, over any number of runs', () => {
    const pasts = [past('2026-06-20T00:00:00.000Z', [{ key: 'g1-aa', origin: 'system:print' }])];
    const first = triageOf([facts()], context({ pasts }));
    expect(first.gone).toMatchObject([
      { key: 'g1-aa', origin: 'system:print', last_seen: '2026-06-20T00:00:00.000Z' },
    ]);
    const read = parsePast('first.json', JSON.stringify(first));
    expect(triageOf([facts()], context({ pasts: [read] })).gone).toEqual(first.gone);
    expect(
      triageOf([facts({ key: 'g1-aa', origin: 'system:print' })], context({ pasts: [read] })).groups[0]!
        .state,
    ).toBe('regressed');
  });
  test('refuses what is damaged', () => {
    expect(() => parsePast('x.json', '{"$schema":"unsilo/src/schema/triage.json"}')).toThrow(/damaged/);
    expect(() => parsePast('x.json', 'nonsense')).toThrow(/not JSON/);
  });
});

describe('triage', () => {
  const several = triageOf(
    [
      facts({ key: 'g1-name', error_class: 'wrong_name', errors: 5000, persons: 5000 }),
      facts({ key: 'g1-dup', error_class: 'duplicate', persons: 90_000 }),
      facts({
        key: 'g1-envelope',
        error_class: 'wrong_recipient',
        errors: 1,
        persons: 1,
        verdict: 'listed_only',
        pattern: '',
      }),
      facts({
        key: 'g1-over',
        error_class: 'other_customer_data',
        timeline: [{ day: '2026-01-01', errors: 50 }],
        last_at: '2026-01-01T00:00:00.000Z',
      }),
      facts({ key: 'g1-mail', error_class: 'undelivered', family: 'authentication' }),
    ],
    context(),
  );
  test('puts one statement in the wrong hands before any number of misspelt names, and what is over last', () => {
    expect(several.groups.map(({ key }) => key)).toEqual([
      'g1-envelope',
      'g1-mail',
      'g1-name',
      'g1-dup',
      'g1-over',
    ]);
  });
  test('says of messages that did not arrive what the kind of failure asks for', () => {
    const mail = several.groups.find(({ key }) => key === 'g1-mail')!;
    expect(mail.title).toBe('Never arrived, sender not accepted as who it says it is: Ledger');
    expect(mail.next).toEqual(escalation.families.authentication!.next);
  });
  test('counts by harm, worst first, and who noticed', () => {
    expect(several.harms.map(({ harm, groups, open }) => [harm, groups, open])).toEqual([
      ['exposure', 2, 1],
      ['undelivered', 1, 1],
      ['wrong_identity', 1, 1],
      ['nuisance', 1, 1],
    ]);
    expect(several.detection).toMatchObject({ by_customer: 100, detected_by: { agent: 50, customer: 100 } });
  });
  test('gives each cause as a sentence with all that is needed to check it', () => {
    expect(one().cause.replaceAll('\u202f', ' ')).toBe(
      'system=ledger: 30 errors in 1 000 messages (3 %), 1.5 expected; 20× [14–28.6]; explains 95 % of the excess; adjusted p 3.1e-24.',
    );
  });
  test('fits its schema, and is the same whatever the order of the facts', () => {
    expect(triageSchema.parse(several)).toEqual(several);
    const turned = triageOf([facts({ key: 'b' }), facts({ key: 'a' })], context());
    expect(triageOf([facts({ key: 'a' }), facts({ key: 'b' })], context()).groups).toEqual(turned.groups);
  });
});

describe('a group that is asked for', () => {
  const groups = [
    { key: 'g1-abc1', title: 'One' },
    { key: 'g1-abd2', title: 'Two' },
  ];
  test.each(['g1-abc', 'abc', 'G1-ABC1'])('is found by %s', (typed) => {
    expect(pickGroup(groups, typed).title).toBe('One');
  });
  test.each([
    ['g1-ab', /2 groups begin/],
    ['zz', /unknown group/],
  ])('is not guessed from %s', (typed, message) => {
    expect(() => pickGroup(groups, typed)).toThrow(message);
  });
});

describe('what became of reports', () => {
  const silent = facts({
    timeline: Array.from({ length: 20 }, (_, i) => ({
      day: `2026-01-${String(i + 1).padStart(2, '0')}`,
      errors: 2,
    })),
  });
  const lifeOf = (parts: Partial<typeof silent>) => {
    const { state, state_why: why } = triageOf([{ ...silent, ...parts }], context()).groups[0]!;
    return [state, why];
  };
  test('leaves a silent group open while somebody waits', () => {
    expect(lifeOf({})).toMatchObject(['resolved', expect.stringContaining('at the earlier rate')]);
    expect(lifeOf({ corrected: 7, uncorrected: 3 })).toMatchObject([
      'ongoing',
      expect.stringContaining('It is silent, but 3 reports are still open.'),
    ]);
  });
  test('ends a group whose reports are all closed, though the silence alone would not', () => {
    const seldom = {
      timeline: [
        { day: '2026-04-01', errors: 1 },
        { day: '2026-05-20', errors: 1 },
      ],
    };
    expect(lifeOf(seldom)[0]).toBe('ongoing');
    expect(
      lifeOf({ ...seldom, corrected: 2, uncorrected: 0, corrected_at: '2026-05-25T10:00:00.000Z' }),
    ).toMatchObject(['resolved', expect.stringContaining('and all reports, 2, are closed')]);
  });
});

test('a cause is one sentence: counts, expected, ratio, share, chance, other names, and what it may be as well', () => {
  const { cause } = triageOf(
    [facts({ verdict: 'tie', same_rows_as: ['lob=cards'], rivals: ['vendor=paperline', 'channel=post'] })],
    context(),
  ).groups[0]!;
  expect(cause).toBe(
    'system=ledger: 30 errors in 1\u202f000 messages (3\u202f%), 1.5 expected; 20× [14–28.6]; explains 95\u202f% of the excess; adjusted p 3.1e-24; the same rows as lob=cards; nothing in the counts tells it from vendor=paperline, or channel=post.',
  );
});

test('a batch in which errors crowd stands in the sentence, and is where to look when there is no common origin', () => {
  const moments = [{ attribute: 'batch' as const, value: 'B17', errors: 26, messages: 310 }];
  const causeOf = (parts: Partial<ReturnType<typeof facts>>) =>
    triageOf([facts({ moments, ...parts })], context()).groups[0]!.cause;
  expect(causeOf({})).toContain('adjusted p 3.1e-24; 26 of them in batch B17 (310 messages).');
  expect(causeOf({ pattern: '', origin: 'class:wrong_amount', verdict: 'external_cause' })).toBe(
    '30 of 40 errors of this class have no origin in common, but 26 of them in batch B17 (310 messages): what happened then is the cause to look for.',
  );
});
