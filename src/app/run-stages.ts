import { join } from 'node:path';
import { type AsOf, readAsOf } from '../facts/as-of.js';
import { loadReasonCodes } from '../facts/delivery/reasons.js';
import { computeFacts } from '../facts/index.js';
import type { Config } from '../model/config.js';
import type { Policy } from '../model/policy.js';
import type { Input } from '../model/report.js';
import type { Rule } from '../model/rule.js';
import { type Evaluated, evaluateRules } from '../rules/evaluate.js';
import { readPacks, readPolicy } from '../rules/read-packs.js';
import { readTable } from '../rules/read-tables.js';
import { loadEcosystem } from '../sources/index.js';
import { assertUniqueIds } from '../sources/unique-ids.js';
import { openStore } from '../store/duckdb.js';
import type { Store } from '../store/store.js';
import { ownPacks } from './packs.js';

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
export interface Run extends Evaluated {
  readonly store: Store;
  readonly config: Config;
  readonly inputs: readonly Input[];
  readonly asOf: AsOf;
  readonly rules: readonly Rule[];
  readonly policy: Policy;
}

/** The stages up to the rules' answers, in order. */
async function runStages(store: Store, request: RunRequest, announce: Announce): Promise<Run> {
  announce('reading the sources');
  const { config, inputs } = await loadEcosystem(store, request.dir, {
    onProgress: ({ file }) => announce('reading the sources', file),
    ...(request.storeDir !== undefined && { storeDir: request.storeDir }),
  });
  await assertUniqueIds(store);
  const rules = await readPacks(ownPacks);
  const policy = await readPolicy(ownPacks);
  await loadReasonCodes(store, await readTable(ownPacks, 'delivery', 'reason-codes'));
  announce('computing facts');
  const asOf = await readAsOf(store, config, request.asOf);
  await computeFacts(store, { config, asOf: asOf.time });
  announce('asking the rules');
  const evaluated = await evaluateRules(store, rules, config);
  return { store, config, inputs, asOf, rules, policy, ...evaluated };
}

const temporaryOf = ({ dir, storeDir }: RunRequest): string =>
  join(storeDir ?? join(dir, '.unsilo'), `spill-${process.pid}`);

/** Opens a store, runs the stages, hands the run to `use`, and closes the store whatever happens. */
export async function withRun<T>(
  request: RunRequest,
  announce: Announce,
  use: (run: Run) => Promise<T>,
): Promise<T> {
  const { memoryLimit } = request;
  const store = await openStore({
    temporary: temporaryOf(request),
    ...(memoryLimit !== undefined && { memoryLimit }),
  });
  try {
    return await use(await runStages(store, request, announce));
  } finally {
    store.close();
  }
}
