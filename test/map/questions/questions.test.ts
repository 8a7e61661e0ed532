import { describe, expect, test } from 'vitest';
import { askCollected } from '../../../src/map/questions/collected.js';
import { askFeedback } from '../../../src/map/questions/feedback.js';
import { askImpact } from '../../../src/map/questions/impact.js';
import { assertField, findSystem } from '../../../src/map/questions/names.js';
import { askPath } from '../../../src/map/questions/path.js';
import { askReach } from '../../../src/map/questions/reach.js';
import { parseSpan } from '../../../src/map/questions/span.js';
import { smallAtlas } from '../small-atlas.js';

const bank = smallAtlas({
  systems: ['app:digital', 'crm:group', 'core:retail', 'cards:cards', 'mailer:output'],
  flows: [
    'app>crm 3600 contact.email,preference.delivery',
    'crm>core 7200 contact.email,preference.delivery',
    'crm>cards 7200 contact.email',
    'core>mailer ? contact.email',
    'core>crm 600 contact.email',
  ],
  roles: [
    'app collects contact.email',
    'cards collects contact.email',
    'core masters contact.email',
    'mailer holds contact.email',
  ],
  parts: {
    communications: [
      {
        communication_id: 'statement',
        name: 'Statement',
        comm_type: 'statement/monthly',
        lob: 'retail',
        owner: null,
        steps: [
          { channel: 'email', ordinal: 1, system_id: 'core', kind: 'process', manual: false },
          { channel: 'email', ordinal: 2, system_id: 'mailer', kind: 'delivery', manual: false },
          { channel: 'post', ordinal: 1, system_id: 'core', kind: 'process', manual: false },
        ],
        fields: [{ field: 'contact.email', required: true }],
      },
    ],
  },
});

describe('a path', () => {
  test('is the quickest that carries the field, with what every way passes and the way back', () => {
    const { facts, sentences } = askPath(bank, 'app', 'core', 'contact.email');
    expect(facts).toMatchObject({ arrives: true, latency_s: 10_800, passes: ['crm'], back: null });
    expect(sentences).toEqual([
      'contact.email gets from APP to CORE within 3\u202fh, over 2 flows.',
      'Every way passes CRM.',
      'There is no way back.',
    ]);
  });

  test('that exists but does not carry the field breaks where it is not carried', () => {
    const { facts, sentences, picture } = askPath(bank, 'app', 'cards', 'preference.delivery');
    expect(facts).toMatchObject({
      arrives: false,
      latency_s: null,
      way: [{ carries: true }, { carries: false }],
    });
    expect(sentences[0]).toBe(
      'The choice of paper or electronic does not get from APP to CARDS: a way exists, but 1 of its 2 flows does not carry it.',
    );
    expect(picture.body.text.match(/class="disc"/g)).toHaveLength(1);
  });

  test('over jobs that run by the clock takes longer when it just misses one', () => {
    const timed = { ...bank, graph: bank.graph, latest: () => 180_000 };
    const { facts, sentences } = askPath(timed, 'app', 'core', 'contact.email');
    expect(facts).toMatchObject({ latency_s: 10_800, latest_s: 180_000 });
    expect(sentences[1]).toBe(
      'When it just misses a job, it takes up to 2\u202fd 2\u202fh, later than agreed: 1\u202fd.',
    );
  });

  test('that nobody declares is said not to exist', () => {
    expect(askPath(bank, 'cards', 'app').sentences).toEqual([
      'There is no way from CARDS to APP.',
      'There is a way back, within 3\u202fh.',
    ]);
  });
});

