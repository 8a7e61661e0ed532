import { join } from 'node:path';
import type { FutureEdits } from '../model/edit.js';
import type { PolicyName } from '../model/enums.js';
import type { ReadHeadway } from '../model/headway.js';

/** What every use that needs facts is asked. */
export interface RunRequest {
  /** Folder of unsilo.yaml. */
  readonly dir: string;
  /** RFC 3339 in UTC. */
  readonly asOf?: string;
  readonly storeDir?: string;
  readonly memoryLimit?: string;
  /** Instead of what unsilo.yaml names. */
  readonly policy?: PolicyName;
  /** Changes of the inventory: the run is then about the ecosystem with them. */
  readonly future?: FutureEdits;
}

/** Says which stage begins, what it is at, and where to ask how far it is. */
export type Announce = (stage: string, detail?: string, read?: ReadHeadway) => void;

/** Tells the stages of a run that is a part of another by what that part is. */
export const announceWithin =
  (announce: Announce, part: string): Announce =>
  (stage, detail, read) =>
    announce(`${part}: ${stage}`, detail, read);

/** The stage every run begins with. */
export const reading = 'reading the sources';

/** Folder for what is kept between runs. */
export const storeOf = ({ dir, storeDir }: Pick<RunRequest, 'dir' | 'storeDir'>): string =>
  storeDir ?? join(dir, '.unsilo');
