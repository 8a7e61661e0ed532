import { expect, it } from 'vitest';
import { createMatcher } from '../../src/text/path-patterns.js';

it.each([
  ['emails/**', 'emails/a/b.txt', true],
  ['emails/**', 'mails/a.txt', false],
  ['emails/', 'emails/a/b.txt', true],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'a/b/c.txt', true],
  ['**/*.txt', 'a/b/c.txt.bak', false],
  ['*.txt', 'a/b.txt', false],
  ['a/**/z.hbs', 'a/z.hbs', true],
  ['a/**/z.hbs', 'a/b/c/z.hbs', true],
  ['a/?.txt', 'a/é.txt', true],
  ['./a/[b].txt', 'a/[b].txt', true],
  ['a.txt', 'abtxt', false],
])('%s for %s: %s', (pattern, path, fits) => {
  expect(createMatcher(pattern)(path)).toBe(fits);
});

it('fits one of several patterns', () => {
  const fits = createMatcher(['a/**', 'b/*.txt']);
  expect(['a/x/y', 'b/x.txt', 'b/x/y.txt'].map(fits)).toEqual([true, true, false]);
});
