import { join } from 'node:path';
import { parse } from 'yaml';
import { fieldsOfSchema } from '../../gate/evidence/from-schema.js';
import { suppliesOfHeads } from '../../gate/evidence/heads.js';
import { SourceError } from '../../model/errors.js';
import type { GateSettings } from '../../model/gate-settings.js';
import type { Part, Supply } from '../../model/template.js';
import { readSamples, readSmall } from './read-samples.js';

/** A schema of the settings: file, and behind `#` what it is in there. */
async function readSchema(root: string, message: string, place: string): Promise<Supply> {
  const [file = '', pointer = ''] = place.split(/#(.*)/s);
  const problem = (said: string) =>
    new SourceError([
      { place: { file: 'unsilo.yaml', column: `gate.schemas.${message}` }, message: said, value: place },
    ]);
  const text = await readSmall(join(root, file));
  if (text === undefined) throw problem('the schema cannot be read, or has more than 1 MB');
  let document: unknown;
  try {
    document = /\.ya?ml$/i.test(file) ? parse(text, { maxAliasCount: 100 }) : JSON.parse(text);
  } catch {
    throw problem('the schema is neither JSON nor YAML');
  }
  const fields = fieldsOfSchema(document, pointer);
  if (!fields) throw problem('the pointer leads to no schema');
  return { evidence: 'schema', source: place, fields };
}

/** What schemas, declared names and samples say that messages get, the stronger evidence first. */
export async function readEvidence(
  root: string,
  parts: readonly Part[],
  settings: GateSettings,
): Promise<ReadonlyMap<string, Supply>> {
  const evidence = await readSamples(root, parts, settings);
  for (const [message, supply] of suppliesOfHeads(parts)) evidence.set(message, supply);
  for (const [message, place] of Object.entries(settings.schemas ?? {}))
    evidence.set(message, await readSchema(root, message, place));
  return evidence;
}
