/** What unsilo.yaml is made of. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

const isPlain = (text: string): boolean =>
  /^[A-Za-z][\w ./-]*$/.test(text) && !/^(y|n|yes|no|true|false|on|off|null)$/i.test(text);
const scalar = (value: string | number | boolean): string =>
  typeof value !== 'string' ? String(value) : isPlain(value) ? value.trimEnd() : JSON.stringify(value);

const isList = (value: Yaml): value is readonly Yaml[] => Array.isArray(value);

/** Small mappings without nesting fit on one line. */
function flow(value: Yaml): string | undefined {
  if (typeof value !== 'object') return scalar(value);
  const parts = isList(value)
    ? value.map(flow)
    : Object.entries(value).map(([key, item]) => {
        const text = flow(item);
        return text === undefined ? undefined : `${scalar(key)}: ${text}`;
      });
  if (parts.includes(undefined)) return undefined;
  const text = isList(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  return text.length <= 90 ? text : undefined;
}

function lines(value: Yaml, depth: number): string[] {
  const pad = '  '.repeat(depth);
  if (typeof value !== 'object') return [`${pad}${scalar(value)}`];
  if (isList(value))
    return value.flatMap((item) => {
      const [first, ...rest] = lines(item, depth + 1);
      return [`${pad}- ${first!.trimStart()}`, ...rest];
    });
  return Object.entries(value).flatMap(([key, item]) => {
    const short = typeof item === 'object' && depth === 0 ? undefined : flow(item);
    return short === undefined
      ? [`${pad}${scalar(key)}:`, ...lines(item, depth + 1)]
      : [`${pad}${scalar(key)}: ${short}`];
  });
}

/** A YAML document, block style, short values in one line. */
export const renderYaml = (value: Yaml): string => `${lines(value, 0).join('\n')}\n`;
