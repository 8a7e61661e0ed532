import type { PairReport } from '../../model/link.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { bits, probability } from './figures.js';
import { alignRows } from './table.js';

/** A long value is cut; the JSON has it whole. */
const cut = (text: string | null): string => {
  if (text === null) return '–';
  const letters = [...text];
  return letters.length > 24 ? `${letters.slice(0, 23).join('')}…` : text;
};

function verdict({ probability: p, threshold, basis, same_person }: PairReport): string {
  const linked = p >= threshold;
  if (basis === 'known') return 'one person: somebody said so';
  if (linked && !same_person) return 'alike, and yet two persons: a guard keeps them apart';
  if (!linked && same_person) return 'one person by way of other records, not by this pair';
  return linked ? 'one person' : 'two persons';
}

/** One pair field by field: what each adds to the odds, and what they come to. */
export function renderPair(raw: PairReport): string {
  const pair = cleanDeep(raw);
  let sum = pair.prior;
  const rows = pair.fields.map(({ column, a, b, level, weight, frequency }) => {
    sum += weight + frequency;
    const moved = Math.abs(frequency) < 0.05 ? '' : bits(frequency);
    return [column, cut(a), cut(b), level, bits(weight), moved, bits(sum)];
  });
  const head = ['Field', pair.record_id_a, pair.record_id_b, 'Agreement', 'Bits', 'Rarity', 'Sum'];
  const start = ['any two records', '', '', '', bits(pair.prior), '', bits(pair.prior)];
  const table = alignRows([head, start, ...rows], new Set([4, 5, 6]));
  const lines = [
    `${pair.record_id_a} and ${pair.record_id_b}: ${verdict(pair)}`,
    `probability ${probability(pair.probability)}, threshold ${pair.threshold}, sum of all ${bits(pair.weight)} bits`,
    '',
    ...table,
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
