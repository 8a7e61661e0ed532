import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { client } from '../../src/report/html/client.js';
import { html } from '../../src/report/html/index.js';
import { styles } from '../../src/report/html/styles.js';
import { html as markup } from '../../src/report/html/tag.js';
import { cleanReport, finding, richReport } from './fixtures.js';
import { comparedReport } from './past.js';

const render = (report: Report): string =>
  String(html.render(report, { color: false, width: 80, show: 'info' }));
/** The page without its style, script and their hashes, which have no place in a comparison of contents. */
const contents = (page: string): string =>
  page
    .replace(styles, '')
    .replace(client, '')
    .replaceAll(/sha256-[^'&]+/g, 'sha256-…');

test.each<[string, Report]>([
  ['clean', cleanReport],
  [
    'one-finding',
    {
      ...richReport,
      findings: [finding()],
      roots: richReport.roots.slice(0, 1),
      error_groups: [],
      communications: [],
      channels: [],
    },
  ],
  ['compared', { ...comparedReport, error_groups: [], roots: [], communications: [], channels: [] }],
  ['root-causes', { ...cleanReport, error_groups: richReport.error_groups }],
  [
    'communications',
    { ...cleanReport, communications: richReport.communications, channels: richReport.channels },
  ],
])('%s reads as written', async (situation, report) => {
  await expect(contents(render(report))).toMatchFileSnapshot(`html/${situation}.txt`);
});

test('the policy allows exactly the style and the script of the page', () => {
  const page = render(richReport);
  const hash = (tag: string): string => {
    const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
    return createHash('sha256').update(text).digest('base64');
  };
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
  );
});

test('nothing in the page points outside it, and the script stays small', () => {
  const page = render(richReport);
  expect(page).not.toMatch(/(src|href|action)="(?!#)|url\(|@import|\sstyle="|\son\w+="/);
  expect(Buffer.byteLength(client)).toBeLessThan(8192);
});

test('ids are unique and links within the page lead somewhere', () => {
  const page = render(richReport);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => decodeURIComponent(id ?? ''));
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
});

test('the tag escapes every string, in lists and in attributes', () => {
  expect(markup`<a title="${'"<'}">${['<', markup`<b>`, 1]}</a>`.text).toBe(
    '<a title="&quot;&lt;">&lt;<b>1</a>',
  );
});
