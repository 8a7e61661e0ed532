import type { Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { fold } from '../../lists/fold.js';
import { readable } from '../../world.js';

const name = /pre-?header|preview-?text/i;
const hides = /display\s*:\s*none|max-height\s*:\s*0|font-size\s*:\s*[01]px/i;

/** Whether something is written for the line that mail clients show behind the subject. */
const hasPreheader = ({ elements }: Part): boolean =>
  elements.some(
    ({ name: tag, attributes }) =>
      tag === 'mj-preview' ||
      name.test(`${attributes.get('class')?.value ?? ''} ${attributes.get('id')?.value ?? ''}`) ||
      (tag !== 'img' && hides.test(attributes.get('style')?.value ?? '')),
  );

const isWhole = ({ elements }: Part): boolean =>
  elements.some(({ name: tag }) => tag === 'body' || tag === 'mj-body');

const textOf = ({ prose }: Part): string => fold(prose.text).text.trim();

/** HTML mail without a preheader, or whose preheader says the subject again. */
export const preheader: Check = function* ({ messages }) {
  for (const message of messages) {
    const parts = readable(message).filter(({ channel }) => channel === 'email');
    const own = parts.filter(({ name: part }) => part === 'preheader');
    for (const part of own) {
      const same = parts.find(
        (other) => other.name === 'subject' && other.locale === part.locale && textOf(other) === textOf(part),
      );
      if (same && textOf(part) !== '') yield { case: 'repeats', at: { part }, others: [{ part: same }] };
    }
    for (const part of parts) {
      if (part.name !== 'html' || own.some(({ locale }) => locale === part.locale)) continue;
      const all = [part, ...part.included];
      if (all.some(isWhole) && !all.some(hasPreheader)) yield { case: 'none', at: { part } };
    }
  }
};
