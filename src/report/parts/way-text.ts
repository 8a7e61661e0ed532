import { renderSeconds } from '../../text/numbers.js';
import type { Hop, HopState, Way } from './way.js';

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
  const notes = [...new Set(way.map((hop) => hop.note).filter((note) => note !== ''))];
  const tail = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${[first.from.id, ...steps].join(' ')}${tail}`;
}

const verbs: Readonly<Record<HopState, string>> = {
  carried: 'passes it on to',
  broken: 'does not pass it on to',
  slow: 'passes it on late to',
  altered: 'does not give it unchanged to',
};

/** What a step does, around the name of the receiver: `passes it on to` X ` within 6 h.` */
export function hopWords(hop: Hop): { verb: string; rest: string } {
  const within =
    hop.latency === null || hop.state === 'broken' ? '' : ` within ${renderSeconds(hop.latency)}`;
  const note = hop.note === '' ? '' : `: ${hop.note}`;
  return { verb: verbs[hop.state], rest: `${within}${note}.` };
}

/** The way in sentences, for readers who do not see the drawing. */
export function waySentences(way: Way): string {
  const sentences = way.map((hop) => {
    const { verb, rest } = hopWords(hop);
    return `${hop.from.name} ${verb} ${hop.to.name}${rest}`;
  });
  return sentences.join(' ');
}
