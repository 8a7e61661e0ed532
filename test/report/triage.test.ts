import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Triage, TriageGroup } from '../../src/model/triage.js';
import { renderExport } from '../../src/report/triage/export.js';
import { briefRenderers, briefsFor, showRenderers, triageRenderers } from '../../src/report/triage/index.js';
import { bucketsOf, customerWords, spanWords, sparkline } from '../../src/report/triage/words.js';
import { triageOf } from '../../src/triage/triage.js';
import { context, facts, past } from '../triage/samples.js';

const screen = { color: false, width: 80, all: true };
const triage = triageOf(
  [
    facts(),
    facts({
      key: 'g1-over',
      error_class: 'undelivered',
      family: 'address',
      timeline: [{ day: '2026-01-01', errors: 50 }],
      last_at: '2026-01-01T00:00:00.000Z',
    }),
  ],
  context({ pasts: [past('2026-06-20T00:00:00.000Z', [{}, { origin: 'vendor:gone' }])] }),
);
const [group] = triage.groups as [TriageGroup];

/** Every text there is, whatever the format. */
const everything = (told: Triage): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(triageRenderers).map(([name, render]) => [name, render(told, screen)]),
  ),
  ...Object.fromEntries(
    Object.entries(showRenderers).map(([name, render]) => [
      `show ${name}`,
      render(told.groups[0]!, told, screen),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(briefRenderers).map(([name, render]) => [
      `brief ${name}`,
      render(briefsFor(told, undefined), screen),
    ]),
  ),
  jira: renderExport(told, 'jira'),
  servicenow: renderExport(told, 'servicenow'),
});

/** The same triage with one text in every place an input can get to. */
function poisoned(text: string): Triage {
  const one: TriageGroup = {
    ...group,
    title: text,
    what: text,
    origin: `template:${text}`,
    origin_name: text,
    pattern: text,
    same_rows_as: [text],
    cause: text,
    owner: { owner_id: text, name: text, contact: text },
    held_by: text,
    path_up: [{ to: text, name: text, at: group.first_at!, reached: true }],
    say: [text],
    agent: [text],
    next: [text],
    path: [text, 'b', text],
    places: [text],
    communications: [{ communication_id: text, name: text, channel: text }],
    detected_by: { [text]: 3 },
    evidence: [{ file: text, row: 2, column: text }],
  };
  return { ...triage, ecosystem: text, groups: [one], gone: [{ ...triage.gone[0]!, origin: text }] };
}

const hostile = fc
  .array(
    fc.constantFrom(
      '<script>x</script>',
      '\u001b[31m',
      '\u202e',
      '\n::error::x',
      '##[add-mask]x',
      '=1+1',
      '| a | @me',
      '"',
      "'",
      'فرع',
      ' ',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

describe('reports of triage', () => {
  test('say the same twice and end with one newline', () => {
    expect(everything(triage)).toEqual(everything(triage));
    for (const text of Object.values(everything(triage))) expect(text).toMatch(/[^\n]\n$/);
  });
  test('let no hostile text through', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const [name, told] of Object.entries(everything(poisoned(text)))) {
          expect(told, name).not.toContain('\u001b');
          expect(told, name).not.toContain('\u202e');
          expect(told, name).not.toMatch(/^\s*::|^##\[/mu);
          if (/html|md|markdown/.test(name)) expect(told, name).not.toContain('<script>x');
        }
      }),
      { numRuns: 25 },
    );
  });
  test('show the list whole: harm, groups, what is over and what is gone', () => {
    expect(triageRenderers.terminal(triage, screen).replaceAll('\u202f', ' ')).toBe(`Bank, as of 2026-06-30
2 groups of errors, 1 open; 1 overdue; 60 errors; customers found 40 of 60
reported errors (66.6 %) first; compared with 2026-06-20

  ▲ high       wrong money     30 errors, 1 open, 1 overdue   a person was …
  ◆ medium     undelivered     30 errors, 0 open              a message never …

1. ▲ high      Wrong amount: Ledger (g1-0123456789ab), ongoing, overdue
  Cause   system=ledger: 30 errors in 1 000 messages (3 %), 1.5 expected; 20×
          [14–28.6]; explains 95 % of the excess; adjusted p 3.1e-24.
  Whom    30 errors; 29 persons, 800 further persons exposed; customers found 20
          of 30 reported errors (66.6 %) first; half were known within 1 d 6 h
  Course  █▆▆█· from 2026-06-01, a bar is a week. Since 2026-06-01: 27 errors in
          the last 28 days, 3 in the 28 before.
  Clock   was due 2026-06-11, overdue by 19 days
  Who     The printer; with The board since 2026-06-08
  Do      Stop what has the cause, and recompute the figures where they come
          from.

Resolved
  ◆ medium     Never arrived, address is dead: Ledger (g1-over): 30 errors, last
               on 2026-01-01

In earlier runs, not in this one
  wrong amount, vendor:gone: 10 errors as of 2026-06-20

One group: unsilo triage show KEY. For agents: unsilo triage brief KEY. Everybody hit: unsilo affected KEY.
`);
  });
});

