import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadWorkbook } from '../../src/app/intake/load-workbook.js';
import { readInventoryRows } from '../../src/app/intake/read-inventory.js';
import { readBadCells } from '../../src/app/intake/read-seen.js';
import { collected } from '../../src/model/intake.js';
import { openStore } from '../../src/store/duckdb.js';

const place = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Rows of a workbook by table, empty cells left out. */
async function readFilled(language: string) {
  const store = await openStore();
  try {
    await loadWorkbook(store, place(`fixtures/sources/intake/filled-${language}.xlsx`));
    const rows = await readInventoryRows(store);
    const filled = collected.filter((name) => rows[name].length > 0);
    const known = (cells: object) =>
      Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));
    return {
      rows: Object.fromEntries(filled.map((name) => [name, rows[name].map(({ cells }) => known(cells))])),
      bad: (await readBadCells(store)).map(({ file, row, column }) => `${file} ${row} ${column}`),
    };
  } finally {
    store.close();
  }
}

it('a workbook typed into by hand in LibreOffice is read back cell by cell, as it was typed', async () => {
  const { rows, bad } = await readFilled('en');
  expect(rows).toEqual({
    owners: [{ owner_id: 'head-of-cards', name: 'Head of cards', contact: '+44 7700 900123' }],
    silos: [{ silo_id: '007', name: 'Cards & more', owner: 'head-of-cards' }],
    systems: [
      {
        system_id: 'crm',
        name: 'Relations',
        silo_id: '007',
        lobs: 'cards|mortgage',
        kind: 'crm',
        end_of_support: '2027-12-31',
        deduplicated: 'true',
        legacy: 'false',
      },
      { system_id: '0012', name: '1/2 core', silo_id: '007', kind: 'core', owner: 'nobody-known' },
    ],
    system_fields: [
      { system_id: 'crm', field: 'contact.email', role: 'holds', agent_can_edit: 'true', fill_rate: '0.85' },
      { system_id: '0012', field: 'contact.email', role: 'holds' },
    ],
    flows: [
      {
        flow_id: 'nightly',
        from_system_id: 'crm',
        to_system_id: '0012',
        mechanism: 'batch',
        latency: 'P1D',
        schedule: '0 2 * * * Europe/London',
        unit_cost: '0.045',
      },
    ],
    channels: [{ channel_id: 'letters', channel: 'post', system_id: '0012', unit_cost: '0.85' }],
    collection_points: [
      {
        collection_point_id: 'branch',
        name: 'Branch',
        system_id: 'crm',
        persons_per_month: '1200',
        offers_scopes: '*/marketing/email|*/marketing/sms',
      },
    ],
    templates: [
      {
        template_id: 't1',
        communication_id: 'offer',
        channel: 'email',
        locale: 'fa-IR',
        part: 'html',
        version: '1.10',
        file: 'a.html',
        approved_at: '2026-01-20T09:00:00Z',
      },
    ],
  });
  expect(bad).toEqual(['filled-en.xlsx#Systems 8 name']);
});

it('one in Persian gives the canonical words for those it offered, and numbers for its digits', async () => {
  const { rows, bad } = await readFilled('fa');
  expect(rows).toEqual({
    owners: [{ owner_id: 'cards-head', name: 'رئیس کارت‌ها' }],
    silos: [{ silo_id: 'cards', name: 'کارت‌ها', owner: 'cards-head' }],
    systems: [
      {
        system_id: 'hub',
        name: 'باشگاه مشتریان',
        silo_id: 'cards',
        kind: 'crm',
        end_of_support: '2028-02-29',
        deduplicated: 'true',
        legacy: 'false',
      },
    ],
    system_fields: [
      {
        system_id: 'hub',
        field: 'preference.consent.sms',
        role: 'masters',
        agent_can_edit: 'true',
        fill_rate: '0.5',
      },
    ],
    collection_points: [
      {
        collection_point_id: 'branch',
        name: 'شعبه',
        system_id: 'hub',
        channel: 'branch',
        actor_type: 'agent',
        persons_per_month: '1200',
      },
    ],
  });
  expect(bad).toEqual([]);
});

it('the workbooks hold what the lists of what was typed say, so that they can be made again', () => {
  const typed = ['en', 'fa'].map((language) =>
    readFileSync(place(`test/intake/typed-${language}.txt`), 'utf8'),
  );
  for (const text of typed)
    for (const line of text.trim().split('\n').slice(1)) expect(line).toMatch(/^.+![A-Z]+\d+: .+$/u);
});
