import type { z } from 'zod';
import { checkValue, toPointer, type YamlDocument } from '../../../text/yaml-documents.js';
import { assertNoMistakes, type Mistake } from '../mistakes.js';
import { type Opened, openDocuments } from '../open.js';
import type { At, ImportText } from '../types.js';
import {
  datasetSchema,
  type FidesDataset,
  type FidesSystem,
  manifestSchema,
  systemSchema,
} from './schema.js';

/** A resource of a manifest and where its parts stand. */
export interface Resource<T> {
  readonly file: string;
  readonly value: T;
  readonly at: (...path: PropertyKey[]) => At;
}

/** The resources of all manifests. */
export interface Manifests {
  readonly systems: readonly Resource<FidesSystem>[];
  readonly datasets: readonly Resource<FidesDataset>[];
  /** Resources that say nothing of systems and flows. */
  readonly others: readonly {
    readonly file: string;
    readonly kind: string;
    readonly key: string;
    readonly at: At;
  }[];
}

const expected = 'a Fides manifest: lists of resources such as `system` and `dataset`';

interface Item {
  readonly file: string;
  readonly document: YamlDocument;
  readonly path: readonly PropertyKey[];
  readonly kind: string;
  readonly value: unknown;
}

function itemsOf({ file, documents }: Opened, mistakes: Mistake[]): Item[] {
  return documents.flatMap((document) => {
    const { rowOf } = document;
    const read = checkValue(manifestSchema, document.value, { rowOf, path: [] });
    if ('mistakes' in read) {
      mistakes.push(...read.mistakes.map((one) => ({ file, expected, ...one })));
      return [];
    }
    return Object.entries(read.value).flatMap(([kind, list]) => {
      if (Array.isArray(list))
        return list.map((value, i) => ({ file, document, path: [kind, i], kind, value }));
      const pointer = toPointer([kind]);
      mistakes.push({ file, row: rowOf([kind]), pointer, message: `${pointer} is no list`, expected });
      return [];
    });
  });
}

const place =
  ({ document, path }: Item) =>
  (...below: PropertyKey[]): At => ({
    row: document.rowOf([...path, ...below]),
    pointer: toPointer([...path, ...below]),
  });

function resources<T>(
  items: readonly Item[],
  kind: string,
  schema: z.ZodType<T>,
  mistakes: Mistake[],
): Resource<T>[] {
  return items
    .filter((item) => item.kind === kind)
    .flatMap((item) => {
      const read = checkValue(schema, item.value, { rowOf: item.document.rowOf, path: item.path });
      if ('value' in read) return [{ file: item.file, value: read.value, at: place(item) }];
      mistakes.push(...read.mistakes.map((one) => ({ file: item.file, ...one })));
      return [];
    });
}

const keyOf = (value: unknown): string =>
  String((value as { fides_key?: unknown } | null)?.fides_key ?? 'without a key');

/** Reads Fides manifests. Throws a SourceError with everything malformed in any of them. */
export function readManifests(texts: readonly ImportText[]): Manifests {
  const mistakes: Mistake[] = [];
  const items = openDocuments(texts, expected).flatMap((opened) => itemsOf(opened, mistakes));
  const systems = resources(items, 'system', systemSchema, mistakes);
  const datasets = resources(items, 'dataset', datasetSchema, mistakes);
  assertNoMistakes(mistakes);
  const others = items.filter(({ kind }) => kind !== 'system' && kind !== 'dataset');
  return {
    systems,
    datasets,
    others: others.map((item) => ({
      file: item.file,
      kind: item.kind,
      key: keyOf(item.value),
      at: place(item)(),
    })),
  };
}
