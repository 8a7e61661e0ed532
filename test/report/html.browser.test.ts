import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { html } from '../../src/report/html/index.js';
import { inBrowser } from '../in-browser.js';
import { richReport } from './fixtures.js';

const pages = () => ({
  report: html.render(richReport, { color: false, width: 80, show: 'info' }) as string,
});

inBrowser('the page', pages, (open) => {
  const shown = async (page: Page): Promise<(string | null)[]> => {
    const articles = await page.locator('#list > li:visible article').all();
    return Promise.all(articles.map((article) => article.getAttribute('id')));
  };

  test('search and filters narrow the list and say how far', async () => {
    const page = await open('report');
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
    const page = await open('report');
    const worstFirst = await shown(page);
    await page.selectOption('#sort', 'persons');
    expect((await shown(page))[0]).toBe('collection-never-used-aa01');
    await page.click('text=Reset');
    await expect.poll(() => shown(page)).toEqual(worstFirst);
  });

  test('a link to a finding opens it, also when a filter hides it', async () => {
    const page = await open('report', '#flow-one-way-17aa');
    const target = page.locator('#flow-one-way-17aa');
    expect(await target.locator('details').getAttribute('open')).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('flow-one-way-17aa');
    await page.fill('#search', 'التكافل');
    expect(await target.isVisible()).toBe(false);
    await page.evaluate('location.hash = "#collection-never-used-aa01"');
    await expect.poll(() => page.locator('#collection-never-used-aa01').isVisible()).toBe(true);
  });

  test('the theme follows the system until the reader chooses', async () => {
    const page = await open('report', '', { colorScheme: 'dark' });
    const background = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(await background()).toBe('rgb(20, 24, 28)');
    await page.click('#theme');
    expect(await background()).toBe('rgb(255, 255, 255)');
    expect(await page.getAttribute('#theme', 'aria-pressed')).toBe('false');
  });

  test.each([360, 768, 1280])('nothing is wider than a screen of %i pixels', async (width) => {
    const page = await open('report', '', { viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('without scripts everything is there, and nothing that would need them', async () => {
    const page = await open('report', '', { javaScriptEnabled: false });
    expect(await page.locator('article.finding').count()).toBe(7);
    expect(await page.locator('#filter, #theme').filter({ visible: true }).count()).toBe(0);
  });

  test('on paper everything is open and nothing is to be clicked', async () => {
    const page = await open('report');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#collection-never-used-aa01 .commands').isVisible()).toBe(true);
    expect(await page.locator('#filter, #theme, body > nav').filter({ visible: true }).count()).toBe(0);
  });
});
