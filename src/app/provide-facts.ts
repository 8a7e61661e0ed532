import { join } from 'node:path';
import type { OnStep } from '../facts/steps.js';
import { readClassifyFiles, textFolders } from '../rules/read-classify-rules.js';
import { readRegimes } from '../rules/read-regimes.js';
import { readReportWords } from '../rules/read-report-words.js';
import { type Found, loadFound } from '../sources/index.js';
import { LoadWatch } from '../sources/read-headway.js';
import { openStoreFolder, sweepStore } from '../sources/read-store.js';
import { assertUniqueIds } from '../sources/unique-ids.js';
import { withFork } from '../store/side-by-side.js';
import { noteKept } from '../store/stopping.js';
import type { Store } from '../store/store.js';
import { assertRegimes } from './choice-settings.js';
import {
  computeBase,
  type FactBase,
  type FactInputs,
  keepBase,
  openBase,
  placeOfFacts,
} from './fact-base.js';
import { ownPacks } from './own-packs.js';
import { type Announce, type RunRequest, reading, storeOf } from './run-request.js';
import { assertGoals } from './scorecard/assert-goals.js';

interface Loading {
  readonly folder: string;
  readonly watch: LoadWatch;
  readonly announce: Announce;
}

/** Loads what was found and computes its facts. */
async function computeAll(
  store: Store,
  from: FactInputs,
  { folder, watch, announce }: Loading,
): Promise<FactBase> {
  const { config, inputs } = await loadFound(store, from.found, folder, watch);
  await assertUniqueIds(store);
  announce('computing facts');
  const onStep: OnStep = (step, read) => announce('computing facts', step, read);
  return computeBase(store, config, inputs, { ...from, onStep });
}

export interface Provided {
  readonly base: FactBase;
  /** Settles when what later runs take up is written. */
  readonly keeping: Promise<void>;
}

const noteFacts = (): void => noteKept('facts are computed');

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
  const watch = new LoadWatch(found.files, (file) => announce(reading, file, watch.read));
  announce(reading, 'looking through the files', watch.read);
  const place = await placeOfFacts(store, from, folder);
  const kept = place === undefined ? undefined : await openBase(store, place);
  const base = kept ?? (await computeAll(store, from, { folder, watch, announce }));
  await assertGoals(store, found);
  const isNew = place !== undefined && kept === undefined;
  const keeping = isNew
    ? withFork(store, (fork) => keepBase(fork, base, place)).then(noteFacts)
    : Promise.resolve();
  return { base, keeping: keeping.then(() => sweepStore(folder)) };
}
