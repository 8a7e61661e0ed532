import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceConfig } from '../model/source-settings.js';
import { listFiles } from './read-files.js';
import type { Member, SourceFile } from './types.js';

/** What mails are called where they are not in a folder of their own. */
export const mailFile = /\.(?:eml|mbox|mbx)(?:\.gz)?$/i;
/** What a mail server keeps beside the mails of a folder; `tmp` has mails that are not there yet. */
const kept = /(?:^|\/)(?:tmp\/|dovecot|maildir|subscriptions|courier)|\.(?:index|log|cache)$/i;

/** A folder with the mails that arrived (`new`) and were seen (`cur`): https://cr.yp.to/proto/maildir.html. */
const isMaildir = (names: readonly string[]): boolean => names.includes('cur') && names.includes('new');

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The names of the files of a folder of mails, relative to the ecosystem; undefined where there is no such folder. */
async function inFolder(dir: string, folder: string, declared: boolean): Promise<string[] | undefined> {
  if (!(await isFolder(join(dir, folder)))) return undefined;
  const names = await listFiles(dir, folder);
  const isOurs =
    declared || isMaildir(await readdir(join(dir, folder))) || names.some((name) => mailFile.test(name));
  return isOurs ? names.filter((name) => !kept.test(name.slice(folder.length + 1))) : undefined;
}

/** The mails of a source: all of a folder of them, else the files found where these are mails. */
async function mailsOf(
  dir: string,
  { file, format, table }: SourceConfig,
  found: readonly Member[],
): Promise<readonly Member[] | undefined> {
  const declared = format === 'mail';
  if (!declared && (format !== undefined || table !== 'delivery_events')) return undefined;
  const folder = file.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const within = await inFolder(dir, folder, declared);
  if (within) return within.map((name) => ({ name, path: join(dir, name) }));
  return declared || (found.length > 0 && found.every(({ name }) => mailFile.test(name))) ? found : undefined;
}

/** The source of a folder, glob or file of mails, which is one however many files it has; undefined for any other. */
export async function findMails(
  dir: string,
  source: SourceConfig,
  entry: number,
  found: readonly Member[],
): Promise<SourceFile | undefined> {
  const members = await mailsOf(dir, source, found);
  if (members === undefined || members.length === 0) return undefined;
  const file = source.file.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  return { file, path: join(dir, file), format: 'mail', gzip: false, source, entry, members };
}
