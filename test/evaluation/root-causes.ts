import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { execa } from 'execa';

/**
 * Asks `unsilo why` for the causes of labelled cases and holds them against the truth. Usage:
 * `npm run evaluate:root-causes -- DATA_FOLDER [kinds]`, with `root-cause/<kind>/{*.csv,truth.csv}` in it; the table's
 * counts are `errors, sends, errors_prev, sends_prev`. A pattern also counts where its rows, weighted by sends, are the
 * true ones at a Jaccard index of 0.95.
 */
type Row = Readonly<Record<string, string>>;
interface Answer {
  readonly causes: readonly { readonly pattern: Readonly<Record<string, string>> }[];
  readonly timings: { readonly search_ms: number };
}

const unsilo = join(import.meta.dirname, '../../bin/unsilo.js');
const counts =
  '--errors errors --total sends --previous-errors errors_prev --previous-total sends_prev'.split(' ');

const nameOf = (pattern: Readonly<Record<string, string>>): string =>
  Object.entries(pattern)
    .map(([attribute, value]) => `${attribute}=${value}`)
    .sort()
    .join('&');

const isIn = (row: Row, name: string): boolean =>
  name.split('&').every((condition) => {
    const [attribute = '', value = ''] = condition.split('=');
    return row[attribute] === value;
  });

/** Share of sends that two patterns have in common, of those that either has. */
function jaccard(rows: readonly Row[], a: string, b: string): number {
  let [both, either] = [0, 0];
  for (const row of rows) {
    const [inA, inB] = [isIn(row, a), isIn(row, b)];
    if (inA && inB) both += Number(row.sends);
    if (inA || inB) either += Number(row.sends);
  }
  return either === 0 ? 0 : both / either;
}

interface Tally {
  hits: number;
  found: number;
  wanted: number;
}

/** Pairs each pattern found with one true pattern at most. */
function score(
  tally: Tally,
  found: readonly string[],
  wanted: readonly string[],
  same: (a: string, b: string) => boolean,
) {
  const open = [...wanted];
  for (const name of found) {
    const place = open.findIndex((other) => same(name, other));
    if (place >= 0) open.splice(place, 1);
  }
  tally.hits += wanted.length - open.length;
  tally.found += found.length;
  tally.wanted += wanted.length;
}

const f1 = ({ hits, found, wanted }: Tally): string =>
  found + wanted === 0 ? 'no cause, none found' : ((2 * hits) / (found + wanted)).toFixed(3);

async function evaluateKind(folder: string, kind: string): Promise<void> {
  const truth = new Map(
    (parse(await readFile(join(folder, 'truth.csv')), { columns: true }) as Row[]).map((row) => [
      row.case ?? '',
      (row.truth ?? '').split(';').filter((name) => name !== ''),
    ]),
  );
  const exact: Tally = { hits: 0, found: 0, wanted: 0 };
  const alike: Tally = { hits: 0, found: 0, wanted: 0 };
  let slowest = 0;
  for (const file of (await readdir(folder)).filter((name) => truth.has(name.replace(/\.csv$/, ''))).sort()) {
    const wanted = truth.get(file.replace(/\.csv$/, ''))!;
    const path = join(folder, file);
    const { stdout } = await execa('node', [unsilo, 'why', path, ...counts, '--quiet', '--format', 'json']);
    const { causes, timings } = JSON.parse(stdout) as Answer;
    const found = causes.map(({ pattern }) => nameOf(pattern));
    const rows = parse(await readFile(path), { columns: true }) as Row[];
    score(exact, found, wanted, (a, b) => a === b);
    score(alike, found, wanted, (a, b) => jaccard(rows, a, b) >= 0.95);
    slowest = Math.max(slowest, timings.search_ms);
  }
  const { found, wanted } = exact;
  process.stdout.write(
    `${kind}: ${wanted} causes, ${found} found; F1 exact ${f1(exact)}, by rows ${f1(alike)}; slowest search ${slowest} ms\n`,
  );
}

const [data = '', kinds = 'c0,c1,c2,c3,rs'] = process.argv.slice(2);
const folder = join(data, 'root-cause');
if (data === '' || !existsSync(folder)) {
  process.stderr.write('no data: name a folder with root-cause/<kind>/truth.csv; nothing was evaluated\n');
  process.exitCode = 2;
} else for (const kind of kinds.split(',')) await evaluateKind(join(folder, kind), kind);
