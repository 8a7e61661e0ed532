import { describe, expect, it } from 'vitest';
import { tables } from '../../../src/model/tables/index.js';
import { planRows } from '../../../src/sources/mapping/plan.js';
import { calendarMacro } from '../../../src/sources/sql/calendars.js';
import { typedRows } from '../../../src/sources/sql/typed-rows.js';
import { openStore } from '../../../src/store/duckdb.js';

const zones = [undefined, 'Europe/Berlin'];
const calendars = ['gregorian', 'jalali'] as const;

describe('typing rows', () => {
  it.each(tables.map((table) => [table.name, table] as const))(
    'of %s is one pass without joins or sorts, so that rows keep their order',
    async (_, table) => {
      const store = await openStore();
      await store.run(calendarMacro('jalali'));
      const header = Object.keys(table.columns);
      await store.run(`CREATE TABLE raw (${header.map((__, i) => `r${i} VARCHAR`).join(', ')})`);
      for (const zone of zones)
        for (const calendar of calendars) {
          const source = { table: table.name, file: 'x.csv', calendar };
          const { select } = typedRows(planRows(table, source, header, { zone, format: 'csv' }), 'raw');
          const plan = await store.all<{ explain_value: string }>(`EXPLAIN ${select}`);
          const operators = plan.map((row) => row.explain_value).join('\n');
          expect(operators).toContain('PROJECTION');
          expect(operators).not.toMatch(/JOIN|ORDER_BY|AGGREGATE|WINDOW|UNNEST/);
        }
      store.close();
    },
  );
});
