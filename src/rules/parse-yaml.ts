import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Problem, SourceError } from '../model/errors.js';
import { didYouMean } from '../text/nearest.js';

type Document = ReturnType<typeof parseDocument>;
type Path = readonly PropertyKey[];
type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema;
  items?: JsonSchema;
};

/** Keys that may stand at a path of what the schema describes. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: JsonSchema | undefined = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  for (const step of path)
    at = typeof step === 'number' ? at?.items : (at?.properties?.[String(step)] ?? at?.additionalProperties);
  return Object.keys(at?.properties ?? {});
}

/** Line of the nearest thing that exists on the way to `path`. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

const shown = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Reads YAML against a schema; throws a SourceError with every mistake of the file, each with its line. */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (row: number, details: Omit<Problem, 'place'>): Problem => ({
    place: { file, row },
    ...details,
  });
  if (document.errors.length > 0)
    throw new SourceError(
      document.errors.map((error) =>
        at(error.linePos?.[0].line ?? 1, { message: error.message.split('\n')[0]! }),
      ),
    );
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        at(lineOf(document, lines, [...issue.path, key]), {
          message: `unknown key '${[...issue.path, key].join('.')}'`,
          tips: didYouMean(key, keysAt(schema, issue.path)),
        }),
      );
    const value = shown(issue.path.length > 0 ? document.getIn(issue.path) : undefined);
    const message = `${issue.path.join('.') || 'the file'}: ${issue.message}`;
    return [at(lineOf(document, lines, issue.path), { message, ...(value !== undefined && { value }) })];
  });
  throw new SourceError(problems.sort((a, b) => a.place.row! - b.place.row!));
}
