import { checkValue, toPointer } from '../../../text/yaml-documents.js';
import { assertNoMistakes, type Mistake } from '../mistakes.js';
import { openDocuments } from '../open.js';
import type { At, ImportText } from '../types.js';
import { fullRef } from './ref.js';
import { type Entity, entitySchema } from './schema.js';

/** An entity of a catalog, its full reference, and where its parts stand. */
export interface Placed {
  readonly file: string;
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly entity: Entity;
  readonly at: (...path: PropertyKey[]) => At;
}

const expected = 'a Backstage entity: apiVersion, kind, metadata.name, spec';

/** Reads catalog files. Throws a SourceError with everything malformed in any of them. */
export function readCatalog(texts: readonly ImportText[]): Placed[] {
  const mistakes: Mistake[] = [];
  const placed = openDocuments(texts, expected).flatMap(({ file, documents }) =>
    documents.flatMap(({ value, rowOf }): Placed[] => {
      const read = checkValue(entitySchema, value, { rowOf, path: [] });
      if ('mistakes' in read) {
        mistakes.push(...read.mistakes.map((one) => ({ file, expected, ...one })));
        return [];
      }
      const { metadata, kind } = read.value;
      const namespace = (metadata.namespace ?? 'default').toLowerCase();
      const ref = fullRef(metadata.name, { kind, namespace });
      const at = (...path: PropertyKey[]): At => ({ row: rowOf(path), pointer: toPointer(path) });
      return [{ file, ref, kind: kind.toLowerCase(), namespace, entity: read.value, at }];
    }),
  );
  assertNoMistakes(mistakes);
  return placed;
}
