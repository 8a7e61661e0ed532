import type { Part } from '../../model/template.js';
import { type Difference, type LostField, lostField, type Spread } from './difference.js';
import { type Fields, fieldsOf, isShown } from './fields.js';

/** Forms of one thing or none, and of two where a language has a form for that, which may leave out how many there are. */
const few = /[._](?:zero|one|two|[01])$/;
/** Arabic numbers its forms none, one, two, few, many, other. */
const fewInArabic = /[._][012]$/;
/** Names of what is counted, as far as they tell. */
const counted =
  /(?:^|[._])(?:count|counter|n|num|number|total|size|length|quantity|amount|minutes?|hours?|days?|weeks?|months?|years?|nights?|items?)$/i;

const named = (fields: Fields, name: string): boolean =>
  fields.has(name) || [...fields.values()].flat().some(({ use }) => use.alternatives?.includes(name));

/** Whether a form may do without a field: one that counts, where there is one or none, and what no reader acts upon. */
const isFree = ({ key, locale }: Part, name: string, kind: LostField['kind']): boolean =>
  (few.test(key) || (/^ar\b/.test(locale) && fewInArabic.test(key))) &&
  (counted.test(name) || !/^(?:link|code|date|amount)$/.test(kind));

/** What single forms of a plural lack that every form of the reference has, and the text as a whole has too. */
export function formDifferences(difference: Difference, spread: Spread): Difference[] {
  const { parts, reference, isForeign } = difference;
  if (isForeign || parts.length < 2 || reference.length < 2) return [];
  const expected = reference.map((part) => fieldsOf([part]));
  const all = fieldsOf(reference);
  const own = fieldsOf(parts);
  const everywhere = [...all].filter(
    ([name, uses]) => isShown(uses) && named(own, name) && expected.every((fields) => named(fields, name)),
  );
  return parts.flatMap((part): Difference[] => {
    if (part.text.trim() === '') return [];
    const fields = fieldsOf([part]);
    const lost = everywhere
      .filter(([name]) => !named(fields, name))
      .map(([name, elsewhere]) => lostField(name, elsewhere, spread))
      .filter(({ name, kind }) => !isFree(part, name, kind));
    return lost.length > 0 ? [{ ...difference, parts: [part], lost, extra: [], repeated: [] }] : [];
  });
}