describe('reach', () => {
  test('parts what hears in time, what hears later, what nobody can say of, and what never hears', () => {
    const { facts, sentences } = askReach(bank, 'app', 2 * 3600, 'contact.email');
    const ids = (key: string) => (facts[key] as { system_id: string }[]).map(({ system_id }) => system_id);
    expect([ids('reached'), ids('later'), ids('unknown')]).toEqual([['crm'], ['cards', 'core'], ['mailer']]);
    expect(sentences).toEqual([
      'A change of contact.email in APP reaches 1 of 4 other systems within 2\u202fh.',
      'It reaches 2 more later, the last after 3\u202fh.',
      'For 1 more a flow on the way states no time.',
    ]);
  });

  test('names whom it does not reach in time, and why', () => {
    expect(askReach(bank, 'app', 2 * 3600, 'contact.email').tables[1]?.rows).toEqual([
      ['CARDS', 'Silo cards', 'after 3\u202fh'],
      ['CORE', 'Silo retail', 'after 3\u202fh'],
      ['MAILER', 'Silo output', 'a flow on the way states no time'],
    ]);
    const { facts, sentences, tables } = askReach(bank, 'cards', undefined);
    expect(sentences).toEqual([
      'What leaves CARDS reaches 0 of 4 other systems.',
      '4 systems never hear of it.',
    ]);
    expect(facts.never).toEqual(['app', 'core', 'crm', 'mailer']);
    expect(tables[1]?.rows[0]).toEqual(['APP', 'Silo digital', 'never']);
  });
});

test('what is in time on most days only is said to be', () => {
  const latest = (_: string, to: string) => (to === 'crm' ? 90_000 : null);
  const { sentences, tables } = askReach(
    { ...bank, graph: bank.graph, latest },
    'app',
    3600,
    'contact.email',
  );
  expect(sentences[1]).toBe('For 1 of them it takes longer when a change just misses a job.');
  expect(tables[0]).toMatchObject({ heads: ['System', 'Silo', 'After', 'At worst', 'Over'] });
  expect(tables[0]?.rows).toEqual([['CRM', 'Silo group', '1\u202fh', '1\u202fd 1\u202fh', 'directly']]);
});

describe('impact', () => {
  const demand = {
    field: 'contact.email',
    from: 'app',
    to: 'mailer',
    latency_s: null,
    agreed_s: 86_400,
    met: true,
  };
  const audited = { ...bank, persons: 100, demands: [{ ...demand, path: ['app', 'crm', 'core', 'mailer'] }] };

  test('names communications that stop or lose a channel, and counts their persons once', async () => {
    const asked: string[][] = [];
    const { facts, sentences } = await askImpact(audited, 'mailer', async (systems) => {
      asked.push([...systems]);
      return 42;
    });
    expect(facts).toMatchObject({
      communications: [{ communication_id: 'statement', stops: ['email'], starves: [] }],
      persons: 42,
    });
    expect(asked).toEqual([['core'], ['core', 'mailer']]);
    expect(sentences[0]).toBe('When MAILER fails, 1 communication suffers in part.');
  });

  test('says of each communication how many persons it is for, in data, table and picture', async () => {
    const count = async ([first, ...others]: readonly string[]) =>
      others.length > 0 ? 70 : first === 'core' ? 1200 : 0;
    const { facts, tables, picture } = await askImpact(audited, 'mailer', count);
    expect(facts.communications).toMatchObject([{ communication_id: 'statement', persons: 1200 }]);
    expect(tables[0]!.heads.at(-1)).toBe('Persons it is for');
    expect(tables[0]!.rows[0]!.at(-1)).toBe('1\u202f200');
    expect(String(picture.body.text)).toContain('1\u202f200 persons');
  });

  test('puts what most persons wait for first', async () => {
    const [statement] = audited.map.communications;
    const source = { ...statement!.steps[0]!, kind: 'source' as const, ordinal: 1 };
    const communications = ['cards', 'core', 'app'].map((system_id) => ({
      ...statement!,
      communication_id: system_id,
      steps: [{ ...source, system_id }, ...statement!.steps.filter(({ kind }) => kind === 'delivery')],
    }));
    const many = { ...audited, map: { ...audited.map, communications } };
    const { facts } = await askImpact(
      many,
      'mailer',
      async ([id]) => ({ cards: 5, core: 900, app: 40 })[id!] ?? 0,
    );
    const order = facts.communications as { communication_id: string }[];
    expect(order.map((one) => one.communication_id)).toEqual(['core', 'app', 'cards']);
  });

  test('does not count persons where no customer records were given', async () => {
    const { facts, tables } = await askImpact({ ...audited, persons: 0 }, 'mailer', async () => 7);
    expect(facts.communications).toMatchObject([{ persons: null }]);
    expect(tables[0]!.rows[0]!.at(-1)).toBe('not known');
  });

  test('names what is cut off from changes, and communications left without a field', async () => {
    const { facts } = await askImpact(audited, 'crm', async () => 0);
    expect(facts.cut_off).toEqual([{ field: 'contact.email', from: 'app', to: 'mailer' }]);
    const harmless = await askImpact(audited, 'cards', async () => 0);
    expect(harmless.sentences).toEqual([
      'When CARDS fails, no communication stops and nothing else is cut off.',
    ]);
  });
});

