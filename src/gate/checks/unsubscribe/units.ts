import type { Part } from '../../../model/template.js';
import { type Message, readable } from '../../world.js';

/** What one reader gets as one text: a file, or the entries of a catalogue that make one message in one locale. */
export interface Unit {
  readonly kind: string;
  readonly locale: string;
  readonly parts: readonly [Part, ...Part[]];
}

const isBody = ({ channel, name }: Part): boolean =>
  channel === 'email' && !['subject', 'preheader', 'title'].includes(name);

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
  return units;
}
