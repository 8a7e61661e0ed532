import { join } from 'node:path';
import { parse } from 'yaml';
import type { CodeFile } from '../../gate/evidence/code-words.js';
import { fieldsOfCode } from '../../gate/evidence/from-code.js';
import { fieldsOfSchema } from '../../gate/evidence/from-schema.js';
import { suppliesOfHeads } from '../../gate/evidence/heads.js';
import { suppliesOfSenders } from '../../gate/evidence/senders.js';
import { SourceError } from '../../model/errors.js';
import type { GateSettings } from '../../model/gate-settings.js';
import type { SuppliedField, Supply } from '../../model/supply.js';
import type { Part } from '../../model/template.js';
import { compareText } from '../../text/compare.js';
import { readSamples, readSmall } from './read-samples.js';

type Say = (message: string) => SourceError;

/** A JSON Schema, or one inside an OpenAPI or AsyncAPI document. */
function schemaIn(text: string, file: string, pointer: string, say: Say): SuppliedField[] {
  let document: unknown;
  try {
    document = /\.ya?ml$/i.test(file) ? parse(text, { maxAliasCount: 100 }) : JSON.parse(text);
  } catch {
    throw say('the schema is neither JSON nor YAML');
  }
  const fields = fieldsOfSchema(document, pointer);
  if (!fields) throw say('the pointer leads to no schema');
  return fields;
}

/** What settings name for a message: a schema, with a pointer behind `#`, or a file of the sender's code. */
async function readDeclared(root: string, message: string, place: string): Promise<Supply> {
  const [file = '', pointer = ''] = place.split(/#(.*)/s);
  const say: Say = (said) =>
    new SourceError([
      { place: { file: 'unsilo.yaml', column: `gate.schemas.${message}` }, message: said, value: place },
    ]);
  const text = await readSmall(join(root, file));
  if (text === undefined) throw say('the schema cannot be read, or has more than 1 MB');
  if (!/\.(?:json|ya?ml)$/i.test(file))
    return { evidence: 'tags', source: place, fields: fieldsOfCode(text) };
  return { evidence: 'schema', source: place, fields: schemaIn(text, file, pointer, say) };
}

const fits = (name: string, message: string): boolean =>
  name === message || (name.endsWith('*') && message.startsWith(name.slice(0, -1)));

/** What schemas, declared names and samples say that messages get, the stronger evidence first. */
export async function readEvidence(
  root: string,
  parts: readonly Part[],
  settings: GateSettings,
  senders: readonly CodeFile[],
): Promise<ReadonlyMap<string, Supply>> {
  const evidence = await readSamples(root, parts, settings);
  for (const [message, supply] of suppliesOfHeads(parts)) evidence.set(message, supply);
  for (const [message, supply] of suppliesOfSenders(parts, senders))
    if (!evidence.has(message)) evidence.set(message, supply);
  const messages = new Set(parts.map(({ message }) => message));
  const general = Object.entries(settings.schemas ?? {}).sort(
    ([a], [b]) =>
      Number(b.endsWith('*')) - Number(a.endsWith('*')) || a.length - b.length || compareText(a, b),
  );
  for (const [name, place] of general) {
    const supply = await readDeclared(root, name, place);
    for (const message of messages) if (fits(name, message)) evidence.set(message, supply);
  }
  return evidence;
}
