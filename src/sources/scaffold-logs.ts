import { join } from 'node:path';
import { mailFile } from './find-mails.js';
import { lackOf } from './postfix/line.js';
import { readHead } from './read-head.js';

/** The place of a mail in the folder of a mail server, whose names begin with a time. */
const inMaildir = /^(.+)\/(?:cur|new|tmp)\/\d+\.[^/]+$/;
const logFile = /(?:^|\/)(?:maillog[\w.-]*|[\w.-]*\.log[\w.-]*|mail\.info[\w.-]*)$/i;

/** Where mails are: a folder of a mail server, all mails of a folder, or one file. */
function placeOf(file: string): string | undefined {
  const [, maildir] = inMaildir.exec(file) ?? [];
  if (maildir !== undefined) return maildir;
  return mailFile.test(file) ? file.replace(/[^/]+\.eml$/i, '*.eml') : undefined;
}

const mailLines = (place: string): string[] =>
  [
    `${place} holds mails; name the system whose messages they report on and uncomment:`,
    '- table: delivery_events',
    `  file: ${JSON.stringify(place)}`,
    '  format: mail',
    '  columns: { system_id: { constant: "" } } # needed: id of the system that sent the messages',
  ].map((line) => `  # ${line}`);

const postfixLines = (file: string): string[] => [
  '  - table: delivery_events',
  `    file: ${JSON.stringify(file)}`,
  '    format: postfix',
  ...[
    `which messages were sent, from the same log; say which sender sends what and uncomment:`,
    '- table: sends',
    `  file: ${JSON.stringify(file)}`,
    '  format: postfix',
    '  columns: { comm_type: { from: sender, values: {} }, lob: { constant: "" } } # needed',
  ].map((line) => `  # ${line}`),
];

async function isPostfix(dir: string, file: string): Promise<boolean> {
  if (!logFile.test(file)) return false;
  const source = { file, path: join(dir, file), gzip: /\.gz$/i.test(file) };
  const head = await readHead(
    { ...source, format: 'postfix', source: { table: '', file }, entry: 0 },
    'utf-8',
  ).catch(() => '');
  return head.split('\n').some((line) => lackOf(line) !== undefined);
}

/** Files of one log that was rotated are one source: `maillog`, `maillog.1`, `maillog-20261122.gz`. */
function joined(logs: readonly string[]): string[] {
  const bases = logs.map((file) => file.replace(/[.-]\d[\w-]*(?:\.gz)?$/, ''));
  const isOne = (base: string) => bases.filter((one) => one === base).length === 1;
  return [...new Set(logs.map((file, i) => (isOne(bases[i]!) ? file : `${bases[i]}*`)))];
}

/** What files of mails and logs of mail servers get in unsilo.yaml, and the files that are none. */
export async function scaffoldLogs(
  dir: string,
  files: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly rest: readonly string[] }> {
  const places = new Set(files.flatMap((file) => placeOf(file) ?? []));
  const others = files.filter((file) => placeOf(file) === undefined);
  const logs: string[] = [];
  for (const file of others) if (await isPostfix(dir, file)) logs.push(file);
  return {
    lines: [...[...places].sort().flatMap(mailLines), ...joined(logs).flatMap(postfixLines)],
    rest: others.filter((file) => !logs.includes(file)),
  };
}
