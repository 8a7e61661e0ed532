import type { GateSettings } from '../../model/gate-settings.js';
import type { Part, TemplateFile } from '../../model/template.js';
import { type Draft, toPart } from './draft.js';
import { resolveIncludes } from './includes.js';
import { joinPairs, nameMessages } from './messages.js';
import { readPath } from './path.js';
import { Slots } from './slots.js';
import { readWhole } from './whole-file.js';

/** Every text of the files that a reader may get, or that others are made of, in order of file and place. */
export function readParts(files: readonly TemplateFile[], _settings: GateSettings): Part[] {
  const slots = new Slots();
  for (const { path } of files) readPath(path, slots);
  const drafts = files.flatMap((file): { draft: Draft; above: readonly string[] }[] => {
    const role = file.problem === undefined ? readPath(file.path, slots) : undefined;
    if (!role || role.kind === 'catalogue') return [];
    return readWhole(file, role).map((draft) => ({ draft, above: role.above }));
  });
  return resolveIncludes(joinPairs(nameMessages(drafts)).map(toPart));
}
