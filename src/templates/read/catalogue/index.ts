import type { TemplateFile } from '../../../model/template.js';
import type { PathRole } from '../path.js';
import type { Catalogue } from './entry.js';
import { readFluent } from './fluent.js';
import { readJson } from './json.js';
import { hasLocaleRoot } from './locales.js';
import { readPhp, readStrings } from './php.js';
import { readPo } from './po.js';
import { readProperties } from './properties.js';
import { readXliff, readXmlStrings } from './xml.js';
import { readYamlTexts } from './yaml.js';

type Reader = (text: string, sourceLocale: string) => Catalogue;

const readers: Readonly<Record<string, Reader>> = {
  json: readJson,
  json5: readJson,
  arb: (text) => {
    const { entries, ...rest } = readJson(text);
    const locale = entries.find(({ path }) => path[0] === '@@locale')?.text;
    const texts = entries.filter(({ path }) => !path[0]!.startsWith('@'));
    return { ...rest, entries: texts, ...(locale !== undefined && { locale }) };
  },
  yml: readYamlTexts,
  yaml: readYamlTexts,
  properties: readProperties,
  ftl: readFluent,
  po: readPo,
  pot: readPo,
  php: readPhp,
  strings: readStrings,
  xlf: readXliff,
  xliff: readXliff,
  xml: readXmlStrings,
  resx: readXmlStrings,
};

/** These are nothing but catalogues. */
const always = new Set(['po', 'pot', 'arb', 'xlf', 'xliff', 'strings', 'ftl']);

const inFolder =
  /(?:^|\/)(?:locales?|lang|langs|languages?|i18n|l10n|translations?|messages|values(?:-[\w-]+)?)(?:\/|$)/i;
const named = /(?:^|[._-])(?:messages?|translations?|strings|locales?|i18n|lang|resources?)(?:[._-]|$)/i;
const settingsFiles =
  /^(?:package(?:-lock)?|tsconfig.*|composer|angular|jsconfig|application(?:-.+)?|bootstrap|log4j2?|logback|gradle|maven|sonar.*|docker-compose.*|\..*|config|settings|webpack.*|manifest|swagger|openapi|asyncapi|unsilo.*)$/i;

/** Whether a file may hold texts by key, told by its place. */
export function mayBeCatalogue(path: string, role: PathRole): boolean {
  const ending = role.endings.at(-1)!;
  if (role.endings.some((one) => always.has(one))) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (settingsFiles.test(name.split('.')[0]!)) return false;
  if (ending === 'xml') return /^strings?\.xml$/.test(name);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return role.locale !== '' || role.channel !== 'unknown' || inFolder.test(folder) || named.test(name);
}

/** Reads a file of many texts, `named` where the settings name it; undefined when it holds something else. */
export function readCatalogue(
  { path, text }: TemplateFile,
  role: PathRole,
  sourceLocale: string,
  named: boolean,
): Catalogue | undefined {
  const ending = role.endings.find((one) => Object.hasOwn(readers, one));
  if (ending === undefined) return undefined;
  const sure = named || mayBeCatalogue(path, role);
  if (!sure && !/^(?:ya?ml|json)$/.test(ending)) return undefined;
  if (
    !sure &&
    !/^\W{0,4}(?:---\s+)?"?[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?"?\s*:/.test(
      text.slice(0, 4000).replace(/^#.*\n/gm, ''),
    )
  )
    return undefined;
  const catalogue = readers[ending]!(text, sourceLocale);
  return sure || hasLocaleRoot(catalogue.entries, role.locale) ? catalogue : undefined;
}
