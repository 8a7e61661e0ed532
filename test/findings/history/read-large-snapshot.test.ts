import { describe, expect, it } from 'vitest';
import { parseLargeSnapshot } from '../../../src/findings/history/read-large-snapshot.js';
import { parseSnapshot } from '../../../src/findings/history/read-snapshot.js';
import { finding, richReport } from '../../report/fixtures.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const hard = {
  ...richReport,
  ecosystem: 'a "findings": [ {',
  findings: [
    ...richReport.findings,
    finding({
      fingerprint: 'f'.repeat(16),
      message: 'quoted \\" and ]} and "findings": [{ بنك',
      evidence: [],
    }),
  ],
};

describe('a snapshot read finding by finding', () => {
  it.each([
    ['as it is written', JSON.stringify(richReport, null, 2)],
    ['without line ends', JSON.stringify(richReport)],
    ['with brackets and quotes in its texts', JSON.stringify(hard)],
    ['without findings', JSON.stringify({ ...richReport, findings: [] })],
  ])('is the same as one read whole: %s', (_, text) => {
    expect(parseLargeSnapshot('s.json', bytes(text))).toEqual(parseSnapshot('s.json', text));
  });

  it.each([
    ['no JSON', 'hello', 'is not JSON'],
    ['a page', '<!doctype html>', 'is a page for people'],
    ['of nothing', '', 'is not JSON'],
    ['another document', '{"findings": []}', 'is not a snapshot'],
    ['a list of anything', JSON.stringify({ ...richReport, findings: ['x', 1] }), 'damaged'],
    ['cut off', JSON.stringify(richReport).slice(0, -200), 'is not JSON'],
  ])('refuses what is %s', (_, text, message) => {
    expect(() => parseLargeSnapshot('s.json', bytes(text))).toThrow(message);
  });

  it('names the finding that is damaged', () => {
    const [first, ...rest] = richReport.findings;
    const damaged = { ...richReport, findings: [first, { ...rest[0], severity: 'huge' }] };
    const { problems } = (() => {
      try {
        return parseLargeSnapshot('s.json', bytes(JSON.stringify(damaged))) as never;
      } catch (error) {
        return error as { problems: { place: { column: string } }[] };
      }
    })();
    expect(problems.map(({ place }) => place.column)).toEqual(['findings.1.severity']);
  });
});
