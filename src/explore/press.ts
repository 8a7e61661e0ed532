import { type Cause, causes } from '../model/enums.js';
import { sortKeys } from './findings/listing.js';
import { type Facet, parseQuery, renderQuery, toggle } from './findings/query.js';
import { formFor, pressInForm } from './forms.js';
import type { Pressed, Seen, TakingBack } from './seen.js';
import { type Address, readAddress } from './sheet.js';
import { back, moveTo, open, type State, shown, start, tabs } from './state.js';

const only = (state: State): Pressed => ({ state });

/** How far a key moves the cursor; undefined where it does not move it. */
function step(key: string, { length, fits }: Seen): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    up: -1,
    k: -1,
    down: 1,
    j: 1,
    pageup: -fits,
    'ctrl-b': -fits,
    'ctrl-u': -Math.ceil(fits / 2),
    pagedown: fits,
    'ctrl-f': fits,
    'ctrl-d': Math.ceil(fits / 2),
    home: -length,
    g: -length,
    end: length,
    G: length,
  };
  return steps[key];
}

function fold(state: State, id: string): State {
  const cause = causes.find((one) => one === id) ?? null;
  const closed = new Set<Cause | null>(state.closed);
  if (!closed.delete(cause)) closed.add(cause);
  return { ...state, closed };
}

/** What Enter on a line does. */
function follow(state: State, target: Address): State {
  const { kind, id } = readAddress(target);
  if (kind === 'cause') return fold(state, id);
  if (kind === 'findings') return { ...open(state, 'findings'), query: id };
  if (kind !== 'toggle') return open(state, target);
  const { kind: facet, id: value } = readAddress(id);
  return { ...state, query: renderQuery(toggle(parseQuery(state.query), facet as Facet, value)) };
}

function nextTab(state: State, by: number): State {
  const { kind } = readAddress(shown(state).address);
  const at = tabs.findIndex(([address]) => address === kind);
  const [address] = tabs[(Math.max(at, 0) + by + tabs.length) % tabs.length]!;
  return start(state, address);
}

const nextSort = (state: State): State => {
  const sort = sortKeys[(sortKeys.indexOf(state.sort) + 1) % sortKeys.length]!;
  return { ...moveTo(state, 0), sort };
};

const say = (state: State, note: string): State => ({ ...state, note });

type Handler = (state: State, seen: Seen) => Pressed;

const leads: Handler = (state, { target }) => only(target === undefined ? state : follow(state, target));
const returns: Handler = (state) => only(back(state));
const asks =
  (kind: 'filter' | 'suppress' | 'assign' | 'export' | 'customer'): Handler =>
  (state, seen) =>
    only(formFor(state, kind, seen));

const takesBack =
  (kind: TakingBack): Handler =>
  (state, { about }) =>
    kind !== 'undo' && about.length === 0
      ? only(say(state, 'Pick a finding first, or mark some with Space.'))
      : { state, effect: { kind } };

const handlers: Readonly<Record<string, Handler>> = {
  enter: leads,
  right: leads,
  l: leads,
  escape: returns,
  left: returns,
  h: returns,
  q: (state) => ({ state, effect: { kind: 'quit' } }),
  'ctrl-c': (state) => ({ state, effect: { kind: 'quit' } }),
  '?': (state) => only(shown(state).address === 'help' ? back(state) : open(state, 'help')),
  tab: (state) => only(nextTab(state, 1)),
  backtab: (state) => only(nextTab(state, -1)),
  '/': asks('filter'),
  x: asks('suppress'),
  o: asks('assign'),
  e: asks('export'),
  t: asks('customer'),
  X: takesBack('withdraw'),
  O: takesBack('release'),
  u: takesBack('undo'),
  f: (state) => only(open(state, 'filters')),
  m: (state) => only(shown(state).address === 'marks' ? back(state) : open(state, 'marks')),
  s: (state) => only(nextSort(state)),
  b: (state) => only({ ...moveTo(state, 0), grouped: !state.grouped }),
  backspace: (state) => only({ ...moveTo(state, 0), query: '' }),
  y: (state) => ({ state, effect: { kind: 'copy' } }),
  ' ': (state, { length }) => ({
    state: moveTo(state, Math.min(shown(state).cursor + 1, Math.max(0, length - 1))),
    effect: { kind: 'mark' },
  }),
  A: (state) => ({ state, effect: { kind: 'mark-all' } }),
  U: (state) => ({ state, effect: { kind: 'mark-none' } }),
  p: (state, { finding }) =>
    only(finding === undefined ? say(state, 'Pick a finding first.') : open(state, `persons:${finding}`)),
  n: (state, { system }) =>
    only(system === undefined ? say(state, 'It names no system.') : open(state, `system:${system}`)),
};

/** The state after a key, and what else it asks for. */
export function press(state: State, key: string, seen: Seen): Pressed {
  if (state.form !== null) return pressInForm(state, key);
  const by = step(key, seen);
  if (by !== undefined) {
    const cursor = Math.max(0, Math.min(seen.length - 1, shown(state).cursor + by));
    return only(moveTo(state, cursor));
  }
  const tab = tabs[Number(key) - 1];
  if (tab) return only(start(state, tab[0]));
  return handlers[key]?.(state, seen) ?? only(state);
}
