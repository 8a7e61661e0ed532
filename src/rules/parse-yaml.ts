import type { z } from 'zod';
import { type Problem, SourceError } from '../model/errors.js';
import { readYaml } from '../text/yaml.js';

/** Reads a YAML file of a pack against a schema; throws a SourceError with every mistake, each with its line. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
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
