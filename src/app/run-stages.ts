import { join } from 'node:path';
import { loadReasonCodes, type ReasonCode } from '../facts/delivery/reasons.js';
import type { Config } from '../model/config.js';
import type { Policy } from '../model/policy.js';
import type { Input } from '../model/report.js';
import type { Rule } from '../model/rule.js';
import { type Evaluated, evaluateRules } from '../rules/evaluate.js';
import { readPacks, readPolicy } from '../rules/read-packs.js';
import { readTable } from '../rules/read-tables.js';
import { type Loaded, loadEcosystem } from '../sources/index.js';
import { readConfig } from '../sources/read-config.js';
import { sweepStore } from '../sources/read-store.js';
import { assertUniqueIds } from '../sources/unique-ids.js';
import { openStore } from '../store/duckdb.js';
import { explainExhausted, isExhausted, usualMemoryLimit } from '../store/limits.js';
import { settleAll } from '../store/side-by-side.js';
import type { Store } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { type FactBase, provideFacts } from './fact-base.js';
import { ownPacks } from './packs.js';
import { askPackFacts, readUsersRules } from './users-packs.js';

/** What every use that needs facts is asked. */
export interface RunRequest {
  /** Folder of unsilo.yaml. */
  readonly dir: string;
  /** RFC 3339 in UTC. */
  readonly asOf?: string;
  readonly storeDir?: string;
  readonly memoryLimit?: string;
}

/** Says which stage begins, and what it is at. */
export type Announce = (stage: string, detail?: string) => void;

/** A run after its facts and rules; the store still holds them. */
export interface Run extends Evaluated, FactBase {
  readonly store: Store;
  readonly config: Config;
  readonly inputs: readonly Input[];
  readonly rules: readonly Rule[];
  readonly policy: Policy;
}

const load = (store: Store, { dir, storeDir }: RunRequest, announce: Announce): Promise<Loaded> =>
  loadEcosystem(store, dir, {
    onProgress: ({ file }) => announce('reading the sources', file),
    ...(storeDir !== undefined && { storeDir }),
  });

/** What is wrong with unsilo.yaml, loading tells. */
const packsOf = (dir: string): Promise<Pick<Config, 'packs'>> =>
  readConfig(dir).then(
    ({ config }) => config,
    () => ({ packs: [] }),
  );

/** Rules of the packs that come along and of the ecosystem's own; harm policy and tables. */
async function readAllPacks(dir: string) {
  const own = await readPacks(ownPacks);
  const policy = await readPolicy(ownPacks);
  const users = await readUsersRules(dir, await packsOf(dir), own, policy);
  return {
    rules: [...own, ...users].sort((a, b) => compareText(a.id, b.id)),
    policy,
    reasonCodes: await readTable<keyof ReasonCode>(ownPacks, 'delivery', 'reason-codes'),
  };
}

/** The stages up to the rules' answers, in order; packs are read while the engine loads. */
async function runStages(store: Store, request: RunRequest, announce: Announce): Promise<Run> {
  announce('reading the sources');
  const loading = load(store, request, announce);
  const reading = readAllPacks(request.dir);
  await settleAll<unknown>([loading, reading]);
  const loaded = await loading;
  const { config, inputs, folder } = loaded;
  const { rules, policy, reasonCodes } = await reading;
  await assertUniqueIds(store);
  await loadReasonCodes(store, reasonCodes);
  announce('computing facts');
  const stated = request.asOf !== undefined && { asOf: request.asOf };
  const base = await provideFacts(store, { ...loaded, tables: reasonCodes, ...stated }, folder);
  announce('asking the rules');
  const answers = await askPackFacts(store, rules, config, storeOf(request));
  const evaluated = await evaluateRules(store, rules, config, answers);
  await sweepStore(folder);
  return { store, config, inputs, rules, policy, ...base, ...evaluated };
}

const storeOf = ({ dir, storeDir }: RunRequest): string => storeDir ?? join(dir, '.unsilo');
const temporaryOf = (request: RunRequest): string => join(storeOf(request), `spill-${process.pid}`);

/** Opens a store, runs the stages, hands the run to `use`, and closes the store whatever happens. */
export async function withRun<T>(
  request: RunRequest,
  announce: Announce,
  use: (run: Run) => Promise<T>,
): Promise<T> {
  const { memoryLimit = usualMemoryLimit() } = request;
  const store = await openStore({ temporary: temporaryOf(request), memoryLimit });
  try {
    return await use(await runStages(store, request, announce));
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, storeOf(request)) : error;
  } finally {
    store.close();
  }
}
