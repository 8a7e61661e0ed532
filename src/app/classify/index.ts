import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClassifier } from '../../classify/create-classifier.js';
import type { Classifier, ClassifyRules } from '../../classify/types.js';
import type { Classification } from '../../model/delivery.js';
import { UsageError } from '../../model/errors.js';
import { parseTextRules, readClassifyRules } from '../../rules/read-classify-rules.js';
import { ownPacks } from '../own-packs.js';
import { assertReadable, readItems } from './read-input.js';
import type { Classified, ClassifyRequest, Item } from './types.js';

export type { Classified, ClassifyRequest } from './types.js';

async function readOwnRules(file: string) {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError({ message: `cannot read --rules ${file}: ${String((error as Error).message)}` });
  });
  return parseTextRules(file, text, 'own');
}

/** The rules that come along, with the user's before them. */
async function readRules(files: readonly string[]): Promise<ClassifyRules> {
  const own = await Promise.all(files.map(readOwnRules));
  const shipped = await readClassifyRules(join(ownPacks, 'classify'));
  return { ...shipped, texts: () => [...own.flat(), ...shipped.texts()] };
}

/** Below this, words around a text are asked too. */
const unsure = 0.6;

/** A reply that knows no such mailbox says less than words to people that the mailbox is full, closed or guarded. */
const explains = (wider: Classification, found: Classification): boolean =>
  found.reason === 'recipient_unknown' && wider.family === 'mailbox';

function classifyItem({ of, around = '', alone = false }: Item, classify: Classifier): Classification {
  const found = classify(of);
  const isOpen = found.confidence < unsure || (alone && found.reason === 'recipient_unknown');
  if (around === '' || !isOpen) return found;
  const wider = classify({ ...of, text: around });
  return (alone && explains(wider, found)) || wider.confidence > found.confidence ? wider : found;
}

/** Says what became of each line, recipient of a mail or event, in the order of the files, some at a time. */
export async function* classifyFiles(
  request: ClassifyRequest,
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<Classified[]> {
  await assertReadable(request.files);
  const classify = createClassifier(await readRules(request.rules));
  for await (const items of readItems(request.files, request.column, standardInput))
    yield items.map((item) => ({
      input: item.input,
      text: item.of.text,
      found: classifyItem(item, classify),
    }));
}
