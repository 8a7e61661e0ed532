import type { Contract, ContractCommunication } from '../model/contract.js';
import type { GateSettings, MessageSettings } from '../model/gate-settings.js';
import type { Part, Supply, TemplateFile } from '../model/template.js';

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
}

/** Texts of a message that readers get: without layouts and partials. */
export const readable = ({ parts }: Pick<Message, 'parts'>): Part[] =>
  parts.filter(({ name }) => name !== 'layout' && name !== 'partial');
