import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { root, runUnsilo, withFiles } from './run-unsilo.js';

const chromium = '/usr/bin/chromium';
const missing = !existsSync(chromium) && process.env.UNSILO_REQUIRE_TOOLS !== '1';

/** Two systems that disagree about what two customers chose, and no flow that carries it. */
const files = {
  'csv/silos.csv': 'silo_id,name\nbank,Bank of Harbour\ndigital,Digital Factory\n',
  'csv/systems.csv': 'system_id,name,silo_id\ncore,Quaywall,bank\nmail,Mailgull,digital\n',
  'csv/system_fields.csv':
    'system_id,field,role\ncore,preference.consent.email,collects\nmail,preference.consent.email,holds\n',
  'csv/flows.csv': 'flow_id,from_system_id,to_system_id,mechanism,latency\nquay-to-gull,core,mail,file,P1D\n',
  'csv/flow_fields.csv': 'flow_id,source_field,target_field\nquay-to-gull,contact.email,contact.email\n',
  'csv/customers.csv':
    'system_id,subject_key,key_type,email,date_of_birth\n' +
    'core,C1,customer_no,c1@example.com,1980-01-01\nmail,M1,subscriber_key,c1@example.com,1980-01-01\n' +
    'core,C2,customer_no,c2@example.com,1981-01-01\nmail,M2,subscriber_key,c2@example.com,1981-01-01\n',
  'csv/preferences.csv':
    'system_id,subject_key,key_type,kind,lob,comm_type,channel,value,strength,valid_from\n' +
    'core,C1,customer_no,consent,*,marketing,email,opt_out,explicit,2026-02-05T10:00:00Z\n' +
    'mail,M1,subscriber_key,consent,*,marketing,email,opt_in,explicit,2025-02-05T10:00:00Z\n' +
    'core,C2,customer_no,consent,*,marketing,email,opt_out,explicit,2026-03-05T10:00:00Z\n' +
    'mail,M2,subscriber_key,consent,*,marketing,email,opt_in,explicit,2025-02-05T10:00:00Z\n',
};

const documents = [
  'initiatives.csv',
  'jira.csv',
  'roadmap.html',
  'roadmap.json',
  'roadmap.md',
  'roadmap.pptx',
  'roadmap.xlsx',
];

async function run(cwd: string, line: string): Promise<string> {
  const ran = await runUnsilo(line.split(' '), { cwd });
  expect(ran.exitCode, `${line}\n${ran.stderr}`).toBe(0);
  return ran.stdout;
}

/** Prints the page as the README does, and counts its pages. */
async function print(dir: string): Promise<number> {
  const page = join(dir, 'roadmap.html');
  await execa(chromium, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--print-to-pdf=${join(dir, 'roadmap.pdf')}`,
    page,
  ]);
  const pdf = await readFile(join(dir, 'roadmap.pdf'), 'latin1');
  return pdf.match(/\/Type \/Page\b/gu)?.length ?? 0;
}

describe('a consultant', () => {
  it(
    'comes from a folder of CSV files to every document, twice with the same bytes',
    { timeout: 120_000 },
    () =>
      withFiles(files, async (dir) => {
        const folder = join(dir, 'csv');
        await run(folder, 'init .');
        const said = await run(folder, 'roadmap . --quiet --out one --author Advisors');
        expect(said).toContain('puts 2 of them right');
        await run(folder, 'roadmap . --quiet --out two --author Advisors');
        for (const name of documents) {
          const [one, two] = await Promise.all(
            ['one', 'two'].map((out) => readFile(join(folder, out, name))),
          );
          expect(Buffer.compare(one!, two!), name).toBe(0);
        }
        if (!missing) expect(await print(join(folder, 'one'))).toBeGreaterThan(2);
      }),
  );

  it('comes from a filled workbook to documents without a name in them', { timeout: 120_000 }, () =>
    withFiles(files, async (dir) => {
      const [csv, book] = [join(dir, 'csv'), join(dir, 'book')];
      await run(csv, 'init .');
      await mkdir(book);
      await run(csv, 'intake . --quiet --out ../book/filled.xlsx');
      for (const name of ['customers.csv', 'preferences.csv'])
        await copyFile(join(csv, name), join(book, name));
      await run(book, 'init .');
      await run(book, 'roadmap . --quiet --out out --anonymise');
      for (const name of documents) {
        expect((await stat(join(book, 'out', name))).size, name).toBeGreaterThan(100);
        if (/\.(pptx|xlsx)$/u.test(name)) continue;
        expect(await readFile(join(book, 'out', name), 'utf8'), name).not.toMatch(
          /harbour|digital factory|quaywall|mailgull|quay-to-gull|customers\.csv|preferences\.csv|filled/iu,
        );
      }
    }),
  );

  it('is told that a logo would name whom --anonymise hides', async () => {
    const ran = await runUnsilo(['roadmap', root, '--anonymise', '--logo', 'logo.png']);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('--logo would name the organisation');
  });

  it('is told that slides are not for a terminal', async () => {
    const ran = await runUnsilo(['roadmap', root, '--format', 'pptx']);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('--format pptx=roadmap.pptx');
  });
});
