import { describe, expect, test } from 'vitest';
import { fold } from '../../src/gate/lists/fold.js';
import { sentencesOf } from '../../src/gate/sentences.js';
import { gateSettingsSchema } from '../../src/model/gate-settings.js';
import { readParts } from '../../src/templates/read/index.js';

const read = (path: string, text: string) => readParts([{ path, text }], gateSettingsSchema.parse({}))[0]!;

describe('sentences', () => {
  test.each([
    ['ends of sentences', 'emails/a/en.txt', 'One. Two! Three? Four', ['one.', 'two!', 'three?', 'four']],
    ['abbreviations and times', 'emails/a/en.txt', 'Ask Dr. Lee at 4.30.', ['ask dr. lee at 4.30.']],
    ['short lines', 'emails/a/en.txt', 'Dear Ann,\nwe are late.', ['dear ann,', 'we are late.']],
    [
      'lines that were wrapped',
      'emails/a/en.txt',
      'This line is long enough to have been wrapped there by its author\nat a column. Two.',
      ['this line is long enough to have been wrapped there by its author at a column.', 'two.'],
    ],
    [
      'blocks of markup',
      'emails/a/en.html',
      '<h1>One</h1>\n<p>Two\n  and <b>more</b></p><p>Three',
      ['one', 'two and more', 'three'],
    ],
    ['Arabic', 'emails/a/ar.txt', 'أولًا. ثانيًا؟ ثالثًا', ['اولا.', 'ثانيا?', 'ثالثا']],
  ])('%s', (_title, path, text, expected) => {
    expect(sentencesOf(read(path, text)).map((one) => one.text)).toEqual(expected);
  });

  test('know the values in them, as words', () => {
    const part = read('emails/a/en.html', '<p>Next at {{nextUpdate.at}}. Bye {{user_name}}.</p>');
    expect(sentencesOf(part).map(({ fields }) => fields)).toEqual([['next update at'], ['user name']]);
  });

  test('know where their words stand', () => {
    const part = read('emails/a/en.html', '<p>One &amp; all. We  are\n late.</p>');
    const sentence = sentencesOf(part)[1]!;
    const start = sentence.text.indexOf('are late');
    const span = sentence.spanOf(start, start + 'are late'.length);
    expect(part.text.slice(span.start, span.end)).toBe('are\n late');
  });

  test.each(['we ', '\n', 'x. ', '{{', '<', 'می‌'])('of a long run of %j are read in linear time', (piece) => {
    const text = piece.repeat(300_000 / piece.length);
    const before = process.cpuUsage();
    fold(text);
    sentencesOf(read('emails/a/en.txt', text));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
