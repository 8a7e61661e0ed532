import { describe, expect, test } from 'vitest';
import { isFluent, readFluent } from '../../../src/templates/read/catalogue/fluent.js';
import { parseTemplate } from '../../../src/templates/syntax/index.js';

const choice = '{ $count ->\n    [one] One file\n   *[other] { $count } files of { NUMBER($total) }\n}';

describe('Project Fluent', () => {
  test('reads variables and choices', () => {
    const { uses, plurals, problems } = parseTemplate(choice, 'fluent');
    expect(uses.map(({ name, role, filters }) => [name, role, ...filters].join(' '))).toEqual([
      'count condition',
      'count output',
      'total output NUMBER',
    ]);
    expect(plurals).toEqual([
      { start: 0, end: choice.length, kind: 'plural', name: 'count', categories: ['one', 'other'] },
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['Pay { $sum by { $day }', "'{ $sum by { $day }' has no end."],
    ['{ $count ->\n  [one] One', 'The choice has no end.'],
    ['Pay $sum }', "'}' closes what was never opened."],
  ])('says what is wrong with %s', (text, message) => {
    expect(parseTemplate(text, 'fluent').problems.map((one) => one.message)).toEqual([message]);
  });

  test('reads messages and attributes of a file, each at its place', () => {
    const source =
      '# note\n-brand = Heron\nhello = Dear { $name }\n    .title = Hello\nmany =\n    { $n ->\n       *[other] x\n    }\n';
    const { entries } = readFluent(source);
    expect(entries.map(({ path, text }) => [path.join('.'), text])).toEqual([
      ['hello', 'Dear { $name }'],
      ['hello.title', 'Hello'],
      ['many', '\n    { $n ->\n       *[other] x\n    }'],
    ]);
    for (const { text, toFile } of entries) expect(source.slice(toFile(0), toFile(text.length))).toBe(text);
  });

  test('is told from FreeMarker', () => {
    expect(isFluent('hello = Dear { $name }')).toBe(true);
    expect(isFluent(`<#if x>a = \${x}</#if>`)).toBe(false);
    expect(isFluent(`<p>Dear \${name}</p>`)).toBe(false);
  });
});