describe('a brief for agents', () => {
  const [brief] = briefsFor(triage, group);
  test('says what to say, ask, do, hand over and leave, and nothing of causes', () => {
    expect(brief!.parts.map(({ title }) => title)).toEqual([
      'Say',
      'Ask',
      'You may do at once',
      'Hand over',
      'Only after approval',
      'Never',
    ]);
    expect(JSON.stringify(brief)).not.toMatch(/ledger|reports\.csv|g1-over/i);
  });
  test('is written for every open group when none is named', () => {
    expect(briefsFor(triage, undefined).map(({ key }) => key)).toEqual([group.key]);
    expect(briefRenderers.md([], screen)).toBe('No group of errors is open.\n');
  });
});

describe('tickets', () => {
  const rows = (text: string): string[][] => parse(text);
  test('of Jira have a header without punctuation, a summary of at most 255 letters, and every cell', () => {
    const long = { ...triage, groups: [{ ...group, title: 'x'.repeat(400) }] };
    const [head = [], ...tickets] = rows(renderExport(long, 'jira'));
    expect(head).toEqual([
      'Summary',
      'Issue Type',
      'Priority',
      'Due Date',
      'Assignee',
      'Labels',
      'Labels',
      'Labels',
      'Description',
    ]);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]!.slice(1, 8)).toEqual([
      'Task',
      'High',
      '2026-06-11',
      'printer@bank.example',
      'unsilo-g1-0123456789ab',
      'wrong_amount',
      'wrong_money',
    ]);
    expect(tickets[0]![0]!.length).toBeLessThanOrEqual(255);
  });
  test('of ServiceNow coalesce on the key and give times in UTC', () => {
    const [head = [], ticket = []] = rows(renderExport(triage, 'servicenow'));
    expect(Object.fromEntries(head.map((name, i) => [name, ticket[i]]))).toMatchObject({
      correlation_id: 'g1-0123456789ab',
      short_description: 'Wrong amount: Ledger',
      impact: '2',
      urgency: '1',
      opened_at: '2026-06-01 09:30:00',
      due_date: '2026-06-11 09:30:00',
      unsilo_owner: 'The printer',
    });
  });
  test('run nothing in a spreadsheet', () => {
    const cells = rows(
      renderExport({ ...triage, groups: [{ ...group, title: '=1+1', places: ['@SUM(A1)'] }] }, 'servicenow'),
    ).flat();
    for (const cell of cells) expect(cell).not.toMatch(/^[=+@]/);
  });
});

describe('the course of a group', () => {
  const timeline = [
    { day: '2026-01-01', errors: 8 },
    { day: '2026-06-30', errors: 4 },
  ];
  test('is cut into days, or whole weeks, and loses no error', () => {
    const days = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (list, most) => {
        const told = list
          .sort((a, b) => a - b)
          .map((day) => ({
            day: new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
            errors: 1 + (day % 5),
          }));
        const buckets = bucketsOf({ timeline: told }, '2026-06-30T00:00:00.000Z', most);
        expect(buckets.length).toBeLessThanOrEqual(most);
        const sum = (all: readonly { errors: number }[]) =>
          all.reduce((total, { errors }) => total + errors, 0);
        expect(sum(buckets)).toBe(sum(told));
      }),
    );
  });
  test('is a line of bars, a dot where there was nothing', () => {
    const buckets = bucketsOf({ timeline }, '2026-06-30T00:00:00.000Z', 13);
    expect(sparkline(buckets)).toBe('█···········▄');
    expect(spanWords(buckets)).toBe('2 weeks');
  });
});

test('who found errors first is a share of what anybody reported', () => {
  const words = (by: Record<string, number>) => customerWords({ errors: 9, by_customer: 2, detected_by: by });
  expect(words({ customer: 2, agent: 2, check: 5 })).toContain('2 of 4 reported errors');
  expect(words({ check: 9 })).toBe('nobody reported any');
});
