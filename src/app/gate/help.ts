import { parentPort, workerData } from 'node:worker_threads';
import { askInTurn, rulesOn } from '../../gate/ask.js';
import { buildWorld } from '../../gate/build-world.js';
import { createPack } from '../../gate/pack-answers.js';
import { createPast } from '../../gate/since.js';
import { fromBack } from '../../gate/turns.js';
import { readParts } from '../../templates/read/index.js';
import type { Answers, Asking, Reading } from './helper.js';
import { readOwnRules } from './own-rules.js';
import { readCodeOwners } from './read-code-owners.js';

const nextMessage = (): Promise<Asking> => new Promise((resolve) => parentPort!.once('message', resolve));

/** The helper's side: reads the texts, then asks rules from the back until none is left. */
export async function help(): Promise<void> {
  const asked = nextMessage();
  const { files, settings } = workerData as Reading;
  const own = await readOwnRules();
  const parts = readParts(files, settings);
  const { root, rules, past, turns, ...asking } = await asked;
  const codeOwners = await readCodeOwners(root);
  const world = buildWorld({
    ...asking,
    files,
    settings,
    parts,
    lists: own.lists,
    ...(codeOwners && { codeOwners }),
    ...(past && { before: createPast(past) }),
  });
  const held = { rules, gate: settings };
  const answers = askInTurn(rulesOn(own.rules, held), world, held, fromBack(turns));
  const pack = createPack(world);
  const packed: Answers = new Map([...answers].map(([turn, answer]) => [turn, pack(answer)]));
  parentPort!.postMessage(packed);
}
