import { message, readAddress, type Sheet } from '../sheet.js';
import type { State } from '../state.js';
import type { World } from '../world.js';
import { findingView } from './finding.js';
import { findingsView } from './findings.js';
import { helpView } from './help.js';
import { overviewView } from './overview.js';
import { systemView } from './system.js';
import { systemsView } from './systems.js';

/** A page that has to be asked for: what is being done, and what comes of it. */
export interface Asking {
  readonly doing: string;
  ask(say: (stage: string) => void): Promise<SheetMaker>;
}

/** Makes a page for so many columns. */
export type SheetMaker = (world: World, state: State, width: number) => Sheet;

const kinds: Readonly<Record<string, (id: string, world: World) => SheetMaker | Asking>> = {
  overview: () => (world, _, width) => overviewView(world, width),
  findings: () => findingsView,
  finding: (id) => (world, _, width) => findingView(world, id, width),
  systems: () => systemsView,
  system: (id) => (world, _, width) => systemView(world, id, width),
  help: () => helpView,
};

/** The page of an address, or how to ask for it. */
export function pageOf(address: string, world: World): SheetMaker | Asking {
  const { kind, id } = readAddress(address);
  return kinds[kind]?.(id, world) ?? (() => message('Nothing', `There is no page '${address}'.`));
}
