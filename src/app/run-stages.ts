import { join } from 'node:path';
import type { Config } from '../model/config.js';
import type { FutureEdits } from '../model/edit.js';
import type { PolicyName } from '../model/enums.js';
import type { Policy } from '../model/policy.js';
import type { Rule } from '../model/rule.js';
import { withoutRules } from '../rules/check-config.js';
import { type Evaluated, evaluateRules } from '../rules/evaluate.js';
import { readClassifyFiles, textFolders } from '../rules/read-classify-rules.js';
import { readPacks, readPolicy } from '../rules/read-packs.js';
import { readRegimes } from '../rules/read-regimes.js';
import { readReportWords } from '../rules/read-report-words.js';
import { templateRuleIds } from '../rules/read-template-rules.js';
import { type Found, findEcosystem, loadFound } from '../sources/index.js';
import { processTag } from '../sources/leftovers.js';
import { openStoreFolder, sizeOf, sweepStore } from '../sources/read-store.js';
import { assertUniqueIds } from '../sources/unique-ids.js';
import { openStore } from '../store/duckdb.js';
import { engineShare, explainExhausted, isExhausted, usualMemoryLimit } from '../store/limits.js';
import { settleAll, withFork } from '../store/side-by-side.js';
import type { Store } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { assertRegimes, underPolicy } from './choice-settings.js';
import {
  computeBase,
  type FactBase,
  type FactInputs,
  keepBase,
  openBase,
  placeOfFacts,
} from './fact-base.js';
import { ownPacks } from './own-packs.js';
import { assertGoals } from './scorecard/assert-goals.js';
import { askPackFacts, readUsersRules } from './users-packs.js';

/** What every use that needs facts is asked. */
export interface RunRequest {
  /** Folder of unsilo.yaml. */
  readonly dir: string;
  /** RFC 3339 in UTC. */
  readonly asOf?: string;
  readonly storeDir?: string;
  readonly memoryLimit?: string;
  /** Instead of what unsilo.yaml names. */
  readonly policy?: PolicyName;
  /** Changes of the inventory: the run is then about the ecosystem with them. */
  readonly future?: FutureEdits;
}

/** Says which stage begins, and what it is at. */
export type Announce = (stage: string, detail?: string) => void;

/** A run after its facts and rules; the store still holds them. */
export interface Run extends Evaluated, FactBase {
  readonly store: Store;
  readonly config: Config;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
}

/** Rules of the packs that come along and of the ecosystem's own; harm policy and tables. */
async function readAllPacks(dir: string, config: Config) {
  const own = await readPacks(ownPacks);
  const policy = await readPolicy(ownPacks);
  const users = await readUsersRules(dir, config, own, policy);
  return { rules: [...own, ...users].sort((a, b) => compareText(a.id, b.id)), policy };
}

/** Loads what was found and computes its facts. */
async function computeAll(
  store: Store,
  from: FactInputs,
  folder: string,
  announce: Announce,
): Promise<FactBase> {
  const { config, inputs } = await loadFound(store, from.found, folder, ({ file }) =>
    announce('reading the sources', file),
  );
  await assertUniqueIds(store);
  announce('computing facts');
  return computeBase(store, config, inputs, from);
}

interface Provided {
  readonly base: FactBase;
  /** Settles when what later runs take up is written. */
  readonly keeping: Promise<void>;
}

/** The facts, from an earlier run over the same sources if there was one. */
export async function provideFacts(
  store: Store,
  request: RunRequest,
  found: Found,
  announce: Announce,
): Promise<Provided> {
  const folder = await openStoreFolder(storeOf(request));
  const classify = await readClassifyFiles(
    join(ownPacks, 'classify'),
    textFolders(request.dir, found.text.config),
  );
  const regimes = await readRegimes(ownPacks);
  assertRegimes(found, regimes);
  const reportWords = await readReportWords(ownPacks);
  const from = {
    found,
    classify,
    regimes,
    reportWords,
    ...(request.asOf !== undefined && { asOf: request.asOf }),
    ...(request.future && { future: request.future }),
  };
  const place = await placeOfFacts(store, from, folder);
  const kept = place === undefined ? undefined : await openBase(store, place);
  const base = kept ?? (await computeAll(store, from, folder, announce));
  await assertGoals(store, found);
  const isNew = place !== undefined && kept === undefined;
  const keeping = isNew ? withFork(store, (fork) => keepBase(fork, base, place)) : Promise.resolve();
  return { base, keeping: keeping.then(() => sweepStore(folder)) };
}

/** The stages up to the rules' answers, in order; packs are read while the engine loads, facts kept while rules ask. */
async function runStages(store: Store, request: RunRequest, found: Found, announce: Announce): Promise<Run> {
  const { config } = found.text;
  const providing = provideFacts(store, request, found, announce);
  const reading = readAllPacks(request.dir, config);
  // Whatever else fails, the store must not be closed while it is being written.
  const kept = providing.then(({ keeping }) => keeping).catch(() => undefined);
  try {
    return await askRules(store, request, config, { providing, reading, announce });
  } finally {
    await kept;
  }
}

interface Underway {
  readonly providing: Promise<Provided>;
  readonly reading: ReturnType<typeof readAllPacks>;
  readonly announce: Announce;
}

/** Asks the rules once facts and packs are there. */
async function askRules(
  store: Store,
  request: RunRequest,
  config: Config,
  { providing, reading, announce }: Underway,
): Promise<Run> {
  await settleAll<unknown>([providing, reading]);
  const [{ base, keeping }, { rules, policy }] = [await providing, await reading];
  // Facts of users' packs seal the engine, and nothing is written after that.
  if (rules.some(({ foreign }) => foreign)) await keeping;
  announce('asking the rules');
  const answers = await askPackFacts(store, rules, config, storeOf(request));
  const own = withoutRules(config, await templateRuleIds(ownPacks));
  const evaluating = evaluateRules(store, rules, own, answers);
  await settleAll<unknown>([evaluating, keeping]);
  return { store, config, rules, policy, ...base, ...(await evaluating) };
}

const storeOf = ({ dir, storeDir }: RunRequest): string => storeDir ?? join(dir, '.unsilo');
const temporaryOf = (request: RunRequest): string => join(storeOf(request), 'store', `spill-${processTag}`);

/** Bytes up to which a second thread of a statement, and packing what is kept, take longer than they spare. */
const small = 64 * 2 ** 20;
const frugal = { threads: 1, unpacked: true } as const;

const isSmall = async ({ files }: Found): Promise<boolean> => {
  const sizes = await Promise.all(files.map(({ path }) => sizeOf(path)));
  return sizes.reduce((sum, size) => sum + size, 0) <= small;
};

/** Opens a store, hands it with what was found to `use`, and closes it whatever happens. */
export async function withStore<T>(
  request: RunRequest,
  announce: Announce,
  use: (store: Store, found: Found) => Promise<T>,
): Promise<T> {
  const { memoryLimit = usualMemoryLimit() } = request;
  announce('reading the sources');
  const found = underPolicy(await findEcosystem(request.dir), request.policy);
  const store = await openStore({
    temporary: temporaryOf(request),
    memoryLimit: engineShare(memoryLimit),
    ...((await isSmall(found)) && frugal),
  });
  try {
    return await use(store, found);
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, storeOf(request)) : error;
  } finally {
    store.close();
  }
}

/** Runs the stages in a store of their own and hands the run to `use`. */
export const withRun = <T>(
  request: RunRequest,
  announce: Announce,
  use: (run: Run) => Promise<T>,
): Promise<T> =>
  withStore(request, announce, async (store, found) => use(await runStages(store, request, found, announce)));
