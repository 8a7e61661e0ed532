import type { Part } from '../../model/template.js';
import { languageOf } from '../../templates/facts/locales.js';

/** Numbers a form is for, as Symfony and Laravel write them: `{0}`, `{1}`, `[2,*]`, `]1,Inf]`. */
const interval =
  /^\s*(?:\{\s*-?\d+(?:\s*,\s*-?\d+)*\s*\}|[[\]]\s*(?:-?\d+|-Inf)\s*,\s*(?:-?\d+|\*|\+?Inf)\s*[[\]])/i;
const ofNone = /^\s*(?:\{\s*0\s*\}|\[\s*0\s*\])/;
/** Numbers that no language has a form for of their own: such texts tell few from a lot. */
const ofMany = /^\s*[[\]]\s*(?:[3-9]|\d{2,})\b/;
const counts = /(?:^|[._])(?:count|n|num|number|total|minutes?|hours?|days?|weeks?|months?|items?)$/i;

/** Beginnings of the words of a form. */
const beginnings = (form: string): Set<string> =>
  new Set((form.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 4)));

/** Forms of one text for numbers, `one mail|%count% mails`; none where the strokes part something else. */
export function barredForms({ key, text, parsed }: Part): string[] {
  const forms = text.split('|');
  if (key === '' || forms.length < 2 || forms.some((form) => form.trim() === '')) return [];
  if (forms.some((form) => ofMany.test(form))) return [];
  const counted = forms.filter((form) => !ofNone.test(form));
  if (forms.some((form) => interval.test(form))) return counted;
  const last = text.lastIndexOf('|');
  const known = beginnings(forms.at(-2)!);
  const isSame = [...beginnings(forms.at(-1)!)].some((word) => known.has(word));
  return isSame && parsed.uses.some(({ name, start }) => start > last && counts.test(name)) ? counted : [];
}

const most = 4;

/** How many forms the engines that read such texts have for a language that needs more than two; none for others. */
export function barredNeeded(locale: string, needed: readonly string[]): number {
  const isKnown = needed.includes('few') && (needed.length <= most || languageOf(locale) === 'ar');
  return isKnown ? needed.length : 0;
}
