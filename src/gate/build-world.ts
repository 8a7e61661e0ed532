import type { Contract } from '../model/contract.js';
import type { GateSettings, MessageSettings } from '../model/gate-settings.js';
import type { Part, Supply, TemplateFile } from '../model/template.js';
import { compareText } from '../text/compare.js';
import type { Lists } from './lists/word-list.js';
import type { Message, World } from './world.js';

export interface WorldRequest {
  readonly files: readonly TemplateFile[];
  readonly parts: readonly Part[];
  readonly settings: GateSettings;
  readonly contract?: Contract;
  readonly today: string;
  readonly lists?: Lists;
}

/** Settings of a message: those of its name over those of every `prefix*` that fits, longest last. */
function settingsOf(id: string, { messages = {} }: GateSettings): MessageSettings {
  const general = Object.keys(messages)
    .filter((name) => name.endsWith('*') && id.startsWith(name.slice(0, -1)))
    .sort((a, b) => a.length - b.length || compareText(a, b));
  return Object.assign({}, ...[...general, id].map((name) => messages[name] ?? {}));
}

function supplyOf(settings: MessageSettings, communication: Message['communication']): Supply | undefined {
  if (settings.supplies) {
    const fields = settings.supplies.map((one) =>
      typeof one === 'string'
        ? { name: one }
        : {
            name: one.name,
            ...(one.field !== undefined && { field: one.field }),
            ...(one.type !== undefined && { type: one.type }),
            ...(one.nullable !== undefined && { nullable: one.nullable }),
            ...(one.min_length !== undefined && { minLength: one.min_length }),
            ...(one.max_length !== undefined && { maxLength: one.max_length }),
          },
    );
    return { evidence: 'settings', source: 'unsilo.yaml', fields };
  }
  if (!communication || communication.supplies.length === 0) return undefined;
  const fields = communication.supplies.map((one) => ({
    name: one.name,
    field: one.field,
    type: one.type,
    ...(one.nullable !== null && { nullable: one.nullable }),
    ...(one.min_length !== null && { minLength: one.min_length }),
    ...(one.max_length !== null && { maxLength: one.max_length }),
    ...(one.system_id !== null && { systemId: one.system_id }),
    ...(one.master_id !== null && { masterId: one.master_id }),
    ...(one.age !== null && { age: one.age }),
  }));
  return { evidence: 'contract', source: 'unsilo.contract.json', fields };
}

function toMessage(id: string, parts: readonly Part[], { settings, contract }: WorldRequest): Message {
  const own = settingsOf(id, settings);
  const name = own.communication ?? id;
  const communication = contract?.communications.find(({ communication_id: known }) => known === name);
  const supply = supplyOf(own, communication);
  return { id, parts, settings: own, ...(communication && { communication }), ...(supply && { supply }) };
}

/** The locale most messages are written in first: the one named, else English, else none. */
function sourceLocaleOf({ settings, parts }: WorldRequest): string {
  if (settings.source_locale !== undefined) return settings.source_locale;
  const locales = new Set(parts.map(({ locale }) => locale));
  return [...locales].sort(compareText).find((locale) => /^en\b/i.test(locale)) ?? '';
}

/** Puts texts, settings and contract together. */
export function buildWorld(request: WorldRequest): World {
  const { files, parts, settings, contract, today } = request;
  const byMessage = new Map<string, Part[]>();
  for (const part of parts) {
    const own = byMessage.get(part.message);
    if (own) own.push(part);
    else byMessage.set(part.message, [part]);
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
    lists: request.lists ?? new Map(),
  };
}
