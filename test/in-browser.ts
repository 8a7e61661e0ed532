import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

/** A browser that fetches nothing of its own accord. */
export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args });

/** Opens a page afresh; whatever it asks for or complains about is kept. */
export type Open = (
  name: string,
  hash?: string,
  options?: Parameters<Browser['newPage']>[0],
) => Promise<Page>;

/** Tests of pages, markup by name, in a browser; at last none may have asked for anything but itself, nor complained. */
export function inBrowser(
  what: string,
  pages: () => Readonly<Record<string, string>>,
  tests: (open: Open) => void,
): void {
  describe.skipIf(missing)(`${what} in a browser${missing ? ` (skipped: no ${executablePath})` : ''}`, () => {
    let folder: string;
    let browser: Browser;
    const urls = new Map<string, string>();
    const requests = new Set<string>();
    const complaints: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'unsilo-page-'));
      for (const [name, markup] of Object.entries(pages())) {
        const file = join(folder, `${name}.html`);
        await writeFile(file, markup);
        urls.set(name, pathToFileURL(file).href);
      }
      browser = await launch();
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    tests(async (name, hash = '', options = {}) => {
      const page = await browser.newPage(options);
      page.on('request', (request) => requests.add(request.url().replace(/#.*/, '')));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(urls.get(name)! + hash);
      return page;
    });

    test('no request leaves and the console stays silent', () => {
      expect([...requests].sort()).toEqual([...urls.values()].sort());
      expect(complaints).toEqual([]);
    });
  });
}
