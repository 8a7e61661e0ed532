import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Replacement, replaceAll, unifiedDiff } from '../../src/text/unified-diff.js';

/** A hunk at a time, as `git apply` does it: what is removed must stand where the hunk says. */
function apply(text: string, diff: string): string {
  const lines = text.split(/(?<=\n)/);
  const made: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [head = '', ...body] = hunk.split(/(?<=\n)/);
    const [, from, count] = /^@@ -(\d+),(\d+) /.exec(head) ?? [];
    const start = Number(count) === 0 ? Number(from) : Number(from) - 1;
    made.push(...lines.slice(at, start));
    at = start;
    for (const [i, line] of body.entries()) {
      const content = body[i + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1);
      if (line.startsWith('\\')) continue;
      if (!line.startsWith('+')) expect(lines[at++]).toBe(content);
      if (!line.startsWith('-')) made.push(content);
    }
  }
  return [...made, ...lines.slice(at)].join('');
}

const someText = fc
  .array(fc.constantFrom('a', 'b', '\n', 'xyz', '\n\n', 'é'), { maxLength: 60 })
  .map((parts) => parts.join(''));

/** A text, and replacements of it in order that do not overlap. */
const someChange = someText.chain((text) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom('', 'q', 'q\n', '\nq')), { maxLength: 6 })
    .map((cuts) => {
      const sorted = cuts.sort(([a], [b]) => a - b);
      const replacements = sorted.flatMap(([start, own], i): Replacement[] =>
        i % 2 === 0 ? [{ start, end: sorted[i + 1]?.[0] ?? start, text: own }] : [],
      );
      return { text, replacements };
    }),
);

describe('a diff', () => {
  it('makes of a text what the replacements make of it', () => {
    fc.assert(
      fc.property(someChange, ({ text, replacements }) => {
        const wanted = replaceAll(text, replacements);
        expect(apply(text, unifiedDiff('a.txt', text, replacements))).toBe(wanted);
      }),
    );
  });

  it('looks as git writes it', () => {
    const text = 'one\ntwo\nthree\nfour\nfive\nsix';
    const diff = unifiedDiff('a.txt', text, [
      { start: 4, end: 7, text: '2' },
      { start: text.length, end: text.length, text: '!' },
    ]);
    expect(diff).toBe(
      [
        '--- a/a.txt',
        '+++ b/a.txt',
        '@@ -1,6 +1,6 @@',
        ' one',
        '-two',
        '+2',
        ' three',
        ' four',
        ' five',
        '-six',
        '\\ No newline at end of file',
        '+six!',
        '\\ No newline at end of file',
        '',
      ].join('\n'),
    );
  });

  it('is empty without a change', () => {
    expect(unifiedDiff('a.txt', 'one\n', [])).toBe('');
  });
});
