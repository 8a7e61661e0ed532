import { expect, test } from 'vitest';
import { tellOverview } from '../../src/map/overview.js';
import { renderTable, renderText } from '../../src/map/render-text.js';
import { displayWidth } from '../../src/report/parts/width.js';
import { smallAtlas } from './small-atlas.js';

const table = {
  caption: 'Outcomes',
  heads: ['Outcome', 'Flows by hand or file', 'What happens'],
  rows: [
    [
      'outcome.returned',
      3,
      'is not carried from Print and mail to the customer hub of the bank, nor further',
    ],
  ],
  numeric: [1],
};

test('columns give way between words before any word is broken', () => {
  const lines = renderTable(table, 44);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(44);
  expect(lines.join('\n')).toContain('outcome.returned');
});

test('a word too long for its column breaks between its parts', () => {
  const rows = [['preference.consent.email.marketing', 1, 'a way exists']];
  expect(renderTable({ ...table, rows }, 40).join('\n')).toContain('preference.consent.');
});

test('a name of a thousand letters takes a few lines that end in an ellipsis; heads stay whole', () => {
  const lines = renderTable({ ...table, rows: [['x'.repeat(1000), 1, 'y']] }, 60);
  expect(lines.length).toBeLessThan(12);
  expect(lines.at(-1)).toMatch(/…/);
  for (const word of ['Flows', 'by', 'hand', 'or', 'file']) expect(lines.join(' ')).toContain(word);
});

test('no line begins as a command of a build server', () => {
  const told = { question: 'How?', sentences: [' ::error::x'], tables: [] };
  expect(renderText(told, 80)).not.toMatch(/^\s*::/m);
});

test('an inventory without places that collect is told so, not that 0 of 0 are well', () => {
  const said = tellOverview(smallAtlas({ systems: ['a:x'], flows: [] })).sentences.join(' ');
  expect(said).toContain('declares no place where customers give data');
  expect(said).not.toContain('0 of 0');
});
