import { readDocuments, type YamlDocument } from '../../text/yaml-documents.js';
import { assertNoMistakes } from './mistakes.js';
import type { ImportText } from './types.js';

/** A file and its documents. */
export interface Opened {
  readonly file: string;
  readonly documents: readonly YamlDocument[];
}

/** Reads YAML or JSON files. Throws a SourceError naming every file that is neither, or says nothing. */
export function openDocuments(texts: readonly ImportText[], expected: string): Opened[] {
  const read = texts.map(({ file, text }) => ({ file, ...readDocuments(text) }));
  assertNoMistakes(
    read.flatMap(({ file, documents, mistakes }) => {
      if (mistakes.length > 0) return mistakes.map((one) => ({ file, expected, ...one }));
      return documents.length > 0 ? [] : [{ file, row: 1, pointer: '', message: 'it is empty', expected }];
    }),
  );
  return read.map(({ file, documents }) => ({ file, documents }));
}
