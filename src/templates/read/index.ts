import type { GateSettings } from '../../model/gate-settings.js';
import type { Part, TemplateFile } from '../../model/template.js';
import { draftsOf } from './catalogue/drafts.js';
import { isFluent } from './catalogue/fluent.js';
import { mayBeCatalogue, readCatalogue } from './catalogue/index.js';
import { channelsByUse } from './channels-by-use.js';
import { type Draft, toPart } from './draft.js';
import { vendorMember } from './exports/fields.js';
import { readDescription, readExport } from './exports/index.js';
import { resolveIncludes } from './includes.js';
import { isTravelling, readMail } from './mail/index.js';
import { joinPairs, nameMessages, type Placing } from './messages.js';
import { type PathRole, readPath } from './path.js';
import { createPlaces, type Placed } from './places.js';
import { Slots } from './slots.js';
import { isPhpTemplate, readSent, readWhole } from './whole-file.js';

/** A catalogue that cannot be read is a text without words that says so. */
function brokenCatalogue(
  file: TemplateFile,
  role: PathRole,
  { message, ...span }: { message: string; start: number; end: number },
): Draft {
  return {
    file,
    key: '',
    message: role.message,
    channel: 'unknown',
    name: 'other',
    locale: role.locale,
    markup: 'text',
    text: '',
    toFile: (offset) => offset,
    syntax: 'none',
    problems: [{ ...span, kind: 'parse', message }],
  };
}

/** What a file is: as the settings say, and for the rest as its path does. */
function roleOf(path: string, slots: Slots, placed: Placed | undefined): PathRole | undefined {
  const role = readPath(path, slots) ?? (placed && unknownRole(path));
  if (!role || !placed) return role;
  const { message, locale, channel, part, place } = placed;
  if (place.ignore) return undefined;
  return {
    ...role,
    ...(message !== undefined && { message, above: [] }),
    ...(locale !== undefined && { locale }),
    ...(channel !== undefined && { channel }),
    ...(part !== undefined && { part }),
    ...(place.keys !== undefined && { kind: 'catalogue' }),
  };
}

function unknownRole(path: string): PathRole {
  const name = path.slice(path.lastIndexOf('/') + 1).split('.');
  return {
    kind: 'template',
    endings: name.slice(1),
    message: name[0]!,
    above: [],
    channel: 'unknown',
    locale: '',
  };
}

/** Messages of exports; a catalogue by its place is one unless only exports look like it. */
function readRecords(file: TemplateFile, role: PathRole): Draft[] {
  const described = readDescription(file, role);
  if (described.length > 0) return described;
  return mayBeCatalogue(file.path, role) && !vendorMember.test(file.text) ? [] : readExport(file, role);
}

function readFile(file: TemplateFile, role: PathRole, settings: GateSettings, placed?: Placed): Draft[] {
  if (isTravelling(file, role)) return readMail(file, role);
  const isTexts = role.endings.at(-1) === 'ftl' && isFluent(file.text);
  if (role.kind === 'template' && !isTexts) return readWhole(file, role, placed?.place);
  if (isPhpTemplate(file, role)) return readSent(file, role, placed?.place);
  const records = placed?.keyFit ? [] : readRecords(file, role);
  if (records.length > 0) return records;
  const source = settings.source_locale ?? 'en';
  const catalogue = readCatalogue(file, role, source, placed !== undefined);
  if (!catalogue) return [];
  const drafts = draftsOf(file, role, catalogue, source, placed);
  return catalogue.problem ? [...drafts, brokenCatalogue(file, role, catalogue.problem)] : drafts;
}

/** Every text of the files that a reader may get, or that others are made of, in order of file and place. */
export function readParts(files: readonly TemplateFile[], settings: GateSettings): Part[] {
  const slots = new Slots();
  for (const { path } of files) readPath(path, slots);
  const placeOf = createPlaces(settings);
  const drafts = files.flatMap((file): Placing[] => {
    const placed = placeOf(file.path);
    const role = file.text === '' ? undefined : roleOf(file.path, slots, placed);
    if (!role) return [];
    return readFile(file, role, settings, placed).map((draft) => ({ draft, above: role.above }));
  });
  return resolveIncludes(channelsByUse(joinPairs(nameMessages(drafts)).map(toPart)));
}
