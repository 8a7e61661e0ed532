import type { Classification } from '../../model/delivery.js';
import { cleanText } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import type { RenderRow } from './rows.js';
import { valuesOf } from './rows.js';

const widths = { reason: 22, permanence: 10, party: 10, confidence: 5 } as const;

const cut = (text: string, width: number): string =>
  [...text].length > width ? `${[...text].slice(0, Math.max(width - 1, 0)).join('')}…` : text;

const lineOf = (cells: readonly string[]): string =>
  `${muteStart(isolateBidi(cells.join('  ')).trimEnd())}\n`;

const head = (name: keyof typeof widths): string => name.padEnd(widths[name]);

export const tableHead = lineOf([head('reason'), head('permanence'), head('party'), 'sure ', 'input']);

/** Lines for people: the reason, whether it lasts, whose side, how sure, and the beginning of the input. */
export function createTableLines(columns: number): RenderRow {
  const left = Object.values(widths).reduce((sum, width) => sum + width + 2, 0);
  return (input: string, found: Classification) => {
    const { reason, permanence, party, confidence } = valuesOf(found);
    return lineOf([
      String(reason).padEnd(widths.reason),
      String(permanence).padEnd(widths.permanence),
      String(party).padEnd(widths.party),
      Number(confidence).toFixed(2).padEnd(widths.confidence),
      cut(cleanText(input), Math.max(columns - left, 20)),
    ]);
  };
}
