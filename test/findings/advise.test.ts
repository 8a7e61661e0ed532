import { describe, expect, it } from 'vitest';
import type { Observed } from '../../src/findings/advice-draft.js';
import { advise } from '../../src/findings/advise.js';
import { type AdviceTopic, adviceTopics } from '../../src/model/advice.js';
import { configSchema } from '../../src/model/config.js';

const nothing: Observed = {
  sharedKeys: [],
  unlinked: [],
  undated: [],
  noEvents: [],
  silentSystems: [],
  setAside: [],
  foundHeaders: [],
  unusedColumns: [],
  leftOut: [],
  unknownLatency: [],
  emptyFlows: [],
  knownFields: [{ field: 'preference.consent.email' }],
  usedChannels: [{ channel: 'email' }],
  usedKeys: [{ system_id: 'crm', key_type: 'customer_no' }],
};
const texts = Object.fromEntries(
  adviceTopics.map((topic) => [topic, { title: topic, message: `${topic}.`, tip: '{names}.' }]),
) as Record<AdviceTopic, { title: string; message: string; tip: string }>;
const source = { table: 'systems', file: 'systems.csv' };
const ask = (seen: Partial<Observed>, settings: object = {}, missing: readonly [string, string[]][] = []) =>
  advise(
    { ...nothing, ...seen },
    {
      config: configSchema.parse({ name: 'bank', sources: [source], ...settings }),
      notEvaluated: missing.map(([rule, needs]) => ({ rule, missing: needs })),
      texts,
    },
  );

describe('advice', () => {
  it('is not given where nothing limits the audit', () => {
    expect(ask({})).toEqual([]);
  });

  it('begins with the data that most rules wait for', () => {
    const said = ask({}, {}, [
      ['delivery/failure-rate', ['sends']],
      ['error/wrong-name', ['error_reports|sends']],
      ['collection/never-used', ['sends', 'collection_points']],
    ]);
    expect(said.map(({ subject, unlocks }) => [subject, unlocks])).toEqual([
      ['sends', ['collection/never-used', 'delivery/failure-rate']],
      ['collection_points', ['collection/never-used']],
      ['error_reports|sends', ['error/wrong-name']],
    ]);
  });

  it('speaks of a file once, under the reason of most of its rows', () => {
    const row = { file: 'a.csv', rows_in: 9 };
    const said = ask({
      setAside: [
        { ...row, column: 'sent_at', expected: 'a time', rows: 5 },
        { ...row, column: 'channel', expected: 'a channel', rows: 1 },
      ],
    });
    expect(said).toMatchObject([{ topic: 'set_aside', args: { column: 'sent_at', rows: 5, rows_in: 9 } }]);
  });

  it('cuts long lists in sentences and counts all', () => {
    const flows = Array.from({ length: 11 }, (_, i) => ({ flow: `f${i}` }));
    const [said] = ask({ unknownLatency: flows });
    expect(said).toMatchObject({ args: { flows: 11 }, tip: 'f0, f1, f2, f3, f4, f5, f6, f7 and 3 more.' });
  });

  it.each([
    ['a field of the inventory', { agreed_times: [{ field: 'preference.consent.email', time: 'P1D' }] }, 0],
    ['the parent of one', { agreed_times: [{ field: 'preference', time: 'P1D' }] }, 0],
    ['the child of one', { agreed_times: [{ field: 'preference.consent.email.work', time: 'P1D' }] }, 0],
    ['another field', { agreed_times: [{ field: 'preference.tone', time: 'P1D' }] }, 1],
    ['all channels', { grace: [{ channel: '*', time: 'P1D' }] }, 0],
    ['a channel nobody uses', { grace: [{ channel: 'sms', time: 'P1D' }] }, 1],
    [
      'a key one of the systems lacks',
      { identity: { shared_keys: [{ key_type: 'customer_no', systems: ['crm', 'cards'] }] } },
      1,
    ],
  ])('finds settings that match nothing: %s', (_, settings, found) => {
    expect(ask({}, settings).map(({ topic }) => topic)).toEqual(Array(found).fill('unmatched_setting'));
  });
});
