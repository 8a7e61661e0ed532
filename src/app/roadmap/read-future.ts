import { type Future, futureSchema } from '../../model/edit.js';
import { SourceError } from '../../model/errors.js';
import { readYaml } from '../../text/yaml.js';

/** Reads `future.yaml`. Throws a SourceError with every mistake, each with its line. */
export function parseFuture(file: string, text: string): Future {
  const { value, mistakes } = readYaml(text, futureSchema);
  if (value) return value;
  throw new SourceError(
    mistakes.map(({ row, message, value: found, expected, tips }) => ({
      place: { file, row },
      message,
      ...(found !== undefined && { value: found }),
      ...(expected !== undefined && { expected }),
      ...(tips && { tips }),
    })),
  );
}
