import { renderSeconds } from '../../text/numbers.js';
import type { HopState, Way } from './way.js';

const arrows: Readonly<Record<HopState, string>> = {
  carried: '─▶',
  broken: '─✗',
  slow: '─…▶',
  altered: '─≠▶',
};

/** `cards ─▶ crm ─✗ mortgage (no flow)`; empty without a way. */
export function wayStrip(way: Way): string {
  const [first] = way;
  if (first === undefined) return '';
  const steps = way.map((hop) => `${arrows[hop.state]} ${hop.to.id}`);
  const notes = way.filter((hop) => hop.note !== '').map((hop) => hop.note);
  const tail = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${[first.from.id, ...steps].join(' ')}${tail}`;
}

const verbs: Readonly<Record<HopState, string>> = {
  carried: 'passes it on to',
  broken: 'does not pass it on to',
  slow: 'passes it on late to',
  altered: 'does not give it unchanged to',
};

/** The way in sentences, for readers who do not see the drawing. */
export function waySentences(way: Way): string {
  const sentences = way.map((hop) => {
    const within = hop.latency === null ? '' : ` within ${renderSeconds(hop.latency)}`;
    const note = hop.note === '' ? '' : `: ${hop.note}`;
    return `${hop.from.name} ${verbs[hop.state]} ${hop.to.name}${within}${note}.`;
  });
  return sentences.join(' ');
}
