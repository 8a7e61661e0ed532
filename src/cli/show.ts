import { opensLinks } from './links.js';
import { writeOut } from './output.js';
import { isLonger, page, pagerOf, passesLinks } from './pager.js';
import { letOthersStop } from './stop.js';

const pagerHere = (): string | undefined =>
  pagerOf(process.env, process.stdout.isTTY === true, process.platform);

/** Whether what is shown may hold links: the terminal opens them, and the pager lets them through. */
export function mayLink(): boolean {
  if (!opensLinks(process.env, process.stdout.isTTY === true)) return false;
  const pager = pagerHere();
  return pager === undefined || passesLinks(pager);
}

/** Shows a whole text: on stdout, or where it is longer than the screen in a pager. */
export async function show(content: string | Uint8Array): Promise<boolean> {
  const pager = pagerHere();
  const { columns = 80, rows = 24 } = process.stdout;
  if (pager === undefined || typeof content !== 'string' || !isLonger(content, columns, rows))
    return writeOut(content);
  return (await letOthersStop(() => page(content, pager))) || writeOut(content);
}
