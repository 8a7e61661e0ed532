import { expect, test } from 'vitest';
import type { Preview } from '../../../src/model/preview.js';
import { renderPreview } from '../../../src/report/preview/page.js';
import { inBrowser } from '../../in-browser.js';

const shared = {
  channel: 'email',
  locale: 'fa',
  dir: 'rtl',
  from: ['emails/a/fa.html'],
  missing: [],
} as const;
const preview: Preview = {
  message: 'welcome',
  sample: 'sample.json',
  cards: [
    {
      ...shared,
      kind: 'mail',
      title: 'سلام <script>',
      document:
        '<html lang="fa" dir="rtl"><head></head><body><p style="color: rgb(1, 2, 3)">سلام "دوست" &amp; <b>x</b></p></body></html>',
    },
    {
      ...shared,
      kind: 'sms',
      channel: 'sms',
      text: 'سلام\nد\u200cوم <i>',
      cost: { encoding: 'UCS-2', units: 12, segments: 1, worst: 2, assumed: ['name'] },
      missing: ['name'],
    },
    { ...shared, kind: 'letter', channel: 'post', locale: 'en', dir: 'ltr', text: 'Dear A' },
  ],
};

test('a page of a message has a section for each locale and escapes what it shows', () => {
  const page = renderPreview(preview);
  expect(page.match(/<section id="[^"]*"/g)).toEqual(['<section id="locale-fa"', '<section id="locale-en"']);
  expect(page).toContain('سلام &lt;script&gt;');
  expect(page).toContain('1 segment of UCS-2, 12 units. At most 2 segments');
  expect(page).not.toContain('<i>');
});

inBrowser(
  'the preview',
  () => ({ preview: renderPreview(preview) }),
  (open) => {
    test('a mail stands in its own document, in its direction and with its styles', async () => {
      const page = await open('preview');
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await frame.locator('p').textContent()).toBe('سلام "دوست" & x');
      const colour = await page.frames()[1]!.evaluate('getComputedStyle(document.querySelector("p")).color');
      expect(colour).toBe('rgb(1, 2, 3)');
    });

    test.each([360, 1280])('nothing is wider than a screen of %i pixels', async (width) => {
      const page = await open('preview', '', { viewport: { width, height: 800 }, colorScheme: 'dark' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.getAttribute('.bubble', 'dir')).toBe('rtl');
    });
  },
);
