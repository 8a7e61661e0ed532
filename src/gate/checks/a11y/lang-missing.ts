import type { Element, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import { readersOf } from '../../readers-of.js';
import { attributeOf, behindName, isOpenToEngine } from './elements.js';

/** Helpers that put a text of the reader's language in. */
const translators = new Set([
  't',
  'trans',
  'translate',
  'gettext',
  '_',
  '__',
  'i18n',
  'localize',
  'blocktrans',
]);

const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;

const isTranslated = ({ parsed: { syntax, helpers }, text }: Part): boolean =>
  helpers.some(({ name }) => translators.has(name)) || (syntax === 'thymeleaf' && text.includes('#{'));

/** Languages of those who read it: its own, those of the parts it is put around, and all where it asks a catalogue. */
function languagesFor(part: Part, readers: readonly Part[], all: ReadonlySet<string>): Set<string> {
  if (isTranslated(part)) return new Set(all);
  return new Set([part, ...readers].map(({ locale }) => languageOf(locale)).filter((one) => one !== ''));
}

function hitFor(part: Part, element: Element, languages: ReadonlySet<string>): GateHit | undefined {
  const lang = attributeOf(element, 'lang')?.trim();
  const others = [...languages].filter((language) => language !== languageOf(lang ?? '')).sort();
  const at = { part, span: element.open };
  if (!lang) {
    const known = part.locale !== '' && languages.size === 1;
    const edit = { part, span: behindName(element), text: ` lang="${part.locale}"` };
    return isOpenToEngine(part, element) || lang === ''
      ? undefined
      : { case: 'missing', at, edits: known ? [edit] : [] };
  }
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(lang) || others.length === 0) return undefined;
  const isShared = part.locale === '' || languages.size > 1;
  return { case: isShared ? 'shared' : 'differs', at, args: { lang, languages: others } };
}

/** Documents that do not say their language, or say another one. */
export const langMissing: Check = function* ({ parts }) {
  const all = new Set(parts.map(({ locale }) => languageOf(locale)).filter((one) => one !== ''));
  const readers = readersOf(parts);
  for (const part of parts) {
    const element = part.elements.find(({ name }) => name === 'html' || name === 'mjml');
    const hit = element && hitFor(part, element, languagesFor(part, readers.get(part) ?? [], all));
    if (hit) yield hit;
  }
};
