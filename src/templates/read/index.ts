import type { GateSettings } from '../../model/gate-settings.js';
import type { Part, TemplateFile } from '../../model/template.js';
import { draftsOf } from './catalogue/drafts.js';
import { readCatalogue } from './catalogue/index.js';
import { type Draft, toPart } from './draft.js';
import { resolveIncludes } from './includes.js';
import { joinPairs, nameMessages } from './messages.js';
import { type PathRole, readPath } from './path.js';
import { Slots } from './slots.js';
import { readWhole } from './whole-file.js';

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

function readFile(file: TemplateFile, role: PathRole, settings: GateSettings): Draft[] {
  if (role.kind === 'template') return readWhole(file, role);
  const catalogue = readCatalogue(file, role, settings.source_locale ?? 'en');
  if (!catalogue) return [];
  const drafts = draftsOf(file, role, catalogue);
  return catalogue.problem ? [...drafts, brokenCatalogue(file, role, catalogue.problem)] : drafts;
}

/** Every text of the files that a reader may get, or that others are made of, in order of file and place. */
export function readParts(files: readonly TemplateFile[], settings: GateSettings): Part[] {
  const slots = new Slots();
  for (const { path } of files) readPath(path, slots);
  const drafts = files.flatMap((file): { draft: Draft; above: readonly string[] }[] => {
    const role = file.text === '' ? undefined : readPath(file.path, slots);
    if (!role) return [];
    return readFile(file, role, settings).map((draft) => ({ draft, above: role.above }));
  });
  return resolveIncludes(joinPairs(nameMessages(drafts)).map(toPart));
}
