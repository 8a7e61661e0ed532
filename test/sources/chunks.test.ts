import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, longestLine } from '../../src/sources/read-lines.js';
import { splitMbox } from '../../src/sources/read-mails.js';

/** A text in chunks of the given sizes, over and over. */
async function* chunksOf(text: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield text.subarray(at, at + size);
    at += size;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}

describe('lines of a text that comes in chunks', () => {
  it('are those of the whole, counted from 1, whatever the chunks, letters and line ends', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '\r', '\0', ' '), maxLength: 30 });
    const property = fc.asyncProperty(fc.array(line), fc.boolean(), sizes, async (lines, ended, by) => {
      const text = lines.join('\n') + (ended ? '\n' : '');
      const expected = text.split('\n');
      if (expected.at(-1) === '') expected.pop();
      const found = await gather(linesOf(chunksOf(Buffer.from(text), by)));
      expect(found.flatMap((some) => some.lines)).toEqual(expected);
      const numbers = found.flatMap((some) => some.lines.map((_, i) => some.first + i));
      expect(numbers).toEqual(expected.map((_, i) => i + 1));
    });
    await fc.assert(property, { numRuns: 200, seed: 3 });
  });

  it('longer than a megabyte are left out by their number, the others kept', async () => {
    const long = 'x'.repeat(longestLine + 1);
    for (const size of [1 << 16, 1 << 22]) {
      const found = await gather(linesOf(chunksOf(Buffer.from(`a\n${long}\nb\n${long}`), [size])));
      expect(found.flatMap((some) => some.lines)).toEqual(['a', '', 'b', '']);
      expect(found.flatMap((some) => some.tooLong)).toEqual([2, 4]);
    }
  });
});

describe('mails of an mbox that comes in chunks', () => {
  const separator = 'From MAILER-DAEMON Thu Jan 22 20:50:02 2026';

  it('begin at a line with sender and time after a blank one, and nowhere else', async () => {
    const line = fc.constantFrom(
      '',
      '',
      'Subject: x',
      separator,
      'From the beginning',
      `>${separator}`,
      'y'.repeat(300),
    );
    const property = fc.asyncProperty(
      fc.array(line),
      fc.constantFrom('\n', '\r\n'),
      sizes,
      async (lines, end, by) => {
        const all = [separator, ...lines];
        const starts = all.flatMap((text, i) =>
          i > 0 && text === separator && all[i - 1] === '' ? [i] : [],
        );
        const expected = [0, ...starts].map((start, i) => all.slice(start, starts[i]).join(end));
        const found = await gather(splitMbox(chunksOf(Buffer.from(all.join(end)), by)));
        expect(found.map((mail) => mail.toString().replace(/\r?\n$/, ''))).toEqual(
          expected.map((mail, i) => (i < expected.length - 1 ? mail : mail.replace(/\r?\n$/, ''))),
        );
      },
    );
    await fc.assert(property, { numRuns: 200, seed: 5 });
  });
});
