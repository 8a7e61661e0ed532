import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { offsetOf } from './yaml.js';
import { sayIssue } from './yaml-words.js';

type Path = readonly PropertyKey[];

/** A JSON pointer, https://www.rfc-editor.org/rfc/rfc6901. */
export const toPointer = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Something wrong in a document; `row` counts lines from 1. */
export interface DocumentMistake {
  readonly row: number;
  readonly pointer: string;
  readonly message: string;
  readonly value?: string;
}

/** One document of a YAML or JSON text. */
export interface YamlDocument {
  readonly value: unknown;
  readonly rowOf: (path: Path) => number;
}

export interface YamlDocuments {
  readonly documents: readonly YamlDocument[];
  readonly mistakes: readonly DocumentMistake[];
}

const whole = (row: number, message: string): DocumentMistake => ({ row, pointer: '', message });

function toDocument(document: Document, lines: LineCounter): YamlDocument | DocumentMistake {
  const begin = document.contents?.range?.[0] ?? 0;
  const rowOf = (path: Path): number => lines.linePos(offsetOf(document, path) || begin).line;
  const [error] = document.errors;
  if (error)
    return whole(
      lines.linePos(error.pos[0]).line,
      `this is no YAML: ${error.message.split(' at line ')[0]!}`,
    );
  try {
    return { value: document.toJS(), rowOf };
  } catch (refused) {
    // Aliases of nothing, and aliases of aliases that would fill the memory, show only when they are followed.
    return whole(rowOf([]), (refused as Error).message);
  }
}

/** The documents of a YAML text (JSON is one); empty ones are left out. Reading stops at the first that is none. */
export function readDocuments(text: string): YamlDocuments {
  const lines = new LineCounter();
  const read = parseAllDocuments(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    logLevel: 'error',
    stringKeys: true,
  });
  const all = (Array.isArray(read) ? read : []).map((document) => toDocument(document, lines));
  const mistakes = all.filter((one): one is DocumentMistake => 'message' in one);
  const documents = all.filter((one): one is YamlDocument => 'value' in one && one.value != null);
  return { documents, mistakes: mistakes.slice(0, 1) };
}

const shown = (value: unknown): string | undefined =>
  value === undefined || typeof value === 'object' ? undefined : String(value);

/** A value of a document checked against a schema: what it is, or what is wrong with it and where. */
export function checkValue<T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: { readonly rowOf: (path: Path) => number; readonly path: Path },
): { readonly value: T } | { readonly mistakes: readonly DocumentMistake[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  const mistakes = result.error.issues.map((issue) => {
    const path = [...at.path, ...issue.path];
    const raw = issue.path.reduce<unknown>((one, key) => (one as Record<PropertyKey, unknown>)?.[key], value);
    const found = shown(raw);
    const message = `${toPointer(path) || 'the document'}${sayIssue(issue, raw)}`;
    return {
      row: at.rowOf(path),
      pointer: toPointer(path),
      message,
      ...(found !== undefined && { value: found }),
    };
  });
  return { mistakes };
}
