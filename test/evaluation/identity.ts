import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { execa } from 'execa';
import { type Book, nameFigures } from '../linkage/names/figures.js';
import type { Half } from '../linkage/names/read-names.js';
import { type Scores, scoreGroups, scorePairs, scoreRecords } from './scores.js';
import { writeWorlds } from './worlds.js';

/**
 * Links every set of a folder and holds the result against the truth, which the program never sees. A set is
 * `NAME-truth.csv` (`record_id,person`) beside `NAME.csv`, or beside several `NAME-*.csv` that are linked with each
 * other. Usage: `npm run evaluate:identity -- DATA_FOLDER [options of unsilo link]`; `made:SEED` instead of a folder takes
 * made worlds. Names across scripts are always measured, also without the entries of the list of known names they stand in.
 */
const bin = new URL('../../bin/unsilo.js', import.meta.url).pathname;
const truthEnd = '-truth.csv';

interface DataSet {
  readonly name: string;
  readonly truth: string;
  readonly files: readonly string[];
}

function findSets(folder: string): DataSet[] {
  const all = existsSync(folder) ? readdirSync(folder).sort() : [];
  return all
    .filter((file) => file.endsWith(truthEnd))
    .map((truth) => {
      const name = truth.slice(0, -truthEnd.length);
      const isPart = (file: string): boolean =>
        /\.(csv|parquet|jsonl|xlsx)$/.test(file) &&
        (file.startsWith(`${name}.`) || file.startsWith(`${name}-`));
      const files = all.filter((file) => file !== truth && isPart(file));
      return { name, truth: join(folder, truth), files: files.map((file) => join(folder, file)) };
    });
}

const readRows = (file: string): string[][] =>
  (parse(readFileSync(file, 'utf8'), { bom: true, trim: true }) as string[][]).slice(1);

const shown = ({ precision, recall, f1 }: Scores): string =>
  [f1, precision, recall].map((value) => value.toFixed(4)).join(' ');

async function evaluate({ name, truth: file, files }: DataSet, options: readonly string[]): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'unsilo-identity-'));
  const [out, links] = [join(dir, 'crosswalk.csv'), join(dir, 'links.csv')];
  const args = ['link', ...files, ...options, '--out', out, '--links', links, '--format', 'json', '--quiet'];
  const { stdout } = await execa('node', [bin, ...args]);
  const { estimated } = JSON.parse(stdout) as { estimated: Record<string, number | null> };
  const truth = new Map(readRows(file).map(([record, person]) => [record!, person!]));
  const found = new Map(readRows(out).map(([record, person]) => [record!, person!]));
  const pairs = readRows(links).map(([a, b]): [string, string] => [a!, b!]);
  const scores = [scorePairs(truth, pairs), scoreGroups(truth, found), scoreRecords(truth, found)];
  const guess = ['precision', 'recall'].map((part) => estimated[part]?.toFixed(4) ?? '–').join(' ');
  return [name.padEnd(20), ...scores.map(shown), guess].join('   ');
}

function describeNames(half: Half, book: Book): string {
  const { same, different, blocking, recall, precision } = nameFigures(half, book);
  const figures = [precision, recall, blocking].map((share) => share.toFixed(4)).join(' ');
  return (
    `names, ${half}, ${book}:`.padEnd(30) +
    `${figures}   ${same} pairs of one name, ${different} of different ones`
  );
}

/** The folder, or one with made worlds. */
function dataOf(asked: string): string {
  const [, seed] = /^made:(\d+)$/.exec(asked) ?? [];
  if (seed === undefined) return asked;
  const folder = mkdtempSync(join(tmpdir(), 'unsilo-worlds-'));
  writeWorlds(folder, Number(seed));
  return folder;
}

console.log('names across scripts          precision, recall, recall as blocking');
for (const half of ['seen', 'measured', 'fresh', 'unseen'] as const)
  for (const book of ['listed', 'struck out'] as const) console.log(describeNames(half, book));

const [asked = '', ...options] = process.argv.slice(2);
const data = dataOf(asked);
const sets = [data, join(data, 'identity')].flatMap(findSets).filter(({ files }) => files.length > 0);
if (sets.length === 0) {
  console.error(`no data in '${data}': give the folder that holds NAME-truth.csv beside NAME.csv`);
  process.exitCode = 2;
} else {
  console.log(
    'set                    pairs: F1, precision, recall   clusters                 B-cubed                  estimated',
  );
  for (const set of sets) console.log(await evaluate(set, options));
}
