import { SourceError, UsageError } from '../model/errors.js';
import type { Deeds, Done } from './port.js';
import type { Seen, TakingBack } from './seen.js';
import type { Form } from './state.js';

/** Does what a filled form says. */
export async function carryOut(deeds: Deeds, { kind, fields, about }: Form): Promise<Done> {
  const [first = '', second = '', third = ''] = fields.map(({ value }) => value.trim());
  if (kind === 'suppress')
    return deeds.suppress({ fingerprints: about, reason: first, expires: second, owner: third });
  return kind === 'assign' ? deeds.assign(about, first) : deeds.export(first, about);
}

/** What a key takes back. */
export function takeBack(deeds: Deeds, kind: TakingBack, { about }: Seen): Promise<Done> {
  return kind === 'undo' ? deeds.undo() : deeds[kind](about);
}

/** An error on one line. */
export function sayError(error: unknown): string {
  if (error instanceof UsageError) {
    const { message, expected } = error.details;
    return `Not done: ${message}${expected === undefined ? '' : `; expected: ${expected}`}`;
  }
  if (error instanceof SourceError) {
    const [first] = error.problems;
    return `Not done: ${first ? `${first.place.file}: ${first.message}` : error.message}`;
  }
  return `Not done: ${error instanceof Error ? error.message : String(error)}`;
}
