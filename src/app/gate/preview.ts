import { readFile } from 'node:fs/promises';
import { buildWorld } from '../../gate/build-world.js';
import { buildPreview } from '../../gate/preview/build.js';
import type { World } from '../../gate/world.js';
import { SourceError, UsageError } from '../../model/errors.js';
import type { Preview } from '../../model/preview.js';
import { readParts } from '../../templates/read/index.js';
import { didYouMean } from '../../text/nearest.js';
import { type LookRequest, readNow } from './look.js';

export interface PreviewRequest extends LookRequest {
  readonly message: string;
  readonly locale?: string;
  /** File of JSON: what the sender hands over. */
  readonly sample?: string;
}

async function readSample(file: string): Promise<Readonly<Record<string, unknown>>> {
  const refuse = (message: string) =>
    new SourceError([{ place: { file }, message, expected: 'an object in JSON' }]);
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('the sample cannot be read');
  });
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    throw refuse('the sample is no JSON');
  }
  throw refuse('the sample is no object');
}

function pick({ messages }: World, { message: named, locale }: PreviewRequest) {
  const known = messages.map(({ id }) => id);
  const found = messages.find(({ id }) => id === named);
  if (!found)
    throw new UsageError({
      message: 'no message is called so',
      value: named,
      tips: [...didYouMean(named, known), `there are ${known.length}: ${known.slice(0, 8).join(', ')}`],
    });
  const locales = [...new Set(found.parts.map((part) => part.locale))].sort();
  if (locale !== undefined && !locales.includes(locale))
    throw new UsageError({
      message: `message ${named} is not there in this locale`,
      value: locale,
      expected: locales.join(', '),
    });
  return found;
}

/** A message as its readers get it, with values of a sample. */
export async function preview(request: PreviewRequest): Promise<Preview> {
  const sample = request.sample === undefined ? {} : await readSample(request.sample);
  const { config, contract, files } = await readNow(request);
  const { settings } = config;
  const parts = readParts(files, settings);
  const world = buildWorld({
    files,
    parts,
    settings,
    ...(contract && { contract: contract.contract }),
    today: request.today,
  });
  return {
    ...buildPreview(pick(world, request), sample, request.locale),
    ...(request.sample !== undefined && { sample: request.sample }),
  };
}
