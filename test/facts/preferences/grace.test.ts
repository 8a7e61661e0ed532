import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lookups } from '../../../src/facts/lookup/index.js';
import { deadlinesOf } from '../../../src/facts/preferences/grace/deadlines.js';
import { graceFor, renderGrace } from '../../../src/facts/preferences/grace/rules.js';
import { regimesSchema } from '../../../src/model/regimes.js';
import type { Row } from '../../../src/store/store.js';
import { at, conflictsOf, consent, factsOf, send } from './world.js';

const regimes = regimesSchema.parse(parse(readFileSync('rules/regimes.yaml', 'utf8')));

describe('the grace of an opt-out', () => {
  const casl = '10 business days (ca_casl, CASL s. 11(3))';
  const canSpam = '10 business days (us_can_spam, 15 USC 7704(a)(4)(A))';
  const bulk = '2 days (mailbox_bulk, sender guidelines of Gmail and Yahoo (2 days))';
  it.each([
    ['is that of the jurisdiction of the record', {}, 'email', 'US', canSpam],
    ['is that of the country for a part of it', {}, 'email', 'US-CA', canSpam],
    [
      'is that of another law for another channel',
      {},
      'sms',
      'US',
      '10 business days (us_tcpa, 47 CFR 64.1200(a)(10))',
    ],
    ['is none where the law gives none', {}, 'email', 'DE', 'no time (gdpr, GDPR Art. 21(3))'],
    ['is nobody’s word for a channel no law speaks of', {}, 'post', 'US', undefined],
    ['is nobody’s word without a jurisdiction', {}, 'email', '', undefined],
    [
      'is nobody’s word where the law in question is not among those named',
      { regimes: ['gdpr'] },
      'email',
      'US',
      undefined,
    ],
    ['without a jurisdiction is that of the regime named', { regimes: ['ca_casl'] }, 'email', '', casl],
    [
      'without a jurisdiction is the longest of those named',
      { regimes: ['gdpr', 'us_can_spam'] },
      'email',
      '',
      canSpam,
    ],
    [
      'is the shortest of those that hold at once',
      { regimes: ['us_can_spam', 'mailbox_bulk'] },
      'email',
      'US',
      bulk,
    ],
    ['is not what mailbox providers ask unless it is named', {}, 'email', 'GB', undefined],
    [
      'is what unsilo.yaml says before anything else',
      { grace: [{ channel: '*' as const, time: 'P3D' }] },
      'email',
      'US',
      '3 days (unsilo.yaml)',
    ],
    [
      'is what unsilo.yaml says of the channel before what it says of all',
      {
        grace: [
          { channel: '*' as const, time: 'P3D' },
          { channel: 'email' as const, business_days: 1 },
        ],
      },
      'email',
      '',
      '1 business day (unsilo.yaml)',
    ],
    [
      'is what unsilo.yaml says of a jurisdiction only there',
      { grace: [{ channel: '*' as const, jurisdiction: 'CH', time: 'PT12H' }] },
      'email',
      'US',
      canSpam,
    ],
  ])('%s', (_, settings, channel, place, expected) => {
    const grace = graceFor(settings, regimes, channel, place);
    expect(grace && renderGrace(grace)).toBe(expected);
  });
});

describe('the end of ten business days', () => {
  const kind = { days: 10, calendar: 'us_federal' };
  const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  const ends = (zone: string | undefined, day: string) => {
    const [row] = deadlinesOf([dayOf(day)], kind, regimes.calendars.us_federal!, zone);
    return row!.slice(1).map((ms) => new Date(ms!).toISOString());
  };

  it('is the midnight after the tenth, in UTC where no zone is set', () => {
    expect(ends(undefined, '2026-06-12')).toEqual([
      '2026-06-12T00:00:00.000Z',
      '2026-06-27T00:00:00.000Z',
      '2026-06-30T00:00:00.000Z',
    ]);
  });

  it('goes by the clocks of the zone, west of Greenwich', () => {
    expect(ends('America/New_York', '2026-06-12')).toEqual([
      '2026-06-12T04:00:00.000Z',
      '2026-06-27T04:00:00.000Z',
      '2026-06-30T04:00:00.000Z',
    ]);
  });

  it('and east of it', () => {
    expect(ends('Asia/Tehran', '2026-06-11')).toEqual([
      '2026-06-11T20:30:00.000Z',
      '2026-06-26T20:30:00.000Z',
      '2026-06-29T20:30:00.000Z',
    ]);
  });
});

