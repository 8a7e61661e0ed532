import type { Part } from '../../../model/template.js';
import { withoutPlural } from '../../variants/groups.js';
import { type Message, readable } from '../../world.js';

/** What one reader gets as one text: a file, or the entries of a catalogue that make one message in one locale. */
export interface Unit {
  readonly kind: string;
  readonly locale: string;
  readonly parts: readonly [Part, ...Part[]];
}

const isBody = ({ channel, name }: Part): boolean =>
  channel === 'email' && !['subject', 'preheader', 'title'].includes(name);

/** The HTML and the text of one record of an export are two texts, the entries of a catalogue are one. */
function split(unit: Unit): Unit[] {
  const names = new Set(unit.parts.map(({ name }) => name));
  const isPair = unit.parts.length === 2 && names.has('html') && names.has('text');
  if (unit.kind !== 'catalogue' || !isPair) return [unit];
  return unit.parts.map((part) => ({ ...unit, kind: `catalogue ${part.name}`, parts: [part] }));
}

/** Whether it is a single entry that texts put in by its key: what it says nothing of may stand around it. */
export const isPiece = ({ parts: [{ key, name, message }] }: Unit): boolean =>
  key !== '' && name === 'other' && message.endsWith(withoutPlural(key));

/** E-mail bodies of a message. */
export function mailUnits(message: Message): Unit[] {
  const units: Unit[] = [];
  const catalogues = new Map<string, Part[]>();
  for (const part of readable(message).filter(isBody)) {
    const key = JSON.stringify([part.file.path, part.locale]);
    const own = catalogues.get(key);
    if (part.key === '') units.push({ kind: part.name, locale: part.locale, parts: [part] });
    else if (own) own.push(part);
    else {
      const parts: [Part] = [part];
      catalogues.set(key, parts);
      units.push({ kind: 'catalogue', locale: part.locale, parts });
    }
  }
  return units.flatMap(split);
}
