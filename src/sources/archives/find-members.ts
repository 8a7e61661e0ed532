import { join } from 'node:path';
import type { Problem } from '../../model/errors.js';
import { findFiles, globPattern } from '../read-files.js';
import type { Member } from '../types.js';
import { Unreadable, unreadable } from '../unreadable.js';
import { listZip, type ZipMember } from './list-zip.js';

/** What archives hold that can be read without unpacking them first. */
const readable =
  /\.(?:csv|tsv|psv|txt|json|jsonl|ndjson|log|eml|mbox|mbx)(?:\.gz)?$|(?:^|\/)(?:maillog|mail\.info)[\w.-]*$/i;
/** What systems put into archives beside what people do. */
const ownOfSystems = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** Text shrinks tenfold, logs that repeat themselves fiftyfold; zeros a thousandfold. */
const mostSwelling = 200;
const alwaysFine = 64 * 2 ** 20;

function assertReadable({ name, size, packed }: ZipMember): void {
  if (!readable.test(name))
    throw new Unreadable(`'${name}' in it is no text`, 'CSV, JSON, logs or mails; unpack others');
  if (size > alwaysFine && size > mostSwelling * packed)
    throw new Unreadable(
      `'${name}' in it unpacks to ${Math.round(size / packed)} times its size`,
      `at most ${mostSwelling} times`,
    );
}

/** The files in an archive that a pattern names, else all that can be read. Throws Unreadable where there is none. */
async function findInside(dir: string, archive: string, wanted: string | undefined): Promise<Member[]> {
  const members = (await listZip(join(dir, archive))).filter(({ name }) => !ownOfSystems.test(name));
  const pattern = wanted === undefined ? readable : globPattern(wanted);
  const found = members.filter(({ name }) => pattern.test(name));
  if (found.length === 0) {
    const some = members.slice(0, 5).map(({ name }) => `'${name}'`);
    throw new Unreadable(
      `no file in it matches '${wanted ?? '*'}'`,
      `one of ${some.join(', ')}${members.length > some.length ? ' …' : ''}`,
    );
  }
  for (const member of found) assertReadable(member);
  return found.map((inside) => {
    const name = `${archive}/${inside.name}`;
    return { name, path: join(dir, name), inside };
  });
}

/** Splits `extract.zip/Sent.csv` into the archive and what is meant in it. */
function splitAtArchive(file: string): readonly [archive: string, member: string | undefined] {
  const [, archive, member] = /^(.*?\.zip)\/+(.+)$/i.exec(file.replaceAll('\\', '/')) ?? [];
  return archive === undefined ? [file, undefined] : [archive, member];
}

/** The files a `file` entry of unsilo.yaml names, those in archives too; and archives that cannot be read. */
export async function findMembers(
  dir: string,
  file: string,
): Promise<{ readonly members: readonly Member[]; readonly problems: readonly Problem[] }> {
  const direct = await findFiles(dir, file);
  const [archive, member] = splitAtArchive(file);
  const found = direct.length > 0 || member === undefined ? direct : await findFiles(dir, archive);
  const members: Member[] = [];
  const problems: Problem[] = [];
  for (const name of found) {
    if (!/\.zip$/i.test(name)) {
      members.push({ name, path: join(dir, name) });
      continue;
    }
    try {
      members.push(...(await findInside(dir, name, member)));
    } catch (error) {
      problems.push(unreadable({ file: name, format: 'zip' }, error));
    }
  }
  return { members, problems };
}