describe('messages after an opt-out', () => {
  const out = (jurisdiction: string | null): Row[] => [
    consent('mail', 'opt_out', '2026-06-01', { jurisdiction, recorded_at: null }),
  ];
  const on = (day: string): Row[] => [send('mail', day)];
  const plain = { grace: undefined };
  const found = (jurisdiction: string | null, day: string, more = {}) =>
    conflictsOf({ preferences: out(jurisdiction), sends: on(day) }, { ...plain, ...more }, regimes);

  it.each([
    ['on the tenth business day are within the time', 'US', '2026-06-15', 0],
    ['on the day after are not', 'US', '2026-06-16', 1],
    ['under the law of the Union are not either, the next day', 'DE', '2026-06-02', 1],
    ['without a jurisdiction are not either', null, '2026-06-02', 1],
  ])('%s', async (_, place, day, count) => {
    expect((await found(place, day)).length).toBe(count);
  });

  it('tell what gave the sender time, in the facts', async () => {
    const store = await factsOf(
      { preferences: out('US'), sends: [...on('2026-06-20'), send('mail', '2026-06-21')] },
      plain,
      regimes,
    );
    const rows = await store.all('SELECT grace, receivers, messages FROM fact_preference_pairs ORDER BY 1');
    expect(rows).toEqual([
      { grace: '10 business days (us_can_spam, 15 USC 7704(a)(4)(A))', receivers: null, messages: 2 },
    ]);
    store.close();
  });
});

describe('data handed to third parties', () => {
  const flow = { flow_id: 'x', from_system_id: 'core', to_system_id: 'adnet', mechanism: 'file' };
  const extract = (more: Row = {}): Row => ({
    flow_id: 'x',
    receiver: null,
    subject_key: 'p',
    key_type: 'customer_no',
    lob: 'cards',
    comm_type: 'marketing/partner',
    shared_at: at('2026-04-01'),
    ...more,
  });
  /** A refusal by scope `lob/type/channel`; the type may have several parts. */
  const refusal = (scope: string): Row[] => {
    const parts = scope.split('/');
    const axes = { lob: parts[0]!, comm_type: parts.slice(1, -1).join('/'), channel: parts.at(-1)! };
    return [{ ...consent('cards', 'opt_out', '2026-01-01'), ...axes }];
  };
  const line = 'violation cards>core/consent.partner opt_out/- no_flow could_not_know 1/1';
  it.each([
    ['after a refusal of sharing', '*/marketing/partner/*', {}, [line]],
    [
      'for marketing after a refusal of sharing',
      '*/sharing/*',
      { comm_type: 'marketing/lookalikes' },
      [line],
    ],
    ['after a refusal of everything', '*/*/*', {}, [line]],
    ['after a refusal of e-mail, which is another matter', '*/marketing/email', {}, []],
    ['to print statements, which needs no leave', '*/*/*', { comm_type: 'statement' }, []],
    ['for a purpose nobody stated', '*/*/*', { comm_type: null }, []],
    ['before the refusal', '*/*/*', { shared_at: at('2025-12-01') }, []],
    ['for another line of business', 'loans/*/*', {}, []],
  ])('%s', async (_, scope, more, expected) => {
    const rows = { preferences: refusal(scope), flows: [flow], extracts: [extract(more)] };
    expect(await conflictsOf(rows)).toEqual(expected);
  });

  it('name the receiver and how much the system handed over', async () => {
    const store = await factsOf({
      preferences: refusal('*/*/*'),
      flows: [flow],
      extracts: [extract(), extract({ receiver: 'broker', shared_at: at('2026-05-01') })],
    });
    const rows = await store.all(
      'SELECT field, receivers, messages, messages_of, grace FROM fact_preference_pairs ORDER BY 1',
    );
    expect(rows).toEqual([
      {
        field: 'preference.consent.partner',
        receivers: 'adnet|broker',
        messages: 2,
        messages_of: 2,
        grace: '2 days (unsilo.yaml)',
      },
    ]);
    store.close();
  });

  it('are listed with the refusal and the row that handed them over', async () => {
    const store = await factsOf({ preferences: refusal('*/*/*'), flows: [flow], extracts: [extract()] });
    const subject = 'pair:cards>core/preference.consent.partner';
    const listed: string[] = [];
    for await (const chunk of lookups.conflicts!(store, subject, { class: 'violation' }))
      for (const { system_id, subject_key, file } of chunk)
        listed.push(`${system_id} ${subject_key} ${file}`);
    expect(listed.sort()).toEqual(['cards p preferences.csv', 'core p extracts.csv']);
    store.close();
  });
});
