import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineOf, excerptOf } from '../../src/gate/lines.js';

describe('lines and columns', () => {
  it('are those a reader counts, with columns in UTF-16 units', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '😀', 'ی')), fc.nat(80), (parts, at) => {
        const text = parts.join('');
        const offset = Math.min(at, text.length);
        const before = text.slice(0, offset).split('\n');
        expect(createLineOf(text)(at)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
      }),
    );
  });
});

describe('an excerpt', () => {
  it('is the line around the place', () => {
    expect(excerptOf('one\n  Dear {{nmae}},\r\nthree', 13, 17)).toEqual({
      before: 'Dear {{',
      at: 'nmae',
      after: '}},',
    });
  });

  it('is cut, never inside a character, and says so', () => {
    const { before, at, after } = excerptOf(`${'😀'.repeat(50)}HERE${'😀'.repeat(50)}`, 100, 104);
    const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
    expect([before, at, after].filter((text) => halves.test(text))).toEqual([]);
    expect([before[0], at, after.at(-1)]).toEqual(['…', 'HERE', '…']);
  });

  it('ends with its line where a place goes on', () => {
    expect(excerptOf('<p>\nlong\n</p>', 0, 13)).toEqual({ before: '', at: '<p>', after: '' });
  });
});
