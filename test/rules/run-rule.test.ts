import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/model/errors.js';
import { findFact } from '../../src/model/facts.js';
import { runRule } from '../../src/rules/run-rule.js';
import { openStore } from '../../src/store/duckdb.js';
import { createTable } from '../../src/store/schema.js';
import type { Store } from '../../src/store/store.js';
import { ruleWith, selectOf } from './sample-pack.js';

let store: Store;
beforeAll(async () => {
  store = await openStore();
  await store.run(createTable('fact_one_way', findFact('fact_one_way')!.columns));
  await store.run('CREATE TABLE std_sends (x INTEGER); CREATE TABLE work_x (x INTEGER)');
});
afterAll(() => store.close());

async function mistakesOf(query: string, definition = {}): Promise<string[]> {
  const error: unknown = await runRule(store, ruleWith(query, definition), {}).catch(
    (reason: unknown) => reason,
  );
  return error instanceof SourceError
    ? error.problems.map(({ message }) => message.replace('the query ', ''))
    : [];
}

describe('a query of a rule', () => {
  it.each([
    ['two statements', `${selectOf()}; ${selectOf()}`, 'is not one SELECT: more than one statement'],
    ['a statement that writes', 'DELETE FROM fact_one_way', 'is not one SELECT: it does something else'],
    [
      'a large table',
      selectOf({}, 'FROM std_sends'),
      'reads std_sends, which is large: facts read it, rules read facts',
    ],
    ['nothing', '-- to be written', 'is not one SELECT: it is empty'],
    [
      'a step of the name of a large table around it',
      `WITH std_sends AS (FROM std_sends) ${selectOf({}, 'FROM std_sends')}`,
      'reads std_sends, which is large: facts read it, rules read facts',
    ],
    [
      'a step of the name of a large table beside it',
      `WITH a AS (FROM std_sends), std_sends AS (SELECT 1) ${selectOf({}, 'FROM a, std_sends')}`,
      'reads std_sends, which is large: facts read it, rules read facts',
    ],
    [
      'a step quoted like a table of another schema',
      `WITH "other.t" AS (SELECT 1) ${selectOf({}, 'FROM other.t')}`,
      'reads other.t, which is neither a fact_ nor a small std_ table',
    ],
    ['a sample', selectOf({}, 'FROM fact_one_way TABLESAMPLE 10%'), 'reads through a sample'],
    [
      'a description',
      selectOf({}, 'FROM (DESCRIBE fact_one_way)'),
      'reads through DESCRIBE, SHOW or SUMMARIZE',
    ],
    [
      'a large table inside a step',
      `WITH s AS (SELECT * FROM std_sends) ${selectOf({}, 'FROM s')}`,
      'reads std_sends, which is large: facts read it, rules read facts',
    ],
    [
      'a work table',
      selectOf({}, 'FROM work_x'),
      'reads work_x, which is neither a fact_ nor a small std_ table',
    ],
    [
      'a table of another schema',
      selectOf({}, 'FROM main.fact_one_way'),
      'reads main.fact_one_way, which is neither a fact_ nor a small std_ table',
    ],
    [
      'a file',
      selectOf({}, "FROM 'secret.csv'"),
      'reads secret.csv, which is neither a fact_ nor a small std_ table',
    ],
    [
      'a function that reads files',
      selectOf({}, "FROM read_text('/etc/hostname')"),
      'calls read_text(), which reads from outside',
    ],
    [
      'chance',
      selectOf({ persons: 'CAST(random() AS BIGINT)' }),
      'calls random(), whose answer is not always the same',
    ],
    [
      'any row',
      selectOf({ path: 'any_value(path)' }, 'FROM fact_one_way'),
      'calls any_value(), whose answer is not always the same',
    ],
    [
      'an undeclared parameter',
      selectOf({ persons: 'CAST($many AS BIGINT)' }),
      'uses $many, which rule.yaml does not declare',
    ],
    ['a missing column', selectOf({ path: undefined }), 'lacks the column path'],
    [
      'a column too many',
      selectOf({ severity: "'high'" }),
      'returns severity, which is no column of the contract',
    ],
    ['a fraction of a person', selectOf({ persons: '1.5' }), 'returns persons as DECIMAL(2,1)'],
    ['a number as subject', selectOf({ subject: '1' }), 'returns subject as INTEGER'],
    ['one subject twice', selectOf({}, 'FROM range(2)'), 'returns field:a twice'],
    [
      'an unknown case',
      selectOf({ case: "'two'" }),
      "returns case: 'two' is not a case of rule.yaml (subject field:a)",
    ],
    ['broken args', selectOf({ args: "'{'" }), 'returns args: is not JSON (subject field:a)'],
  ])('may not have %s', async (_, query, expected) => {
    expect(await mistakesOf(query)).toEqual([expected]);
  });

  it.each([
    ['cause', "'bad luck'"],
    ['confidence', "'sure'"],
    ['persons', '-1'],
    ['evidence', `'[{"file":"a.csv"}]'`],
  ])('may not return an impossible %s', async (column, sql) => {
    expect((await mistakesOf(selectOf({ [column]: sql })))[0]).toMatch(
      new RegExp(`^returns ${column}: .*\\(subject field:a\\)$`),
    );
  });

  it('may not leave a declared parameter unused', async () => {
    const parameters = { rate: { type: 'decimal', default: 0.1, doc: 'share' } };
    expect(await mistakesOf(selectOf(), { parameters })).toEqual(['never uses the parameter rate']);
  });
});

it('a query may have steps, recurring ones too, whose names are no tables', async () => {
  const steps = `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3), Last AS (SELECT max(n) AS n FROM r)`;
  expect(await mistakesOf(`${steps} ${selectOf({ persons: 'n' }, 'FROM LAST')}`)).toEqual([]);
});

describe('what a query returns', () => {
  it('comes by subject, typed, with ten places of evidence in order, each once', async () => {
    const places = [...Array(12).keys()].map((i) => ({ file: 'b.csv', row: 12 - i }));
    const evidence = JSON.stringify([
      places,
      [{ file: 'a.csv', row: 9, column: 'x' }],
      { file: 'a.csv', row: 9, column: 'x' },
    ]);
    const query = selectOf(
      {
        subject: "'field:' || n",
        args: `json_object('n', n, 'many', ['x', 'y'])`,
        evidence: `'${evidence}'`,
        path: "'a|b'",
      },
      "FROM (VALUES ('z'), ('Z'), ('a')) AS t(n)",
    );
    const hits = await runRule(store, ruleWith(query), {});
    expect(hits.map(({ subject }) => subject)).toEqual(['field:Z', 'field:a', 'field:z']);
    const { evidence: sample, ...first } = hits[0]!;
    expect(first).toEqual({
      rule: 'sample/one',
      subject: 'field:Z',
      case: 'one',
      cause: null,
      confidence: 'certain',
      persons: 1,
      persons_of: null,
      messages: null,
      messages_of: null,
      args: { n: 'Z', many: ['x', 'y'] },
      path: ['a', 'b'],
    });
    expect(sample.map(({ file, row }) => `${file} ${row}`)).toEqual([
      'a.csv 9',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) => `b.csv ${row}`),
    ]);
  });
});
