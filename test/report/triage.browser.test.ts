import { expect, test } from 'vitest';
import { showRenderers, triageRenderers } from '../../src/report/triage/index.js';
import { triageOf } from '../../src/triage/triage.js';
import { inBrowser } from '../in-browser.js';
import { context, facts } from '../triage/samples.js';

const screen = { color: false, width: 80, all: true };
const triage = triageOf([facts({ origin: `system:${'long-name-'.repeat(9)}` })], context());
const pages = {
  list: triageRenderers.html(triage, screen),
  show: showRenderers.html(triage.groups[0]!, triage, screen),
};

inBrowser(
  'pages of triage',
  () => pages,
  (open) => {
    test.each(Object.keys(pages))('%s fits a telephone', async (name) => {
      const page = await open(name, '', { viewport: { width: 360, height: 800 } });
      await page.click('#theme');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      expect(await page.textContent('h1')).not.toBe('');
    });
  },
);
