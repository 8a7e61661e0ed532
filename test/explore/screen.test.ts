import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/explore/line.js';
import { displayWidth } from '../../src/report/parts/width.js';
import { finding, richReport } from '../report/fixtures.js';
import { openOn, portOf } from './port.js';

const name = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('نظام فرع الخليج', '顧客管理システム', '👩‍👩‍👧 family', 'e\u0301te\u0301', '\u001b[31mred'),
);

describe('a screen', () => {
  it('is as high as the terminal and never wider, whatever the names and the size', () => {
    const keys = fc.array(
      fc.constantFrom('j', 'enter', 'escape', '1', '3', 'f', 'b', 's', '?', 'n', 'x', 'G'),
      {
        maxLength: 8,
      },
    );
    const size = fc.record({
      columns: fc.integer({ min: 30, max: 220 }),
      rows: fc.integer({ min: 8, max: 70 }),
    });
    fc.assert(
      fc.property(name, keys, size, (text, pressed, terminal) => {
        const one = finding({ fingerprint: 'e'.repeat(16), title: text, subject: `system:${text}` });
        const systems = [{ ...richReport.systems[0]!, name: text, silo: text }];
        const report = { ...richReport, findings: [one, ...richReport.findings], systems };
        const { session } = openOn(portOf(report), {}, terminal);
        for (const key of pressed) session.press(key);
        const { lines } = session.screen();
        expect(lines).toHaveLength(terminal.rows);
        for (const line of lines) expect(displayWidth(textOf(line))).toBeLessThanOrEqual(terminal.columns);
      }),
      { numRuns: 60 },
    );
  });

  it('has a second page beside the list from 120 columns', () => {
    const narrow = openOn(portOf(), {}, { columns: 119, rows: 30 }).screen();
    const wide = openOn(portOf(), {}, { columns: 120, rows: 30 }).screen();
    expect(narrow).not.toContain('│');
    expect(wide).toContain('│ ■ critical');
  });

  it('is the same until something changes', () => {
    const { session } = openOn(portOf());
    const first = session.screen();
    expect(session.screen()).toBe(first);
    session.press('j');
    expect(session.screen()).not.toBe(first);
  });
});
