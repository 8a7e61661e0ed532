import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../model/errors.js';
import { readZip } from '../../sources/archives/read-zip.js';
import { openBytes } from '../../sources/read-bytes.js';
import { compareText } from '../../text/compare.js';
import { cutLines } from './cut-lines.js';
import { isVendorLog, readVendorLog } from './read-events.js';
import { readTexts } from './read-lines.js';
import { readMailItems } from './read-mail-items.js';
import { isTable, readRows } from './read-table.js';
import type { Item } from './types.js';

/** A file on disk, and how it is named in what comes out. */
interface Place {
  readonly path: string;
  readonly shown: string;
}

const hidden = /^\./;

/** The files of a folder, those of its folders among them, by name. */
async function* filesOf(place: Place): AsyncGenerator<Place> {
  const entries = await readdir(place.path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const found = { path: join(place.path, entry.name), shown: `${place.shown}/${entry.name}` };
    if (entry.isDirectory()) yield* filesOf(found);
    else if (entry.isFile() && !hidden.test(entry.name)) yield found;
  }
}

async function* begin(chunks: AsyncIterable<Uint8Array>, first: Uint8Array): AsyncGenerator<Uint8Array> {
  yield first;
  yield* chunks;
}

/** A header of a mail, or what separates mails in an mbox. */
const mailStart =
  /^(?:From \S+ .*\d{4}|(?:return-path|received|delivered-to|from|to|date|subject|message-id|x-[\w-]+|mime-version|content-type|auto-submitted|reply-to|sender|envelope-to|arc-seal|dkim-signature|authentication-results): ?[^\n]*\r?\n(?:[ \t][^\n]*\r?\n|[\w-]+:[^\n]*\r?\n)+)/i;

/** The first bytes as text, for a look. */
const lookAt = (first: Uint8Array): string =>
  new TextDecoder(first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(
    first.subarray(0, 1 << 14),
  );

async function* readLinesOf(
  chunks: AsyncIterable<Uint8Array>,
  column: string | undefined,
): AsyncGenerator<Item[]> {
  const open = chunks[Symbol.asyncIterator]();
  const { value: first } = await open.next();
  if (first === undefined) return;
  const all = begin({ [Symbol.asyncIterator]: () => open }, first as Uint8Array);
  const look = lookAt(first as Uint8Array);
  if (isVendorLog(look)) yield* readVendorLog(all);
  else if (isTable(look.split(/\r?\n/)[0]!, column)) yield* readRows(cutLines(all), column);
  else yield* readTexts(cutLines(all));
}

async function firstBytes(path: string): Promise<Uint8Array> {
  for await (const chunk of createReadStream(path, { end: (1 << 14) - 1 })) return chunk as Uint8Array;
  return new Uint8Array();
}

/** Texts of an archive, one after the other. Throws a UsageError where there are mails in it. */
async function* readArchive(place: Place, column: string | undefined): AsyncGenerator<Item[]> {
  for await (const { name, bytes } of readZip(place.path)) {
    if (mailName.test(name))
      throw new UsageError({
        message: `${place.shown} holds mails`,
        value: name,
        expected: 'logs or tables; mails in a folder of their own',
        tips: [`unzip ${place.shown} -d mails`, 'unsilo classify mails'],
      });
    yield* readLinesOf(bytes, column);
  }
}

const mailName = /\.(?:eml|mbox|msg)(?:\.gz)?$/i;

async function* readFile(place: Place, column: string | undefined): AsyncGenerator<Item[]> {
  const { path, shown } = place;
  if (/\.zip$/i.test(path)) return yield* readArchive(place, column);
  const isPacked = /\.gz$/i.test(path);
  const isMail = mailName.test(path) || mailStart.test(lookAt(await firstBytes(path)));
  if (isMail) yield* readMailItems(path, shown);
  else yield* readLinesOf(openBytes({ path, gzip: isPacked }), column);
}

/** Says before any work which of the files are not there. */
export async function assertReadable(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (file === '-' || (await stat(file).catch(() => undefined))) continue;
    throw new UsageError({
      message: `there is no file '${file}'`,
      expected: 'a log, a table, a mail or a folder of mails',
    });
  }
}

/** Everything in files and folders that can be classified, some at a time; `-` is standard input. */
export async function* readItems(
  files: readonly string[],
  column: string | undefined,
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<Item[]> {
  for (const file of files) {
    if (file === '-') yield* readLinesOf(standardInput, column);
    else if ((await stat(file)).isDirectory())
      for await (const place of filesOf({ path: file, shown: file.replace(/\/+$/, '') }))
        yield* readFile(place, column);
    else yield* readFile({ path: file, shown: file }, column);
  }
}
