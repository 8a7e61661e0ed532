import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderPage } from '../src/map/page/page.js';
import { launch } from '../test/in-browser.js';
import { seededAtlas, sizes } from '../test/map/seeded-estate.js';

/** `npx tsx .config/bench-map.ts`: how large the page of an estate is, how it opens, and how quickly it answers. */
const size = sizes['500']!;
const print = (name: string, value: string): void =>
  void process.stdout.write(`${name.padEnd(44)}${value}\n`);
const runs = 5;
const texts = ['l', 'le', 'ledger', 'retail core', 'zzz', 's4'];

/** Milliseconds from what is typed until the answer is laid out, and until the screen shows it, in the browser. */
interface Answered {
  readonly laidOut: number;
  readonly shown: number;
}
const answering = (text: string): string => `new Promise((done) => {
  const search = document.getElementById('search');
  const start = performance.now();
  search.value = ${JSON.stringify(text)};
  search.dispatchEvent(new Event('input'));
  document.body.offsetHeight;
  const laidOut = performance.now() - start;
  requestAnimationFrame(() => setTimeout(() => done({ laidOut, shown: performance.now() - start })));
})`;
const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
const told = (numbers: readonly number[]): string =>
  `${middle(numbers).toFixed(1)} ms (at worst ${Math.max(...numbers).toFixed(1)})`;
const opening = `(() => {
  const [{ domInteractive, loadEventEnd }] = performance.getEntriesByType('navigation');
  return { domInteractive, loadEventEnd };
})()`;

const markup = renderPage(seededAtlas(size));
const folder = await mkdtemp(join(tmpdir(), 'unsilo-bench-'));
const browser = await launch();
try {
  const file = join(folder, 'map.html');
  await writeFile(file, markup);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const opened = (await page.evaluate(opening)) as { domInteractive: number; loadEventEnd: number };
  print('estate', `${size.systems} systems, ${size.flows} flows, ${size.fields} fields`);
  print('bytes of the page', `${(Buffer.byteLength(markup) / 1e6).toFixed(2)} MB`);
  print(
    'opens: markup read, page loaded',
    `${Math.round(opened.domInteractive)}, ${Math.round(opened.loadEventEnd)} ms`,
  );
  for (const text of texts) {
    const answered: Answered[] = [];
    for (let i = 0; i < runs; i++) answered.push((await page.evaluate(answering(text))) as Answered);
    print(`'${text}' answered and laid out`, told(answered.map(({ laidOut }) => laidOut)));
    print(`'${text}' shown`, told(answered.map(({ shown }) => shown)));
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
