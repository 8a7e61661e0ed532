import type { ImportFormat } from '../../model/enums.js';
import { readDocuments } from '../../text/yaml-documents.js';

type Document = Readonly<Record<string, unknown>>;
const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && key in value;

const isFides = (one: Document): boolean =>
  [one.system, one.dataset].some(
    (list) => Array.isArray(list) && list.some((item) => has(item, 'fides_key')),
  );

/** Signs that no other document has, by format. */
const signs: readonly (readonly [ImportFormat, (one: Document) => boolean])[] = [
  ['asyncapi', (one) => 'asyncapi' in one && has(one.info, 'title')],
  ['backstage', ({ apiVersion }) => typeof apiVersion === 'string' && apiVersion.startsWith('backstage.io/')],
  ['fides', isFides],
];

/** The tool whose inventory a text of YAML, JSON or XML is, if any. */
export function recogniseImport(text: string): ImportFormat | undefined {
  if (/^\s*</.test(text))
    return text.includes('http://www.opengroup.org/xsd/archimate') ? 'archimate' : undefined;
  const { documents } = readDocuments(text);
  const objects = documents.flatMap(({ value }) => (typeof value === 'object' ? [value as Document] : []));
  return signs.find(([, fits]) => objects.some(fits))?.[0];
}