test('feedback says where a missing way back ends, the worst first', () => {
  const loop = {
    outcome: 'outcome.bounced',
    channel: 'email',
    because: 'sender',
    latency_s: null,
    persons: 0,
  };
  const loops = [
    { ...loop, from: 'app', to: 'crm', present: true, path: ['app', 'crm'], messages: 9 },
    { ...loop, from: 'crm', to: 'core', present: false, path: [], messages: 1 },
    { ...loop, from: 'mailer', to: 'core', present: false, path: [], messages: 5 },
  ];
  const { sentences, tables } = askFeedback({ ...bank, loops });
  expect(sentences).toEqual(['2 of 3 feedback loops are broken.']);
  expect(tables[0]?.rows.map((row) => row[5])).toEqual([
    'no flow leads there',
    'a flow leads there, but does not carry it',
    'comes back',
  ]);
});

test('of many systems the picture of feedback shows those first that miss most, and counts the rest', () => {
  const loop = {
    outcome: 'outcome.bounced',
    channel: 'email',
    because: 'sender',
    latency_s: null,
    persons: 0,
  };
  const loops = Array.from({ length: 30 }, (_, i) => ({
    ...loop,
    from: 'mailer',
    to: `silent-${i}`,
    present: false,
    path: [],
    messages: 30 - i,
  }));
  const system = (id: string) => ({ ...bank.system('mailer'), name: id.toUpperCase() });
  const drawn = String(askFeedback({ ...bank, loops, system }).picture.body.text);
  expect(drawn).toContain('SILENT-19<');
  expect(drawn).not.toContain('SILENT-20<');
  expect(drawn).toContain('and 10 systems more');
});

test('a field collected in places that do not tell each other is said to be', () => {
  const { facts, sentences } = askCollected(bank, 'contact.email');
  expect(facts).toMatchObject({
    collectors: ['app', 'cards'],
    masters: ['core'],
    independent_groups: [['app']],
  });
  expect(sentences[1]).toBe('All who collect it tell each other, or one of them feeds the rest.');
  const apart = smallAtlas({
    systems: ['a:x', 'b:y'],
    flows: [],
    roles: ['a collects contact.email', 'b collects contact.email'],
  });
  expect(askCollected(apart, 'contact.email').sentences[1]).toBe(
    'It is collected independently in 2 places that do not tell each other: A; B.',
  );
});

test('who only receives a field is not said to pass it on', () => {
  const estate = smallAtlas({
    systems: ['a:x', 'lake:y', 'reports:y'],
    flows: ['a>lake 60 contact.email', 'lake>reports 60 contact.email'],
    roles: ['a collects contact.email'],
  });
  const { tables } = askCollected(estate, 'contact.email');
  expect(tables[0]?.rows.map(([name, , does]) => [name, does])).toEqual([
    ['A', 'collects'],
    ['LAKE', 'passes it on'],
    ['REPORTS', 'receives it'],
  ]);
});

describe('names', () => {
  test('are ids or names in any case, and a misspelt one answers with the nearest', () => {
    expect(findSystem(bank.map, 'Core')).toBe('core');
    expect(() => findSystem(bank.map, 'mailr')).toThrow("unknown system 'mailr'");
    expect(assertField(bank.map, 'contact.email')).toBe('contact.email');
    expect(() => assertField(bank.map, 'contact')).toThrow("'contact' has parts; ask for one of them");
    expect(() => assertField(bank.map, 'contact.mail')).toThrow("unknown field 'contact.mail'");
  });

  test.each([
    ['24h', 86_400],
    ['90min', 5400],
    ['2d', 172_800],
    ['PT24H', 86_400],
    ['0.5h', 1800],
  ])('a time of %s is %i seconds', (typed, seconds) => expect(parseSpan('--within', typed)).toBe(seconds));
  test('a time that is none is refused', () =>
    expect(() => parseSpan('--within', 'soon')).toThrow('--within is not a time'));
});
