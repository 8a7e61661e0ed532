import type { z } from 'zod';
import { type Problem, SourceError } from '../model/errors.js';
import { isShipped } from '../store/packed-files.js';
import { readYaml } from '../text/yaml.js';

/** A text and what it said. */
interface Read {
  readonly text: string;
  readonly value: unknown;
}

/** What shipped files said, by schema and file: a process that audits several times need not parse them as often. */
const known = new WeakMap<z.ZodType, Map<string, Read>>();

/** Reads a YAML file of a pack against a schema; throws a SourceError with every mistake, each with its line. */
function parseAnew<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const { value, mistakes } = readYaml(text, schema);
  if (mistakes.length === 0) return value as T;
  throw new SourceError(
    mistakes.map(
      ({ row, message, value: found, expected, tips }): Problem => ({
        place: { file, row },
        message,
        ...(found !== undefined && { value: found }),
        ...(expected !== undefined && { expected }),
        ...(tips && { tips }),
      }),
    ),
  );
}

/** The same, remembered for files that came along with unsilo. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  if (!isShipped(file)) return parseAnew(file, text, schema);
  const files = known.get(schema) ?? new Map<string, Read>();
  known.set(schema, files);
  const before = files.get(file);
  if (before?.text === text) return before.value as T;
  const value = parseAnew(file, text, schema);
  files.set(file, { text, value });
  return value;
}
