import { join } from 'node:path';
import type { Config } from '../model/config.js';
import type { Policy } from '../model/policy.js';
import type { Rule } from '../model/rule.js';
import { withoutRules } from '../rules/check-config.js';
import { type Evaluated, evaluateRules } from '../rules/evaluate.js';
import { readPacks, readPolicy } from '../rules/read-packs.js';
import { templateRuleIds } from '../rules/read-template-rules.js';
import { type Found, findEcosystem } from '../sources/index.js';
import { processTag } from '../sources/leftovers.js';
import { sizeOf } from '../sources/read-store.js';
import { openStore, type StoreOptions } from '../store/duckdb.js';
import { engineShare, explainExhausted, isExhausted, usualMemoryLimit } from '../store/limits.js';
import { settleAll } from '../store/side-by-side.js';
import { notePassing } from '../store/stopping.js';
import type { Store } from '../store/store.js';
import { compareText } from '../text/compare.js';
import { underPolicy } from './choice-settings.js';
import type { FactBase } from './fact-base.js';
import { ownPacks } from './own-packs.js';
import { type Provided, provideFacts } from './provide-facts.js';
import { type Announce, type RunRequest, reading, storeOf } from './run-request.js';
import { askPackFacts, readUsersRules } from './users-packs.js';

export type { Announce, RunRequest } from './run-request.js';

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

/** The stages up to the rules' answers, in order; packs are read while the engine loads, facts kept while rules ask. */
async function runStages(store: Store, request: RunRequest, found: Found, announce: Announce): Promise<Run> {
  const { config } = found.text;
  const providing = provideFacts(store, request, found, announce);
  const packs = readAllPacks(request.dir, config);
  // Whatever else fails, the store must not be closed while it is being written.
  const kept = providing.then(({ keeping }) => keeping).catch(() => undefined);
  try {
    return await askRules(store, request, config, { providing, packs, announce });
  } finally {
    await kept;
  }
}

interface Underway {
  readonly providing: Promise<Provided>;
  readonly packs: ReturnType<typeof readAllPacks>;
  readonly announce: Announce;
}

/** Asks the rules once facts and packs are there. */
async function askRules(
  store: Store,
  request: RunRequest,
  config: Config,
  { providing, packs, announce }: Underway,
): Promise<Run> {
  await settleAll<unknown>([providing, packs]);
  const [{ base, keeping }, { rules, policy }] = [await providing, await packs];
  // Facts of users' packs seal the engine, and nothing is written after that.
  if (rules.some(({ foreign }) => foreign)) await keeping;
  announce('asking the rules');
  const answers = await askPackFacts(store, rules, config, storeOf(request));
  const own = withoutRules(config, await templateRuleIds(ownPacks));
  const evaluating = evaluateRules(store, rules, own, answers, (read) =>
    announce('asking the rules', `${rules.length} rules`, read),
  );
  await settleAll<unknown>([evaluating, keeping]);
  return { store, config, rules, policy, ...base, ...(await evaluating) };
}

let opened = 0;
/** Runs of one process can stand side by side, each with a folder of its own. */
const temporaryOf = (request: RunRequest): string =>
  join(storeOf(request), 'store', `spill-${processTag}.${++opened}`);

/** Bytes up to which a second thread of a statement, and packing what is kept, take longer than they spare. */
const small = 64 * 2 ** 20;
const frugal = { threads: 1, unpacked: true } as const;
/** Bytes up to which looking for good plans takes longer than asking by bad ones; joins grow faster than what they join. */
const [tiny, few] = [256 * 2 ** 10, 24 * 2 ** 20];

/** Logs are packed to a tenth or a fifth of their size, but what is packed may be far larger than it looks. */
const usuallyPacked = 10;
const isPlain = ({ path }: { readonly path: string }): boolean =>
  /\.(csv|tsv|txt|json|jsonl|ndjson)$/i.test(path);

/** How to open a store for sources of this size. */
async function suited({ files }: Found): Promise<StoreOptions> {
  const sizes = await Promise.all(files.map(({ path }) => sizeOf(path)));
  const total = (all: readonly number[]): number => all.reduce((sum, size) => sum + size, 0);
  if (total(sizes) > small) return {};
  const unpacked = total(sizes.map((size, i) => (isPlain(files[i]!) ? size : size * usuallyPacked)));
  if (unpacked > few) return frugal;
  return { ...frugal, planning: unpacked <= tiny && files.every(isPlain) ? 'none' : 'brief' };
}

/** Opens a store, hands it with what was found to `use`, and closes it whatever happens. */
export async function withStore<T>(
  request: RunRequest,
  announce: Announce,
  use: (store: Store, found: Found) => Promise<T>,
): Promise<T> {
  const { memoryLimit = usualMemoryLimit() } = request;
  announce(reading);
  const found = underPolicy(await findEcosystem(request.dir), request.policy);
  const temporary = temporaryOf(request);
  const forget = notePassing(temporary);
  const store = await openStore({
    temporary,
    memoryLimit: engineShare(memoryLimit),
    ...(await suited(found)),
  });
  try {
    return await use(store, found);
  } catch (error) {
    throw isExhausted(error) ? explainExhausted(error, memoryLimit, storeOf(request)) : error;
  } finally {
    store.close();
    forget();
  }
}

/** Runs the stages in a store of their own and hands the run to `use`. */
export const withRun = <T>(
  request: RunRequest,
  announce: Announce,
  use: (run: Run) => Promise<T>,
): Promise<T> =>
  withStore(request, announce, async (store, found) => use(await runStages(store, request, found, announce)));
