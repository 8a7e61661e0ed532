import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { renderPage } from '../../../src/map/page/page.js';
import { inBrowser } from '../../in-browser.js';
import { seededAtlas, sizes } from '../seeded-estate.js';
import { aFinding, smallAtlas } from '../small-atlas.js';

const small = smallAtlas({
  systems: ['app:digital', 'crm:group:120', 'core:retail:90', 'cards:cards:40'],
  flows: [
    'app>crm 3600 contact.email,preference.delivery',
    'crm>core 7200 contact.email',
    'crm>cards ? contact.email',
  ],
  roles: ['app collects contact.email', 'core masters contact.email'],
  findings: [aFinding('f00d', 'pair:app>core/preference.delivery', ['app', 'crm', 'core'])],
});

const pages = () => ({ small: renderPage(small), large: renderPage(seededAtlas(sizes['500']!)) });

inBrowser('the map', pages, (open) => {
  const said = (page: Page) => page.textContent('#said');
  const outlined = async (page: Page): Promise<(string | null)[]> => {
    const groups = await page.locator('#silos .group.on').all();
    return Promise.all(groups.map((group) => group.getAttribute('data-silo')));
  };

  test('a system is found and opened by keyboard alone', async () => {
    const page = await open('small');
    await page.keyboard.press('/');
    await page.keyboard.type('cr');
    expect(await page.locator('#options [role=option]').allTextContents()).toEqual(['CRMSilo group']);
    expect(await page.getAttribute('#search', 'aria-activedescendant')).toBe('option-0');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('system-name');
    expect(await page.textContent('#system-name')).toBe('CRM');
    expect(await page.locator('#panel > div:first-child li').count()).toBe(1);
    expect(await page.locator('#panel > div:last-child li').count()).toBe(2);
    expect(await outlined(page)).toEqual(['cards', 'digital', 'group', 'retail']);
    expect(page.url()).toContain('#system%3Dcrm');
  });

  test('a field is followed through the pictures', async () => {
    const page = await open('small');
    await page.selectOption('#field', { label: 'preference.delivery' });
    expect(await said(page)).toBe(
      'preference.delivery: 1 flow; mastered by nobody; collected by 0 systems; held by 0 systems',
    );
    expect(await outlined(page)).toEqual(['digital', 'group']);
    expect(await page.getAttribute('.overlay', 'd')).toMatch(/^M[\d.]+ [\d.]+h16v16h-16z$/);
  });

  test('a way is brought out, and one that does not exist is said not to', async () => {
    const page = await open('small');
    await page.fill('#from', 'app');
    await page.fill('#to', 'Core');
    await page.press('#to', 'Enter');
    expect(await said(page)).toBe('From APP to CORE over 2 flows, within 3\u202fh.');
    expect(await page.locator('#way button').allTextContents()).toEqual(['APP', 'CRM', 'CORE']);
    await page.fill('#from', 'core');
    await page.fill('#to', 'app');
    await page.click('text=Show the way');
    expect(await said(page)).toBe('There is no way from CORE to APP.');
    await page.fill('#to', 'nobody');
    await page.click('text=Show the way');
    expect(await said(page)).toBe('There is no system called nobody.');
  });

  test('silos go and come back', async () => {
    const page = await open('small');
    await page.click('.tools summary');
    await page.uncheck('#silo-choice input[value=group]');
    expect(await page.textContent('#silo-count')).toBe('3 of 4 shown');
    expect(await page.locator('#silos .link:not(.away)').count()).toBe(0);
    await page.click('[data-silos=all]');
    expect(await page.locator('#silos .link:not(.away)').count()).toBeGreaterThan(0);
  });

  test('a finding leads to its place, by click and by address', async () => {
    const page = await open('small');
    await page.click('[data-finding="0"]');
    expect(await outlined(page)).toEqual(['digital', 'group', 'retail']);
    const direct = await open('small', '#f00d');
    expect(await outlined(direct)).toEqual(['digital', 'group', 'retail']);
    expect(await direct.evaluate('document.activeElement.id')).toBe('f00d');
  });

  test('a silo box answers to Enter, and Clear shows everything again', async () => {
    const page = await open('small');
    await page.focus('#silos .group[data-silo=group]');
    await page.keyboard.press('Enter');
    expect(await said(page)).toBe('Silo group: CRM');
    await page.click('#clear');
    expect(await outlined(page)).toEqual([]);
    expect(await page.evaluate('document.body.classList.contains("marked")')).toBe(false);
  });

  test('500 systems fit into 5 MB, and a search is answered within 100 ms', async () => {
    const page = await open('large');
    expect(await page.evaluate('document.documentElement.outerHTML.length')).toBeLessThan(5_000_000);
    const slowest = await page.evaluate(`(() => {
      const search = document.getElementById('search');
      return Math.max(...['l', 'le', 'ledger', 'retail core', 'zzz', 's4'].map((text) => {
        const start = performance.now();
        search.value = text;
        search.dispatchEvent(new Event('input'));
        document.body.offsetHeight;
        return performance.now() - start;
      }));
    })()`);
    expect(slowest).toBeLessThan(100);
    await page.selectOption('#zoom', { label: 'Cards' });
    expect(await page.locator('.zoomed > .axis:last-child text').count()).toBe(2 * 41);
  });

  test('nothing is wider than the screen', async () => {
    const page = await open('small');
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  test('without scripts every picture and table is there, and nothing that would need them', async () => {
    const page = await open('small', '', { javaScriptEnabled: false });
    expect(await page.locator('svg.picture').count()).toBe(3);
    expect(await page.locator('[data-script], #theme').filter({ visible: true }).count()).toBe(0);
  });
});
