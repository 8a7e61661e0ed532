import { type Html, html } from '../../report/html/tag.js';
import { countOf } from '../../report/parts/shares.js';
import { cutLines, wrap } from '../../report/parts/width.js';
import { groupDigits } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import { measureSilos, measures, type SiloRow } from '../measures.js';
import { at, label } from './marks.js';
import type { Picture } from './picture.js';

const cell = { width: 96, height: 34 };
const left = 210;
const top = 66;
const steps = 5;

const words = (value: number | null): string => (value === null ? '–' : groupDigits(value));

/** 0 for nothing, else 1 to 5 by the share of the largest value; the square root keeps small values visible. */
export const stepOf = (value: number | null, largest: number): number =>
  value === null || value === 0 || largest === 0
    ? 0
    : Math.max(1, Math.ceil(Math.sqrt(value / largest) * steps));

function renderRow(row: SiloRow, index: number, largest: readonly number[]): Html {
  const y = top + index * cell.height;
  const cells = row.values.map((value, column) => {
    const isSize = measures[column]?.isSize ?? false;
    const step = isSize ? 0 : stepOf(value, largest[column] ?? 0);
    const x = left + column * cell.width;
    return html`<rect class="heat step-${step}" x="${x}" y="${y}" width="${cell.width - 2}" height="${cell.height - 2}"/><text class="heat-value step-${step} middle" x="${at(x + cell.width / 2 - 1)}" y="${at(y + cell.height / 2 + 3.5)}">${words(value)}</text>`;
  });
  const lines = cutLines(wrap(row.name, 26), 2, 26);
  const first = y + cell.height / 2 + 3.5 - (lines.length - 1) * 7;
  const name = lines.map((line, i) => label('name end', left - 12, first + i * 14, line, 27));
  return html`<g class="silo-row" data-silo="${row.silo}">${name}${cells}</g>`;
}

function renderHead(title: string, column: number): Html[] {
  const lines = cutLines(wrap(title, 14), 3, 14);
  const x = left + column * cell.width + cell.width / 2 - 1;
  return lines.map((line, row) =>
    label('small middle', x, top - 12 - (lines.length - 1 - row) * 15, line, 16),
  );
}

/** Silos in rows, what is measured of them in columns; every cell says its number, and the stronger its colour the worse. */
export function drawHeatMap(atlas: Atlas): Picture {
  const rows = measureSilos(atlas);
  const largest = measures.map((_, column) =>
    Math.max(steps, ...rows.map(({ values }) => values[column] ?? 0)),
  );
  const bottom = top + rows.length * cell.height;
  return {
    id: 'heat',
    title: `${atlas.map.ecosystem}: where it hurts`,
    description: `${countOf(rows.length, 'silo')} by ${measures.length} measures, the worst first. The stronger the colour of a cell, the nearer to the largest number of its column; the first two columns only say how large a silo is.`,
    width: left + measures.length * cell.width,
    height: bottom + 30,
    body: html`${measures.map(({ title }, column) => renderHead(title, column))}${rows.map((row, index) => renderRow(row, index, largest))}<text class="small" x="${left}" y="${bottom + 20}">the stronger the colour, the nearer to the largest number of the column; – not measured</text>`,
    table: {
      caption: 'Silos and their measures',
      heads: ['Silo', ...measures.map(({ title }) => title)],
      rows: rows.map(({ name, values }) => [name, ...values.map(words)]),
      numeric: measures.map((_, column) => column + 1),
    },
  };
}
