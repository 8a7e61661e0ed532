import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../model/errors.js';
import type { Logo } from '../model/roadmap-document.js';

/** What stands on a document, as typed. */
export interface CoverOptions {
  readonly title?: string;
  readonly author?: string;
  readonly logo?: string;
  readonly anonymise?: boolean;
}

/** A logo is a small picture; it stands in every document. */
const mostBytes = 2_000_000;

const badLogo = (file: string, wrong: string): UsageError =>
  new UsageError({
    message: `--logo ${file}: ${wrong}`,
    expected: 'a PNG, or an SVG that runs and loads nothing, of 2 MB at most',
  });

async function readLogoFile(file: string): Promise<Logo> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw badLogo(file, found ? 'it is no file' : 'there is no such file');
  if (found.size > mostBytes) throw badLogo(file, `it has ${found.size} bytes`);
  const { readLogo } = await import('../report/documents/logo.js');
  const logo = readLogo(await readFile(file));
  if ('wrong' in logo) throw badLogo(file, logo.wrong);
  return logo;
}

/** Title, author and logo, each checked. Without a title the document finds its own. */
export async function readCover({ title = '', author = '', logo, anonymise = false }: CoverOptions) {
  if (anonymise && logo !== undefined)
    throw new UsageError({
      message: '--logo would name the organisation that --anonymise hides',
      tips: ['leave one of them out'],
    });
  return { title, author, logo: logo === undefined ? null : await readLogoFile(logo) };
}
