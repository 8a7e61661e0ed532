import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSource, withLoaded } from '../ecosystem.js';

const columns = `columns:
  system_id: { constant: house }
  message_key: { from: id, with: [part], several: parts, between: "-" }
  type: { from: state, with: [why, detail], values: { gone: bounced, gone/list: rejected_pre_send, gone/list/old: unsubscribed, ok: delivered, junk: skip }, otherwise: unknown }
  time: { from: at, or: [made], format: epoch }
  channel: { constant: email }
  raw_type: { from: state, with: [why, detail] }`;
const header = 'id,part,parts,state,why,detail,at,made';
const config = oneSource('delivery_events', 'log.csv', columns);

const read = (rows: readonly string[]): Promise<string[]> =>
  withLoaded({ 'unsilo.yaml': config, 'log.csv': `${[header, ...rows].join('\n')}\n` }, async (store) => {
    const found = await store.all(
      'SELECT message_key, type, raw_type, "time" FROM std_delivery_events ORDER BY _row',
    );
    return found.map((row) => Object.values(row).join(' '));
  });

const day = '2026-06-01T08:00:00.000Z';

describe('a column read from several', () => {
  it('means what most of its parts, from the front, stand for; what none stands for is told', async () => {
    const rows = [
      'gone,,',
      'gone,list,',
      'gone,list,new',
      'gone,list,old',
      'gone,,old',
      'GONE , list,',
      'lost,,',
      'junk,list,',
    ];
    const found = await read(rows.map((row) => `m,1,,${row},1780300800,`));
    expect(found).toEqual([
      `m bounced gone ${day}`,
      `m rejected_pre_send gone/list ${day}`,
      `m rejected_pre_send gone/list/new ${day}`,
      `m unsubscribed gone/list/old ${day}`,
      `m bounced gone/old ${day}`,
      `m bounced GONE / list ${day}`,
      `m unknown lost ${day}`,
    ]);
  });

  it('has its second part only where there are several, and its stand-in only where it is empty', async () => {
    const rows = ['m,1,a,ok,,,1780300800,', 'm,1,a|b,ok,,,,1780300800000', 'm,,a|b,ok,,,1780300800,1'];
    expect(await read(rows)).toEqual([
      `m delivered ok ${day}`,
      `m-1 delivered ok ${day}`,
      `m delivered ok ${day}`,
    ]);
  });

  it('counts from 1970 in the unit its size tells', async () => {
    const instant = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });
    const unit = fc.constantFrom('', '.0', '000', '000000', '000000000');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(instant, unit), { minLength: 1, maxLength: 40 }), async (times) => {
        const found = await read(times.map(([at, zeros]) => `m,,,ok,,,${at}${zeros},`));
        expect(found).toEqual(times.map(([at]) => `m delivered ok ${new Date(at * 1000).toISOString()}`));
      }),
      { seed: 4, numRuns: 5 },
    );
  });
});
