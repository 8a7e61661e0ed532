import { describe, expect, it } from 'vitest';
import type { SourceError } from '../../src/model/errors.js';
import { testRule } from '../../src/rules/test-rule.js';
import { ruleWith, selectOf } from './sample-pack.js';

const query = selectOf(
  { subject: "'field:' || field", args: "json_object('to', to_system_id)" },
  'FROM fact_one_way',
);
const base = `base:
  fact_one_way: { flow_id: f, field: person.name, from_system_id: a, to_system_id: b, changing: [a], evidence: "[]" }
`;
const withCases = (cases: string) => ({ ...ruleWith(query), cases: base + cases });
const problemsOf = async (cases: string) =>
  (await testRule(withCases(cases))).map(({ kind, title, problems }) => [kind, title, ...problems]);

describe('cases of a rule', () => {
  it('pass when exactly the findings stated are found, rows starting from the base', async () => {
    const cases = `
quiet:
  - { title: nothing, tables: { fact_one_way: [] } }
firing:
  - title: two fields
    tables: { fact_one_way: [{}, { field: contact.email, to_system_id: c }] }
    findings: [{ subject: field:person.name }, { subject: field:contact.email, case: one, persons: 1, args: { to: c } }]
`;
    expect(await problemsOf(cases)).toEqual([
      ['quiet', 'nothing'],
      ['firing', 'two fields'],
    ]);
  });

  it('fail with what is missing, what is too much, and what differs', async () => {
    const cases = `
quiet:
  - { title: loud, tables: { fact_one_way: [{}] } }
firing:
  - title: different
    tables: { fact_one_way: [{}] }
    findings: [{ subject: field:person.name, persons: 2, args: { to: x } }, { subject: field:other }]
`;
    expect(await problemsOf(cases)).toEqual([
      ['quiet', 'loud', 'unexpected finding about field:person.name'],
      [
        'firing',
        'different',
        'field:person.name: persons is 1, expected 2',
        'field:person.name: args.to is "b", expected "x"',
        'nothing found about field:other',
      ],
    ]);
  });

  it('fail when they fill a table the query never reads', async () => {
    const cases = `
quiet:
  - { title: idle, tables: { std_silos: [{ silo_id: s, name: S }] } }
firing:
  - { title: one, tables: { fact_one_way: [{}] }, findings: [{ subject: field:person.name }] }
`;
    expect((await problemsOf(cases))[0]).toEqual(['quiet', 'idle', 'the query never reads std_silos']);
  });

  it('are refused when rows do not fit their table, all at once', async () => {
    const cases = `
quiet:
  - { title: bad column, tables: { fact_one_way: [{ feld: x }] } }
firing:
  - { title: bad table, tables: { std_sends: [{}] }, findings: [{ subject: x }] }
`;
    const error: unknown = await testRule(withCases(cases)).catch((reason: unknown) => reason);
    expect((error as SourceError).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^case 'bad column': fact_one_way\.: Unrecognized key: "feld"/),
      "case 'bad table': std_sends is neither a fact nor a small table",
    ]);
  });
});
