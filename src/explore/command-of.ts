import { readAddress } from './sheet.js';
import { type State, shown } from './state.js';
import type { World } from './world.js';

const safe = /^[\w@%+=:,./-]+$/u;

/** A word of a command as a POSIX shell takes it. */
const quote = (word: string): string => (safe.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function exploring(state: State, source: string): string[] {
  const { address } = shown(state);
  return [
    'explore',
    source,
    ...(address === 'findings' ? [] : ['--open', address]),
    ...(state.query === '' ? [] : ['--filter', state.query]),
    ...(state.sort === 'harm' ? [] : ['--sort', state.sort]),
    ...(state.grouped ? ['--by-cause'] : []),
  ];
}

/** The command that shows what a page shows, by itself where there is one, else in the explorer. */
export function commandOf({ port }: World, state: State): string {
  const { source, answers } = port;
  const { kind, id } = readAddress(shown(state).address);
  const own: Readonly<Record<string, readonly string[]>> = {
    persons: ['affected', id, source],
    errors: ['triage', source],
    error: ['triage', 'show', id, source],
    customer: ['preferences', 'trace', id, source],
    initiatives: ['roadmap', source],
  };
  const words = (answers && id !== '' && own[kind]) || exploring(state, source);
  return ['unsilo', ...words].map(quote).join(' ');
}
