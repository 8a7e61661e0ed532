import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/report/html/index.js';
import { richReport } from './fixtures.js';

const executablePath = '/usr/bin/chromium';
const missing = !existsSync(executablePath) && process.env.UNSILO_REQUIRE_TOOLS !== '1';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(missing)(`the page in a browser${missing ? ' (skipped: no /usr/bin/chromium)' : ''}`, () => {
  let folder: string;
  let url: string;
  let browser: Browser;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unsilo-page-'));
    const file = join(folder, 'report.html');
    await writeFile(file, html.render(richReport, { color: false, width: 80, show: 'info' }) as string);
    url = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A fresh page; whatever it asks for or complains about is kept. */
  async function open(hash = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    page.on('request', (request) => requests.push(request.url().replace(/#.*/, '')));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url + hash);
    return page;
  }
  const shown = (page: Page): Promise<string[]> =>
    page.locator('#list > li:visible article').evaluateAll((articles) => articles.map(({ id }) => id));

  test('search and filters narrow the list and say how far', async () => {
    const page = await open();
    expect(await shown(page)).toHaveLength(7);
    await page.fill('#search', 'التكافل crm');
    expect(await shown(page)).toEqual(['preference-opposite-choice-90ac']);
    expect(await page.textContent('#result')).toBe('1 of 7 findings shown');
    await page.fill('#search', '');
    await page.selectOption('#severity', 'high');
    expect(await shown(page)).toHaveLength(4);
    await page.selectOption('#system', { label: 'Mortgages' });
    expect(await shown(page)).toEqual(['preference-not-carried-over-7f3a21c4']);
    await page.click('text=Reset');
    await page.selectOption('#pack', 'flow');
    expect(await shown(page)).toEqual(['flow-one-way-17aa']);
  });

  test('the order follows the choice and comes back', async () => {
    const page = await open();
    const worstFirst = await shown(page);
    await page.selectOption('#sort', 'persons');
    expect((await shown(page))[0]).toBe('collection-never-used-aa01');
    await page.click('text=Reset');
    await expect.poll(() => shown(page)).toEqual(worstFirst);
  });

  test('a link to a finding opens it, also when a filter hides it', async () => {
    const page = await open('#flow-one-way-17aa');
    const target = page.locator('#flow-one-way-17aa');
    expect(await target.locator('details').getAttribute('open')).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('flow-one-way-17aa');
    await page.fill('#search', 'التكافل');
    expect(await target.isVisible()).toBe(false);
    await page.evaluate('location.hash = "#collection-never-used-aa01"');
    await expect.poll(() => page.locator('#collection-never-used-aa01').isVisible()).toBe(true);
  });

  test('the theme follows the system until the reader chooses', async () => {
    const page = await open('', { colorScheme: 'dark' });
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(await background()).toBe('rgb(20, 24, 28)');
    await page.click('#theme');
    expect(await background()).toBe('rgb(255, 255, 255)');
    expect(await page.getAttribute('#theme', 'aria-pressed')).toBe('false');
  });

  test.each([360, 768, 1280])('nothing is wider than a screen of %i pixels', async (width) => {
    const page = await open('', { viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('without scripts everything is there, and nothing that would need them', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('article.finding').count()).toBe(7);
    expect(await page.locator('#filter, #theme').filter({ visible: true }).count()).toBe(0);
  });

  test('on paper everything is open and nothing is to be clicked', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#collection-never-used-aa01 .commands').isVisible()).toBe(true);
    expect(await page.locator('#filter, #theme, body > nav').filter({ visible: true }).count()).toBe(0);
  });

  test('no request leaves and the console stays silent', () => {
    expect([...new Set(requests)]).toEqual([url]);
    expect(complaints).toEqual([]);
  });
});
