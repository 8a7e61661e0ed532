import { describe, expect, it } from 'vitest';
import { progressLine, type Standing, shortCount } from '../../src/cli/progress-line.js';
import type { Headway } from '../../src/model/headway.js';
import { displayWidth } from '../../src/report/parts/width.js';

const standing = (headway?: Headway, detail?: string): Standing => ({
  text: 'reading the sources',
  since: 0,
  share: 0,
  shareSince: 0,
  ...(detail !== undefined && { detail }),
  ...(headway && { read: () => headway }),
});

describe('the line of progress', () => {
  it.each([
    [9_999, '9\u202f999'],
    [24_300, '24 k'],
    [1_604_000, '1.60 M'],
    [250_000_000, '250 M'],
  ])('says %i rows as %s', (count, text) => expect(shortCount(count)).toBe(text));

  it('names the stage alone until something is known', () => {
    expect(progressLine(standing(), 1000, 80)).toBe('reading the sources …');
  });

  it('says how long it has been where nobody knows how far it is', () => {
    expect(progressLine(standing(), 65_000, 80)).toBe('reading the sources · 1\u202fmin 5\u202fs …');
  });

  it('says share, rows, rate and what remains', () => {
    const headway = { share: 0.25, rows: 1_000_000, at: ['sends.csv', 'systems.csv'] };
    expect(progressLine(standing(headway), 10_000, 100)).toBe(
      'reading the sources: sends.csv, systems.csv · 25 % · 1.00 M rows · 100 k rows/s · 30\u202fs left …',
    );
  });

  it('takes the time that remains from the last change, and says nothing once that is over', () => {
    const half = standing({ share: 0.5, rows: null, at: [] });
    expect(progressLine(half, 10_000, 80)).toBe('reading the sources · 50 % · 10\u202fs left …');
    expect(progressLine(half, 16_000, 80)).toBe('reading the sources · 50 % · 4\u202fs left …');
    expect(progressLine(half, 30_000, 80)).toBe('reading the sources · 50 % …');
  });

  it('never says that all is done before it is', () => {
    expect(progressLine(standing({ share: 1, rows: null, at: [] }), 1000, 80)).toContain('99 %');
  });

  it.each([20, 40, 60, 80])('fits into %i columns, and obeys nothing of a file name', (width) => {
    const at = ['\u001b[2Jنام-پرونده-با-نامی-بسیار-دراز.csv', '漢字の長いファイル名.csv'];
    const line = progressLine(standing({ share: 0.4, rows: null, at }), 1000, width);
    expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(line).not.toContain('\u001b');
  });
});
