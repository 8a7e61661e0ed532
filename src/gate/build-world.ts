import type { Contract } from '../model/contract.js';
import type { GateSettings, MessageSettings } from '../model/gate-settings.js';
import type { Supply } from '../model/supply.js';
import type { Part, TemplateFile } from '../model/template.js';
import { compareText } from '../text/compare.js';
import { addTo } from '../text/group-by.js';
import { withSms } from './evidence/sms-calls.js';
import { findCommunication } from './find-communication.js';
import type { Lists } from './lists/word-list.js';
import { supplyOf } from './supply-of.js';
import type { Message, World } from './world.js';

export interface WorldRequest {
  readonly files: readonly TemplateFile[];
  readonly parts: readonly Part[];
  readonly settings: GateSettings;
  readonly contract?: Contract;
  /** What schemas, samples and declared tags say a message gets. */
  readonly evidence?: ReadonlyMap<string, Supply>;
  /** Keys of catalogues that code sends as SMS. */
  readonly smsKeys?: ReadonlySet<string>;
  readonly today: string;
  readonly codeOwners?: World['codeOwners'];
  readonly lists?: Lists;
  readonly before?: World['before'];
}

/** Settings of a message: those of its name over those of every `prefix*` that fits, longest last. */
function settingsOf(id: string, { messages = {} }: GateSettings): MessageSettings {
  const general = Object.keys(messages)
    .filter((name) => name.endsWith('*') && id.startsWith(name.slice(0, -1)))
    .sort((a, b) => a.length - b.length || compareText(a, b));
  return Object.assign({}, ...[...general, id].map((name) => messages[name] ?? {}));
}

function toMessage(id: string, parts: readonly Part[], request: WorldRequest): Message {
  const { settings, contract, evidence } = request;
  const own = settingsOf(id, settings);
  const communication = findCommunication(contract, own.communication ?? id, parts);
  const supply = supplyOf(own, communication, settings.contract, evidence?.get(id));
  return { id, parts, settings: own, ...(communication && { communication }), ...(supply && { supply }) };
}

/** The locale most messages are written in first: the one named, else English, else none. */
function sourceLocaleOf({ settings, parts }: WorldRequest): string {
  if (settings.source_locale !== undefined) return settings.source_locale;
  const locales = new Set(parts.map(({ locale }) => locale));
  return [...locales].sort(compareText).find((locale) => /^en\b/i.test(locale)) ?? '';
}

/** Puts texts, settings and contract together. */
export function buildWorld(given: WorldRequest): World {
  const parts = withSms(given.parts, given.smsKeys ?? new Set());
  const request = { ...given, parts };
  const { files, settings, contract, today } = request;
  const byMessage = new Map<string, Part[]>();
  for (const part of parts) {
    addTo(byMessage, part.message, part);
  }
  const messages = [...byMessage].map(([id, own]) => toMessage(id, own, request));
  return {
    files,
    parts,
    messages: messages.sort((a, b) => compareText(a.id, b.id)),
    settings,
    ...(contract && { contract }),
    sourceLocale: sourceLocaleOf(request),
    today,
    ...(request.codeOwners && { codeOwners: request.codeOwners }),
    lists: request.lists ?? new Map(),
    ...(request.before && { before: request.before }),
  };
}
