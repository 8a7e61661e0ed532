import { systemsOf } from './findings/shelf.js';
import type { Pages } from './pages.js';
import { bodyHeight, compose, isSplit, listWidth, type Screen, type Size } from './screen/compose.js';
import type { Seen } from './seen.js';
import { type Address, message, readAddress, type Sheet } from './sheet.js';
import { type State, shown } from './state.js';
import type { World } from './world.js';

/** Pages that stand beside a list: those that need no answer, as the list is run through line by line. */
const beside: Readonly<Record<string, string>> = { finding: 'finding', system: 'flows' };
const nothing = message('');

/** The page that is shown, and what the picked line leads to. */
interface View {
  readonly address: Address;
  readonly sheet: Sheet;
  readonly target: Address | undefined;
}

/** All that a screen is made from. */
export interface Sight {
  readonly world: World;
  readonly pages: Pages;
  readonly state: State;
  readonly size: Size;
}

const sheetAt = ({ pages, world, state }: Sight, address: Address, width: number): Sheet =>
  pages.at(address)(world, state, width);

function viewOf(sight: Sight): View {
  const { address, cursor } = shown(sight.state);
  const width = isSplit(sight.size, address) ? listWidth(sight.size) : sight.size.columns;
  const sheet = sheetAt(sight, address, width - 2);
  const at = Math.min(cursor, sheet.length - 1);
  return { address, sheet, target: at < 0 ? undefined : sheet.target(at) };
}

/** The screen; beside a wide list stands what its line leads to. */
export function draw(sight: Sight): Screen {
  const { state, size } = sight;
  const { address, sheet, target } = viewOf(sight);
  if (!isSplit(size, address)) return compose(state, size, sheet);
  const { kind, id } = readAddress(target ?? '');
  const width = size.columns - listWidth(size) - 3;
  const led = beside[kind] === undefined ? nothing : sheetAt(sight, `${beside[kind]}:${id}`, width);
  return compose(state, size, sheet, led);
}

/** What of the screen a key may depend on. */
export function see(sight: Sight): Seen {
  const { address, sheet, target } = viewOf(sight);
  const { marked, shelf, port } = sight.world;
  const here = [target ?? '', address]
    .map(readAddress)
    .map(({ kind, id }) => (['finding', 'persons'].includes(kind) ? shelf.at(id) : undefined))
    .find((finding) => finding !== undefined);
  const alone = here ? [here.fingerprint] : [];
  // Among all decisions a line that is not marked stands for itself.
  const isApart = address === 'marks' && here !== undefined && !marked.has(here.fingerprint);
  return {
    length: sheet.length,
    fits: bodyHeight(sight.size),
    target,
    about: isApart || marked.size === 0 ? alone : [...marked],
    today: port.today,
    finding: here?.fingerprint,
    system: here && systemsOf(here).at(-1),
  };
}
