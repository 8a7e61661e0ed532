import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { chromium } from 'playwright-core';

/** Pages in the README: what a command wrote, as a browser shows its first screen. */
const pages = {
  report: ['audit', '--fail-on', 'never', '--format'],
  roadmap: ['roadmap', '--format'],
} as const;

/** Draws `<folder>/<name>.png` of every page. */
export async function drawPages(root: string, folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'unsilo-pictures-'));
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    for (const [name, [command, ...rest]] of Object.entries(pages)) {
      const file = join(work, `${name}.html`);
      const args = ['bin/unsilo.js', command, 'fixtures/example-bank', '--quiet', '--store', work, ...rest];
      await execa('node', [...args, `html=${file}`], { cwd: root, reject: false });
      const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, deviceScaleFactor: 0.75 });
      await page.goto(pathToFileURL(file).href);
      await page.screenshot({ path: join(folder, `${name}.png`) });
    }
  } finally {
    await browser.close();
    await rm(work, { recursive: true, force: true });
  }
}
