import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { renderSlides } from '../../../src/report/documents/pptx/index.js';
import { renderWorkbook } from '../../../src/report/documents/xlsx/index.js';
import { renderJiraCsv } from '../../../src/report/roadmap/jira.js';
import { renderRoadmapPage } from '../../../src/report/roadmap/page.js';
import { initiative, roadmap, sampleDocument } from './sample-document.js';

const textOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(xml|rels)$/u.test(name))
    .map(([, content]) => strFromU8(content))
    .join('\n');

const hostile = '=HYPERLINK("http://x.example") <script>alert(1)</script> \u202eevil';

describe('the slides', () => {
  it('have the same bytes for the same roadmap, and say they are of its day', async () => {
    const [one, other] = [await renderSlides(sampleDocument()), await renderSlides(sampleDocument())];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(strFromU8(unzipSync(one)['docProps/core.xml']!)).toContain(
      '2026-07-01T00:00:00Z</dcterms:created>',
    );
  });

  it('hold title, author, both maps and the plan as text that can be edited', async () => {
    const text = textOf(await renderSlides(sampleDocument()));
    for (const words of [
      'Roadmap of Harbour Bank',
      'A. Consultant',
      'Customer hub',
      'hears 0 of 2',
      'hears all 2',
      'Wave 1',
      'Bring choices from crm to mailer',
    ])
      expect(text).toContain(words);
  });

  it('take what an input says as text', async () => {
    const text = textOf(
      await renderSlides(sampleDocument({ roadmap: roadmap([initiative({ title: hostile })]) })),
    );
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('\u202e');
  });
});

describe('the workbook', () => {
  it('has the same bytes for the same roadmap', async () => {
    const [one, other] = [await renderWorkbook(sampleDocument()), await renderWorkbook(sampleDocument())];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('reads back: words, initiatives with numbers as numbers, findings', async () => {
    const bytes = Buffer.from(await renderWorkbook(sampleDocument()));
    const sheets = await readWorkbook(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Summary',
      'Initiatives',
      'Waves 1',
      'Waves 2',
      'Once besides',
      'Findings',
      'Inputs',
    ]);
    const [head = [], row = []] = sheets[1]!.data;
    expect(row[head.indexOf('Title')]).toBe('Bring choices from crm to mailer');
    expect(row[head.indexOf('Effort')]).toBe(4);
  });

  it('holds no formula', async () => {
    const document = sampleDocument({ roadmap: roadmap([initiative({ title: hostile })]) });
    expect(textOf(await renderWorkbook(document))).not.toMatch(/<f[ >]/u);
  });
});

describe('the import for Jira', () => {
  it('puts an epic for each wave above its tasks, which name it as their parent', () => {
    const [head, epic, task] = renderJiraCsv(roadmap()).split('\n');
    expect(head).toBe('Issue Type,Issue ID,Parent,Summary,Description,Priority,Labels,Labels');
    expect(epic).toMatch(/^Epic,1,,Wave 1,/u);
    expect(task).toMatch(/^Task,2,1,Bring choices from crm to mailer,/u);
  });

  it('cuts summaries to what Jira takes, and runs no formula', () => {
    const csv = renderJiraCsv(roadmap([initiative({ title: `=${'x'.repeat(300)}` })]));
    const [, summary = ''] = /Task,2,1,([^,]*),/u.exec(csv) ?? [];
    expect(summary.startsWith(`"'=`)).toBe(true);
    expect(summary.length).toBeLessThanOrEqual(258);
  });
});

describe('the page', () => {
  it('shows both maps with one layout, the plan, and where its figures come from', () => {
    const page = renderRoadmapPage(sampleDocument());
    for (const words of [
      'Today',
      'Tomorrow, after all waves',
      'missing, to be built',
      'sends.csv:12',
      '12\u202f000 EUR',
      '9 → 4',
    ])
      expect(page).toContain(words);
    expect(page.match(/>Customer hub</gu)).toHaveLength(2);
  });

  it('allows pictures only where a logo stands on it', () => {
    const logo = { type: 'svg', bytes: new TextEncoder().encode('<svg/>'), ratio: 2 } as const;
    expect(renderRoadmapPage(sampleDocument())).not.toContain('img-src');
    expect(renderRoadmapPage(sampleDocument({ logo }))).toContain('src="data:image/svg+xml;base64,');
  });

  it('takes what an input says as text', () => {
    const page = renderRoadmapPage(sampleDocument({ title: hostile }));
    expect(page).not.toContain('<script>alert');
  });
});
