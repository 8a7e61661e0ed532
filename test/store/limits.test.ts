import { describe, expect, it } from 'vitest';
import { engineShare, explainExhausted, isExhausted, usualMemoryLimit } from '../../src/store/limits.js';
import { parseSize } from '../../src/text/sizes.js';

const gibibyte = 2 ** 30;

describe('the usual memory limit', () => {
  it.each([
    ['half of a small machine', 2 * gibibyte, 0, '1024MiB'],
    ['four gibibytes of a large one', 64 * gibibyte, 0, '4096MiB'],
    ['half of what a container may have', 64 * gibibyte, gibibyte, '512MiB'],
    ['of the machine where a container has no bound', 4 * gibibyte, Number.MAX_SAFE_INTEGER, '2048MiB'],
  ])('is %s', (_, total, allowed, limit) => {
    expect(usualMemoryLimit(total, allowed)).toBe(limit);
  });
});

describe('the share of the engine', () => {
  it.each([
    ['all but a gibibyte of much', '8GiB', '7168MiB'],
    ['three quarters of little', '128MiB', '96MiB'],
  ])('is %s', (_, limit, share) => {
    expect(engineShare(limit)).toBe(share);
  });
});

describe('what the engine says when it has too little', () => {
  const full = new Error('IO Error: Could not write file "x": No space left on device');
  const bounded = new Error("Out of Memory Error: failed to offload; limit set by 'max_temp_directory_size'");
  const small = new Error(
    'Out of Memory Error: could not allocate block of size 256.0 KiB (61.0 MiB/61.0 MiB used)',
  );

  it('is told from mistakes in the input', () => {
    expect([full, bounded, small].map(isExhausted)).toEqual([true, true, true]);
    expect(isExhausted(new Error('Invalid Input Error: Out of Memory'))).toBe(false);
  });

  it('names the limit to raise, or the folder to make room in', () => {
    expect(explainExhausted(small, '61MB', '/store').details).toMatchObject({
      message: 'the work needs more memory than it may have',
      value: '61MB',
      tips: ['nothing was audited', 'raise --memory-limit above 61MB'],
    });
    for (const error of [full, bounded])
      expect(explainExhausted(error, '61MB', '/store').details.message).toContain('no space left in /store');
  });
});

describe('sizes', () => {
  it.each([
    ['512MB', 512e6],
    ['1.5 GiB', 1.5 * gibibyte],
    ['1kb', 1000],
    ['lots', undefined],
    ['4G', undefined],
  ])('%s', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});
