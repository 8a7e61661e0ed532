import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showRenderers, triageRenderers } from '../../src/report/triage/index.js';
import { triageOf } from '../../src/triage/triage.js';
import { context, facts } from '../triage/samples.js';

const executablePath = '/usr/bin/chromium';
const missing = !existsSync(executablePath) && process.env.UNSILO_REQUIRE_TOOLS !== '1';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
];
const screen = { color: false, width: 80, all: true };
const triage = triageOf([facts({ origin: `system:${'long-name-'.repeat(9)}` })], context());
const pages = {
  list: triageRenderers.html(triage, screen),
  show: showRenderers.html(triage.groups[0]!, triage, screen),
};

describe.skipIf(missing)(
  `pages of triage in a browser${missing ? ' (skipped: no /usr/bin/chromium)' : ''}`,
  () => {
    let folder: string;
    let browser: Browser;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'unsilo-triage-'));
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test.each(Object.entries(pages))(
      '%s asks for nothing, complains of nothing, and fits a telephone',
      async (name, page) => {
        const file = join(folder, `${name}.html`);
        await writeFile(file, page);
        const opened = await browser.newPage({ viewport: { width: 360, height: 800 } });
        const heard: string[] = [];
        opened.on('request', (request) => heard.push(request.url()));
        opened.on('console', (message) => heard.push(message.text()));
        opened.on('pageerror', (error) => heard.push(String(error)));
        await opened.goto(pathToFileURL(file).href);
        await opened.click('#theme');
        expect(heard).toEqual([pathToFileURL(file).href]);
        expect(await opened.evaluate('document.documentElement.scrollWidth')).toBe(360);
        expect(await opened.textContent('h1')).not.toBe('');
        await opened.close();
      },
    );
  },
);
