import { describe, expect, it } from 'vitest';
import { renderError } from '../../src/cli/errors.js';
import { SourceError, UsageError } from '../../src/model/errors.js';

describe('errors for people', () => {
  it('says what was typed, what was expected and what to try', () => {
    const error = new UsageError({
      message: "unknown format 'htm'",
      expected: 'terminal, json, html',
      tips: ["did you mean 'html'?"],
    });
    expect(renderError(error)).toBe(
      "unsilo: unknown format 'htm'\n  expected: terminal, json, html\n  tip: did you mean 'html'?\n",
    );
  });

  it('says first that nothing was audited, then every problem with its place', () => {
    const error = new SourceError([
      {
        place: { file: 'a.csv', row: 3, column: 'kind' },
        message: 'not a kind',
        value: 'maybe',
        expected: 'crm',
      },
      { place: { file: 'b.csv' }, message: 'the file is missing' },
    ]);
    expect(renderError(error)).toBe(
      [
        'unsilo: nothing was audited, 2 problems in the input',
        '  a.csv, row 3, column kind: not a kind',
        "    value: 'maybe'",
        '    expected: crm',
        '  b.csv: the file is missing',
        '',
      ].join('\n'),
    );
  });

  it('never hands what an input contains to the terminal as a command', () => {
    const error = new SourceError([
      { place: { file: '\u001b]0;x\u0007.csv' }, message: 'bad', value: 'a\u001b[2Jb\nc\u202e' },
    ]);
    expect(renderError(error)).toBe(
      [
        'unsilo: nothing was audited, 1 problem in the input',
        '  \\u{001b}]0;x\\u{0007}.csv: bad',
        "    value: 'a\\u{001b}[2Jb\\u{000a}c\\u{202e}'",
        '',
      ].join('\n'),
    );
  });

  it('calls anything else a bug, with its stack, and asks for a report', () => {
    const text = renderError(new Error('boom'));
    expect(text).toMatch(/^unsilo: this is a bug in unsilo \d+\.\d+\.\d+ .*no.* is a verdict\n/);
    expect(text).toContain('please report it');
    expect(text).toContain('Error: boom\n    at ');
  });
});
