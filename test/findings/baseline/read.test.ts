import { describe, expect, it } from 'vitest';
import { parseBaseline } from '../../../src/findings/baseline/read.js';
import { SourceError } from '../../../src/model/errors.js';

const entry = `  - fingerprint: 3a8d1e46e7a1d0e1
    rule: sample/one
    subject: pair:a>b/x
    reason: waits for the new system
    owner: Ann
    created: 2026-04-01
    expires: 2026-06-30
    accepted: { severity: high, persons: 10, messages: null }
`;
const head = 'schema_version: 1\necosystem: bank\nentries:\n';

function problemsOf(text: string): string[] {
  try {
    parseBaseline('unsilo.baseline.yaml', text);
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.problems.map(({ place, message }) => `${place.row}: ${message}`);
  }
}

describe('a baseline with mistakes', () => {
  it.each([
    [
      'a date that no calendar has, an owner that is missing and an unknown key, all at once',
      head + entry.replace('2026-06-30', '2026-06-31').replace('    owner: Ann\n', '    ower: Ann\n'),
      [
        '4: entries.0.owner is missing (line 4, column 5)',
        "8: unknown key 'entries.0.ower' (line 8, column 5)",
        '10: entries.0.expires is not a day such as 2026-01-31 (line 10, column 5)',
      ],
    ],
    [
      'an end before its beginning',
      head + entry.replace('2026-06-30', '2026-03-31'),
      ['10: entries.0.expires: is before the day of `created` (line 10, column 5)'],
    ],
    [
      'an empty reason',
      head + entry.replace('waits for the new system', "' '"),
      ['7: entries.0.reason is empty (line 7, column 5)'],
    ],
    [
      'a subject that somebody changed by hand',
      head + entry.replace('a>b', 'a>c'),
      ['4: is not that of its rule and subject (line 4, column 5)'],
    ],
    [
      'an entry twice',
      head + entry + entry,
      [
        '4: is not that of its rule and subject (line 4, column 5)',
        '12: is entry 1 again (line 12, column 5)',
      ],
    ],
    [
      'another version of the format',
      `${head.replace('1', '2')}  []`,
      ['1: schema_version has a value it cannot have (line 1, column 1)'],
    ],
    [
      'text that is no YAML',
      'entries: [',
      [
        '1: this is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ] (line 1, column 11)',
      ],
    ],
  ])('is refused: %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});
