import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { didYouMean } from './nearest.js';
import { sayIssue } from './yaml-words.js';

type Path = readonly PropertyKey[];

/** One thing wrong in a YAML text; row and position count from 1. */
export interface YamlMistake {
  readonly row: number;
  readonly position: number;
  /** Dotted path of the key, empty for the whole file. */
  readonly key: string;
  readonly message: string;
  readonly value?: string;
  readonly expected?: string;
  readonly tips?: readonly string[];
}

/** A YAML text read against a schema: the value or the mistakes, and where each path stands. */
export interface YamlText<T> {
  readonly value?: T;
  readonly mistakes: readonly YamlMistake[];
  readonly locate: (path: Path) => { row: number; position: number };
}

interface JsonSchema {
  readonly properties?: Record<string, JsonSchema>;
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const step = (schema: JsonSchema, key: PropertyKey): JsonSchema[] =>
  [schema, ...(schema.anyOf ?? [])].flatMap((one) => {
    const next =
      typeof key === 'number' ? one.items : (one.properties?.[String(key)] ?? one.additionalProperties);
    return next ? [next] : [];
  });

/** Keys that may stand at a path of what the schema describes. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at = [z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema];
  for (const key of path) at = at.flatMap((one) => step(one, key));
  return at.flatMap((one) => [one, ...(one.anyOf ?? [])]).flatMap((one) => Object.keys(one.properties ?? {}));
}

type Ranged = { range?: [number, number, number] | null } | null | undefined;

/** The key of a pair where there is one, else the value, else the nearest thing above. */
export function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = String(path[length - 1]);
    const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === key) : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as Ranged;
    if (node?.range) return node.range[0];
  }
  return 0;
}

type Issue = z.core.$ZodIssue;

/** Mistakes that issues are told as: of unknown keys each is one. */
const mistakesIn = (issues: readonly Issue[]): number =>
  issues.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 1), 0);

/** Issues of a union are those of the alternative that fits the value's shape, and most of its keys. */
function flatten(issue: Issue, value: (path: Path) => unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const isObject = typeof value(issue.path) === 'object';
  const [branch] = issue.errors
    .filter((errors) => !isObject || errors.some((one) => one.path.length > 0 || one.code !== 'invalid_type'))
    .sort((a, b) => (isObject ? mistakesIn(a) - mistakesIn(b) : 0));
  return (branch ?? issue.errors[0]!).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

const shown = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'object' ? JSON.stringify(value) : String(value);

const plainYaml = 'few aliases (`*name`), each after its anchor (`&name`)';

/** Aliases of nothing, and aliases of aliases that would fill the memory, show only when they are followed. */
function toValue(document: Document): { raw?: unknown; refused?: string } {
  try {
    return { raw: document.toJS() };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

/** First line of YAML that `.config/build.mjs` wrote as JSON, which takes a tenth of the time to read. */
const jsonMark = '# JSON, written by the build\n';

/** What the build wrote, if it fits. */
function readJson<T>(text: string, schema: z.ZodType<T>): T | undefined {
  if (!text.startsWith(jsonMark)) return undefined;
  try {
    return schema.safeParse(JSON.parse(text.slice(jsonMark.length))).data;
  } catch {
    return undefined;
  }
}

/** Reads YAML against a schema and gathers every mistake with its place. */
export function readYaml<T>(text: string, schema: z.ZodType<T>): YamlText<T> {
  const written = readJson(text, schema);
  if (written !== undefined) return { value: written, mistakes: [], locate: () => ({ row: 1, position: 1 }) };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', stringKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { row: line, position: col };
  };
  const locate = (path: Path) => place(offsetOf(document, path));
  if (document.errors.length > 0)
    return {
      locate,
      mistakes: document.errors.slice(0, 1).map((error) => ({
        ...place(error.pos[0]),
        key: '',
        message: `this is no YAML: ${error.message.split(' at line ')[0]!}`,
        tips: ['what follows the first mistake cannot be told before it is mended'],
      })),
    };
  const { raw, refused } = toValue(document);
  if (refused !== undefined)
    return { locate, mistakes: [{ row: 1, position: 1, key: '', message: refused, expected: plainYaml }] };
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, mistakes: [], locate };
  const valueAt = (path: Path): unknown =>
    path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], raw);
  const mistakes = result.error.issues
    .flatMap((issue) => flatten(issue, valueAt))
    .flatMap((issue) => mistakesOf(issue, schema, locate, valueAt(issue.path)))
    .sort((a, b) => a.row - b.row || a.position - b.position);
  return { mistakes, locate };
}

function mistakesOf(
  issue: Issue,
  schema: z.ZodType,
  locate: YamlText<unknown>['locate'],
  raw: unknown,
): YamlMistake[] {
  const value = shown(raw);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const known = keysAt(schema, issue.path);
      const tips = didYouMean(key, known);
      return {
        ...locate(path),
        key: path.join('.'),
        message: `unknown key '${path.join('.')}'`,
        value: key,
        expected: `one of ${known.join(', ')}`,
        ...(tips.length > 0 && { tips }),
      };
    });
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const tips = value === undefined ? [] : didYouMean(value, options);
  return [
    {
      ...locate(issue.path),
      key: issue.path.join('.'),
      message: `${issue.path.join('.') || 'the file'}${sayIssue(issue, raw)}`,
      ...(value !== undefined && { value }),
      ...(options.length > 0 && { expected: `one of ${options.join(', ')}` }),
      ...(tips.length > 0 && { tips }),
    },
  ];
}
