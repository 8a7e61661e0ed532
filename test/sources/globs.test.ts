import { describe, expect, it } from 'vitest';
import { globPattern } from '../../src/sources/read-files.js';

describe('a pattern of files', () => {
  it.each([
    ['*.csv', 'a.csv', true],
    ['*.csv', 'b/a.csv', false],
    ['**/*.csv', 'a.csv', true],
    ['**/*.csv', 'b/c/a.csv', true],
    ['x/**', 'x/y/z', true],
    ['a?.csv', 'ab.csv', true],
    ['a?.csv', 'a.csv', false],
    ['*.{yml,yaml}', 'a.yml', true],
    ['*.{yml,yaml}', 'a.yaml', true],
    ['*.{yml,yaml}', 'a.json', false],
    ['a+b(1).csv', 'a+b(1).csv', true],
  ])('%s and %s: %s', (glob, file, fits) => {
    expect(globPattern(glob).test(file)).toBe(fits);
  });
});
