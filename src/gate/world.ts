import type { Contract, ContractCommunication } from '../model/contract.js';
import type { GateSettings, MessageSettings } from '../model/gate-settings.js';
import type { Supply } from '../model/supply.js';
import type { Part, TemplateFile } from '../model/template.js';
import type { Lists } from './lists/word-list.js';

/** All texts of one message: every channel, part and locale. */
export interface Message {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly settings: MessageSettings;
  /** What the contract says about it. */
  readonly communication?: ContractCommunication;
  /** What its sender hands over; undefined where nobody says. */
  readonly supply?: Supply;
}

/** Everything the rules about templates ask. */
export interface World {
  readonly files: readonly TemplateFile[];
  /** Partials and layouts included. */
  readonly parts: readonly Part[];
  readonly messages: readonly Message[];
  readonly settings: GateSettings;
  readonly contract?: Contract;
  /** Locale that is written first, the others are made from it; empty where nothing says. */
  readonly sourceLocale: string;
  /** YYYY-MM-DD, for what expires and grows stale. */
  readonly today: string;
  /** Who owns a path by CODEOWNERS; undefined where there is none. */
  readonly codeOwners?: (path: string) => readonly string[];
  /** Word lists of all packs, `<pack>/<name>`; see `listOf`. */
  readonly lists: Lists;
  /** What a text said before the change that is checked, undefined where it was not there; absent without `--since`. */
  readonly before?: (part: Part) => string | undefined;
}

/** Texts of a message that readers get: without layouts and partials. */
export const readable = ({ parts }: Pick<Message, 'parts'>): Part[] =>
  parts.filter(({ name }) => name !== 'layout' && name !== 'partial');

/** A text with everything it is put together with: what a reader sees of it. */
export const withIncluded = (part: Part): Part[] => [part, ...part.included];
