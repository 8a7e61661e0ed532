import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSource, withLoaded } from './ecosystem.js';

/** How a line of a generated file is written, and what must become of it. */
const kinds = {
  plain: { text: (id: string) => `${id},system,role`, used: true },
  quoted: { text: (id: string) => `"${id}","sys""tem",role`, used: true },
  lines: { text: (id: string) => `${id},"two\n\nlines",role`, used: true },
  blank: { text: () => '', used: undefined },
  short: { text: (id: string) => id, used: false },
  long: { text: (id: string) => `${id},system,role,more`, used: false },
  empty: { text: () => ',,', used: false },
  wrong: { text: (id: string) => `${id},system,`, used: false },
  spaces: { text: () => '   ', used: false },
  broken: { text: (id: string) => `${id},"sys"tem",role`, used: false },
} as const;
type Kind = keyof typeof kinds;

const kindNames = Object.keys(kinds) as Kind[];
const rows = fc.array(fc.constantFrom(...kindNames), { maxLength: 40 });
const ends = fc.constantFrom('\n', '\r\n');

function textOf(header: string, lines: readonly Kind[], end: string): string {
  const text = lines.map((kind, i) => kinds[kind].text(`id${i + 2}`).replaceAll('\n', end));
  return `${[header, ...text].join(end)}${end}`;
}

const numbers = (lines: readonly Kind[], used: boolean): number[] =>
  lines.flatMap((kind, i) => (kinds[kind].used === used ? [i + 2] : []));

describe.each([
  ['large', 'message_values', 'message_key,field,value', 'message_key'],
  ['small', 'system_fields', 'system_id,field,role', 'system_id'],
])('rows of a %s table', (size, table, header, key) => {
  const mapping =
    size === 'large'
      ? 'columns: { value: value, field: { from: value, values: { role: role } } }'
      : 'columns: { role: { from: role, values: { role: holds } } }';

  it('are all used or set aside, and keep the numbers a spreadsheet gives them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, ends, async (given, end) => {
        const lines = given.filter((kind) => kind !== 'broken' || size === 'large');
        const files = {
          'unsilo.yaml': oneSource(table, 'rows.csv', mapping),
          'rows.csv': textOf(header, lines, end),
        };
        await withLoaded(files, async (store, { inputs }) => {
          const used = await store.all<{ row: number; id: string }>(
            `SELECT _row AS "row", ${key} AS id FROM std_${table} ORDER BY _row`,
          );
          const rejected = await store.all<{ row: number }>(
            'SELECT DISTINCT "row" FROM std_rejects ORDER BY "row"',
          );
          expect(used).toEqual(numbers(lines, true).map((row) => ({ row, id: `id${row}` })));
          expect(rejected.map(({ row }) => row)).toEqual(numbers(lines, false));
          const counts = { used: inputs[0]!.rows_used, aside: inputs[0]!.rows_set_aside };
          expect(counts).toEqual({ used: used.length, aside: rejected.length });
          expect(inputs[0]!.rows_in).toBe(used.length + rejected.length);
        });
      }),
      { numRuns: 20, seed: 1 },
    );
  });
});

describe('any text with delimiters and quotes', () => {
  it('is loaded without losing count, or refused as a whole', async () => {
    const piece = fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '""', 'é', ';', 'x,y,z\n');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.boolean(), async (pieces, large) => {
        const table = large ? 'message_values' : 'system_fields';
        const header = large ? 'message_key,field,value' : 'system_id,field,role';
        const files = {
          'unsilo.yaml': oneSource(table, 'rows.csv'),
          'rows.csv': `${header}\n${pieces.join('')}`,
        };
        await withLoaded(files, async (store, { inputs }) => {
          const [used] = await store.all<{ n: number }>(`SELECT count(*) AS n FROM std_${table}`);
          const [aside] = await store.all<{ n: number }>(
            'SELECT count(DISTINCT "row") AS n FROM std_rejects',
          );
          expect(inputs[0]).toMatchObject({ rows_used: used!.n, rows_set_aside: aside!.n });
          expect(inputs[0]!.rows_in).toBe(used!.n + aside!.n);
        });
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});
