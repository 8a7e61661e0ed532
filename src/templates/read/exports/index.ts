import type { MessageChannel, PartName, TemplateFile } from '../../../model/template.js';
import type { Entry } from '../catalogue/entry.js';
import { readJson } from '../catalogue/json.js';
import { readYamlTexts } from '../catalogue/yaml.js';
import type { Draft } from '../draft.js';
import { normaliseLocale } from '../locale.js';
import type { PathRole } from '../path.js';
import { markupOf, partOf } from '../template.js';
import { channelNamed, type Holds, holdsOf, vendorMember } from './fields.js';

/** An object of an export by what its members hold. */
interface Record {
  readonly path: readonly string[];
  readonly members: Map<Holds, Entry>;
}

/** Salesforce keeps a text in `views.html.content`, SES in `TemplateContent.Html`: members of what is around them. */
function placeOf(path: readonly string[]): { parent: readonly string[]; member: string } {
  const last = path.at(-1) ?? '';
  if (last === 'content' && path.at(-3) === 'views')
    return { parent: path.slice(0, -3), member: path.at(-2)! };
  const parent = path.slice(0, -1);
  const wrapped = parent.at(-1) === 'TemplateContent' || parent.at(-1) === 'Template';
  return { parent: wrapped ? parent.slice(0, -1) : parent, member: last };
}

function recordsOf(entries: readonly Entry[]): Map<string, Record> {
  const records = new Map<string, Record>();
  for (const entry of entries) {
    const { parent, member } = placeOf(entry.path);
    const holds = holdsOf(member);
    if (!holds) continue;
    const id = JSON.stringify(parent);
    const record = records.get(id) ?? { path: parent, members: new Map() };
    if (!record.members.has(holds)) record.members.set(holds, entry);
    records.set(id, record);
  }
  return records;
}

const slug = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_/.]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Name of a record: its own; of a version, that of what it is a version of. */
function nameOf({ path, members }: Record, records: ReadonlyMap<string, Record>, role: PathRole): string {
  const own = members.get('name')?.text;
  if (path.at(-2) === 'versions') {
    const whole = records.get(JSON.stringify(path.slice(0, -2)))?.members.get('name')?.text ?? role.message;
    const beside = records.has(JSON.stringify([...path.slice(0, -1), '1']));
    return beside && own !== undefined ? `${slug(whole)}/${slug(own)}` : slug(whole);
  }
  if (own !== undefined) return slug(own);
  return slug(
    path.findLast((key) => !/^\d+$|^(?:messages?|templates?|items|variations?)$/i.test(key)) ?? role.message,
  );
}

const texts: readonly PartName[] = ['subject', 'preheader', 'title', 'html', 'text', 'body'];

/** What a record is sent by: as it says; a subject makes a mail. */
function channelOf({ members }: Record, role: PathRole): MessageChannel {
  const said = members.get('channel')?.text;
  if (said !== undefined) return channelNamed(said);
  if (members.has('subject') || members.has('html')) return 'email';
  return role.channel;
}

/** A record that is a message: a subject or part of a mail and a text, or a text with a channel. */
function isMessage({ members }: Record): boolean {
  const count = texts.filter((name) => members.has(name)).length;
  if (members.has('channel')) return count > 0;
  return count > 1 && (members.has('subject') || (members.has('html') && members.has('text')));
}

function draftsOf(file: TemplateFile, role: PathRole, record: Record, message: string): Draft[] {
  const channel = channelOf(record, role);
  const locale = normaliseLocale(record.members.get('locale')?.text ?? '') || role.locale;
  return texts.flatMap((name): Draft[] => {
    const entry = record.members.get(name);
    if (!entry || entry.text.trim() === '') return [];
    const isLine = name === 'subject' || name === 'preheader' || name === 'title';
    const markup = isLine || name === 'text' ? 'text' : markupOf(entry.text, [], name);
    const { text, toFile, path } = entry;
    return [
      {
        file,
        key: path.join('.'),
        message,
        channel,
        name: partOf(name, channel, markup),
        locale,
        markup,
        text,
        toFile,
      },
    ];
  });
}

const samples =
  /(?:^|[._-])(?:samples?|examples?|fixtures?|mocks?|data|payload|test|schema|request|event|vars?)(?:[._-]|$)/i;
const tagged = /\{\{|\{%|%%|<%|<\w+[^<>]*>/;

/** Texts of messages in a record of a vendor's export, or in one of our own with subject and body. */
export function readExport(file: TemplateFile, role: PathRole): Draft[] {
  const ending = role.endings.at(-1)!;
  if (!/^(?:json|ya?ml)$/.test(ending)) return [];
  const isVendors = vendorMember.test(file.text);
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (!isVendors && (samples.test(name) || !/"?\bsubject"?\s*:/i.test(file.text) || !tagged.test(file.text)))
    return [];
  const { entries } = ending === 'json' ? readJson(file.text) : readYamlTexts(file.text);
  const records = recordsOf(entries);
  return [...records.values()]
    .filter(isMessage)
    .flatMap((record) => draftsOf(file, role, record, nameOf(record, records, role)));
}

/** A description beside the parts of a message, as Postmark keeps it: its subject belongs to the folder's message. */
export function readDescription(file: TemplateFile, role: PathRole): Draft[] {
  if (!/(?:^|\/)meta(?:data)?\.(?:json|ya?ml)$/.test(file.path)) return [];
  const { entries } = /json$/.test(file.path) ? readJson(file.text) : readYamlTexts(file.text);
  const found = recordsOf(entries).get('[]')?.members;
  return (['subject', 'preheader'] as const).flatMap((name): Draft[] => {
    const entry = found?.get(name);
    if (!entry) return [];
    const { text, toFile } = entry;
    const { message, locale } = role;
    return [
      {
        file,
        key: entry.path.join('.'),
        message,
        channel: 'email',
        name,
        locale,
        markup: 'text',
        text,
        toFile,
      },
    ];
  });
}
