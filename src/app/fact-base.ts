import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type AsOf, readAsOf } from '../facts/as-of.js';
import { readCoverage } from '../facts/coverage.js';
import { dropSpent, isPast } from '../facts/drop-spent.js';
import { computeFacts } from '../facts/index.js';
import { type GraceInForce, graceInForce } from '../facts/preferences/grace/in-force.js';
import type { OnStep } from '../facts/steps.js';
import type { Config } from '../model/config.js';
import type { FutureEdits } from '../model/edit.js';
import type { Input } from '../model/manifest.js';
import type { Regimes } from '../model/regimes.js';
import type { ReportWords } from '../model/report-words.js';
import type { ClassifyFiles } from '../rules/read-classify-rules.js';
import type { Found } from '../sources/index.js';
import { readBuild } from '../sources/read-build.js';
import { readFacts } from '../sources/read-bytes.js';
import { exists, makeFile, markUsed } from '../sources/read-store.js';
import { engineVersion, keepRelations, openKept } from '../store/keep.js';
import type { Store } from '../store/store.js';

/** What is known before any rule is asked, beside the relations in the store. */
export interface FactBase {
  readonly inputs: readonly Input[];
  readonly asOf: AsOf;
  readonly coverage: Awaited<ReturnType<typeof readCoverage>>;
  /** By whose word senders have time to honour an opt-out. */
  readonly grace: readonly GraceInForce[];
}

/** What facts are computed from. */
export interface FactInputs {
  readonly found: Found;
  /** RFC 3339 in UTC, when the user set it. */
  readonly asOf?: string;
  readonly classify: ClassifyFiles;
  readonly regimes: Regimes;
  readonly reportWords: { readonly text: string; readonly parse: () => ReportWords };
  /** Changes of the inventory under which the facts are to be computed. */
  readonly future?: FutureEdits;
  /** What an earlier run kept of the ecosystem without them, taken up by `openPast`. */
  readonly past?: Past;
  readonly onStep?: OnStep;
}

/** Files hashed at the same time; a folder may have thousands. */
const atOnce = 16;

/** Name, size and hash of every file; undefined where one cannot be read, which loading tells. */
async function contentsOf({ files }: Found): Promise<unknown[] | undefined> {
  const contents: unknown[] = [];
  try {
    for (let next = 0; next < files.length; next += atOnce) {
      const some = files.slice(next, next + atOnce);
      const facts = await Promise.all(some.map(readFacts));
      contents.push(...facts.map(({ sha256, bytes }, i) => [some[i]!.file, bytes, sha256]));
    }
    return contents;
  } catch {
    return undefined;
  }
}

/** Settings that facts depend on; what only rules and judgement read is left out. */
function settingsOf({
  name,
  rules,
  require,
  due,
  assigned,
  escalation,
  packs,
  limits,
  domains,
  gate,
  goals,
  ...rest
}: Config): Partial<Config> {
  return rest;
}

/**
 * Where the facts of these sources, settings, time, tables, engine and build are kept, without any future. Undefined where unsilo runs from
 * its sources, and where loading is going to fail.
 */
export async function placeOfFacts(
  store: Store,
  { found, asOf = '', classify, regimes, reportWords }: FactInputs,
  folder: string,
): Promise<string | undefined> {
  const build = await readBuild();
  const contents = found.problems.length > 0 ? undefined : await contentsOf(found);
  if (build === undefined || contents === undefined) return undefined;
  const parts = [
    settingsOf(found.text.config),
    contents,
    asOf,
    classify.text,
    regimes,
    reportWords.text,
    build,
    await engineVersion(store),
  ];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return join(folder, `facts-${key}.duckdb`);
}

/** Computes every `fact_` relation over loaded sources. */
export async function computeBase(
  store: Store,
  config: Config,
  inputs: readonly Input[],
  {
    asOf: stated,
    regimes,
    reportWords,
    classify,
    future,
    past,
    onStep,
  }: Pick<FactInputs, 'asOf' | 'regimes' | 'reportWords' | 'classify' | 'future' | 'past' | 'onStep'>,
): Promise<FactBase> {
  const asOf = past?.asOf ?? (await readAsOf(store, config, stated));
  await computeFacts(store, {
    config,
    asOf: asOf.time,
    regimes,
    reportWords: reportWords.parse,
    classifyRules: classify.parse,
    ...(onStep && { onStep }),
    ...(future && { future }),
    hasPast: past !== undefined,
  });
  const coverage = await readCoverage(store, asOf.time);
  await dropSpent(store);
  return { inputs, asOf, coverage, grace: graceInForce(config, regimes) };
}

/** Keeps all relations for later runs over the same sources. */
export async function keepBase(store: Store, base: FactBase, path: string): Promise<void> {
  await store.run('CREATE TABLE work_fact_base (text VARCHAR)');
  await store.insert('work_fact_base', ['text'], [[JSON.stringify(base)]]);
  await makeFile(path, (temporary) => keepRelations(store, temporary));
}

/** What a future takes up of the ecosystem without it, beside relations. */
export type Past = Pick<FactBase, 'inputs' | 'asOf'>;

const statedIn = 'work_fact_base';

async function openFrom(
  store: Store,
  path: string,
  isWanted?: (name: string) => boolean,
): Promise<FactBase | undefined> {
  if (!(await exists(path))) return undefined;
  const used = await openKept(store, path, exists, isWanted);
  if (used === undefined) return undefined;
  await Promise.all(used.map(markUsed));
  const [row] = await store.all<{ text: string }>(`SELECT text FROM ${statedIn}`);
  return JSON.parse(row!.text) as FactBase;
}

/** Takes up what an earlier run kept: no source is read. Undefined where there is nothing. */
export const openBase = (store: Store, path: string): Promise<FactBase | undefined> => openFrom(store, path);

/** Takes up what a future has in common with the ecosystem an earlier run kept. Undefined where there is nothing. */
export const openPast = (store: Store, path: string): Promise<Past | undefined> =>
  openFrom(store, path, (name) => isPast(name) || name === statedIn);
