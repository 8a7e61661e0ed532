import { describe, expect, test } from 'vitest';
import { type Trace, traceSchema } from '../../../src/model/trace.js';
import { renderTraceJson, renderTraceTerminal } from '../../../src/report/trace/index.js';
import { renderTracePage } from '../../../src/report/trace/page.js';

const place = { file: 'prefs.csv', row: 7 };
const stop = (id: string, name: string) => ({ id, name, silo: '' });

/** One customer who said no in the bank and is written to by cards. */
const traceOf = (name: string): Trace =>
  traceSchema.parse({
    $schema: 'unsilo/src/schema/trace.json',
    schema_version: 1,
    ecosystem: name,
    as_of: '2026-06-01T00:00:00Z',
    policy: 'default',
    person: 'p-0123456789abcdef',
    revealed: false,
    systems: [stop('bank', name), stop('cards', 'Cards')],
    keys: [
      {
        system_id: 'bank',
        key_type: 'customer_no',
        key: '***82',
        confidence: 'certain',
        linked_to: null,
        basis: null,
      },
      {
        system_id: 'cards',
        key_type: 'email',
        key: '***om',
        confidence: 'likely',
        linked_to: 'bank',
        basis: 'address_alone',
      },
    ],
    cells: [
      {
        kind: 'consent',
        lobs: ['cards'],
        comm_types: ['marketing'],
        channels: ['email'],
        contact_point: null,
        policy: 'default',
        should: {
          value: 'opt_out',
          system_id: 'bank',
          at: null,
          scope: '*/*/*',
          reason: 'refusal_first',
          against: null,
          place,
        },
        systems: [
          {
            system_id: 'cards',
            value: 'opt_in',
            agrees: false,
            strength: 'default',
            copied: true,
            at: null,
            time_quality: null,
            scope: name,
            place,
          },
        ],
      },
    ],
    conflicts: [
      {
        class: 'violation',
        from_system_id: 'bank',
        to_system_id: 'cards',
        field: 'preference.consent.email',
        choice: 'opt_out',
        held: 'opt_in',
        cause: 'no_flow',
        explanation: `No flow of any kind leads from ${name} to Cards.`,
        awareness: 'could_not_know',
        confidence: 'likely',
        since: '2026-03-01T10:00:00Z',
        days: 31,
        messages: 2,
        last_message_at: '2026-04-01T10:00:00Z',
        way: [
          {
            from: stop('bank', name),
            to: stop('cards', 'Cards'),
            state: 'broken',
            latency: null,
            note: 'no flow',
          },
        ],
        proof: place,
        held_place: null,
      },
    ],
    messages: [
      {
        system_id: 'cards',
        communication_id: name,
        lob: 'cards',
        comm_type: 'marketing',
        channel: 'email',
        sent_at: '2026-04-01T10:00:00Z',
        against: true,
        place,
      },
    ],
    other_records: [
      {
        system_id: 'cards',
        kind: 'suppression',
        value: 'blocked',
        scope: '*/*/email',
        at: null,
        why: 'no_choice',
        place,
      },
    ],
  });

const screen = { color: false, width: 80, all: false };

describe('one customer', () => {
  test('fits a screen, with what should hold, the broken way and the links', () => {
    const lines = renderTraceTerminal(traceOf('Bank'), screen).split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines).toContain('should hold           no undated');
    expect(lines.join('\n')).toContain('Cards               ≠ yes undated d');
    expect(lines.join('\n')).toContain('bank ─✗ cards (no flow)');
    expect(lines.join('\n')).toContain('by the address alone (likely)');
  });

  test('is never said to be wronged by law, in any form', () => {
    const texts = [renderTraceTerminal(traceOf('Bank'), screen), renderTracePage(traceOf('Bank'))];
    expect(texts.filter((text) => /illegal|unlawful/i.test(text))).toEqual([]);
  });

  test('gives markup in a name no power on the page', () => {
    expect(renderTracePage(traceOf('<img src=x onerror=alert(1)>'))).not.toContain('<img');
  });

  test.each([
    ['a terminal command', '\u001b]0;owned\u0007', '\u001b'],
    ['a mark that turns direction', '\u202eevil', '\u202e'],
    ['a command of a build server', '::error::x\n::error::y', '\n::error'],
  ])('gives %s in a name no power anywhere', (_, hostile, obeyed) => {
    const trace = traceOf(hostile);
    for (const text of [renderTraceTerminal(trace, screen), renderTracePage(trace), renderTraceJson(trace)])
      expect(text).not.toContain(obeyed);
  });

  test('is the same trace in JSON', () => {
    expect(JSON.parse(renderTraceJson(traceOf('Bank')))).toEqual(JSON.parse(JSON.stringify(traceOf('Bank'))));
  });
});
