import { expect, it } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { linkLines } from '../../src/report/terminal/links.js';

const finding = (rule: string, file: string) => ({ rule, evidence: [{ file, row: 2, column: null }] });
const report = {
  findings: [finding('flow/one-way', 'in (1)/flows.csv'), finding('flow/one-way-street', 'flows.csv')],
} as unknown as Report;

const seen = (line: string): string =>
  linkLines([line], report, {
    rule: (id) => (id === 'flow/one-way' ? `file:///rules/${id}` : undefined),
    file: (file) => `file:///${encodeURI(file)}`,
  })[0]!
    .replaceAll('\u001b]8;;\u001b\\', '⟩')
    .replaceAll('\u001b]8;;', '⟨')
    .replaceAll('\u001b\\', ' ');

it.each([
  ['One way (flow/one-way), new', 'One way (⟨file:///rules/flow/one-way flow/one-way⟩), new'],
  ['A street (flow/one-way-street)', 'A street (flow/one-way-street)'],
  ['See in (1)/flows.csv:2 and 9 more', 'See ⟨file:///in%20(1)/flows.csv in (1)/flows.csv:2⟩ and 9 more'],
  ['See other/flows.csv:2', 'See other/flows.csv:2'],
  ['flows.csv without a row', 'flows.csv without a row'],
])('rules and places in %j lead somewhere', (line, linked) => expect(seen(line)).toBe(linked));

it('nothing leads anywhere in a report without findings', () => {
  expect(
    linkLines(['flows.csv:2'], { findings: [] } as unknown as Report, { rule: String, file: String }),
  ).toEqual(['flows.csv:2']);
});
