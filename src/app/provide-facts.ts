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
  openPast,
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

/** Announces the facts, and each step of theirs. */
function announceFacts(announce: Announce): OnStep {
  announce('computing facts');
  return (step, read) => announce('computing facts', step, read);
}

/** Loads what was found and computes its facts. */
async function computeAll(
  store: Store,
  from: FactInputs,
  { folder, watch, announce }: Loading,
): Promise<FactBase> {
  const { config, inputs } = await loadFound(store, from.found, folder, watch);
  await assertUniqueIds(store);
  return computeBase(store, config, inputs, { ...from, onStep: announceFacts(announce) });
}

/** Computes the facts of a future, over what a run without it kept where there is one. They are not kept. */
async function computeFuture(store: Store, from: FactInputs, loading: Loading): Promise<FactBase> {
  const place = await placeOfFacts(store, from, loading.folder);
  const past = place === undefined ? undefined : await openPast(store, place);
  if (past === undefined) return computeAll(store, from, loading);
  const onStep = announceFacts(loading.announce);
  return computeBase(store, from.found.text.config, past.inputs, { ...from, past, onStep });
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
  const today = {
    found,
    classify,
    regimes,
    reportWords,
    ...(request.asOf !== undefined && { asOf: request.asOf }),
  };
  const watch = new LoadWatch(found.files, (file) => announce(reading, file, watch.read));
  announce(reading, 'looking through the files', watch.read);
  if (request.future) {
    const base = await computeFuture(
      store,
      { ...today, future: request.future },
      { folder, watch, announce },
    );
    await assertGoals(store, found);
    return { base, keeping: Promise.resolve() };
  }
  const place = await placeOfFacts(store, today, folder);
  const kept = place === undefined ? undefined : await openBase(store, place);
  const base = kept ?? (await computeAll(store, today, { folder, watch, announce }));
  await assertGoals(store, found);
  const isNew = place !== undefined && kept === undefined;
  const keeping = isNew
    ? withFork(store, (fork) => keepBase(fork, base, place)).then(noteFacts)
    : Promise.resolve();
  return { base, keeping: keeping.then(() => sweepStore(folder)) };
}
