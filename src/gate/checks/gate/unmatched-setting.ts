import type { TemplateFile } from '../../../model/template.js';
import { createFit } from '../../../templates/read/places.js';
import { createMatcher } from '../../../text/path-patterns.js';
import type { Check, GateHit } from '../../check.js';
import type { World } from '../../world.js';

/** Where the settings stand; it is among the files when all of its folder was looked at. */
const settingsFile = 'unsilo.yaml';

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** The place of a setting: of a key where it is one, else of the words as they are written. */
function spanOf({ text }: TemplateFile, setting: string, isKey: boolean) {
  const words = `["']?${quote(setting)}["']?`;
  const sign = new RegExp(isKey ? `(?<=^|[\\s{,])${words}(?=\\s*:)` : words, 'm');
  const found = sign.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : { start: 0, end: 0 };
}

function hitOf(file: TemplateFile, name: string, setting: string): GateHit {
  return {
    case: name,
    at: { file, span: spanOf(file, setting, name === 'message') },
    subject: `setting:${name}/${setting}`,
    args: { setting },
  };
}

const isNamedBy = (name: string, id: string): boolean =>
  name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : name === id;

const messagesOf = ({ settings, messages }: World): string[] =>
  Object.keys(settings.messages ?? {}).filter((name) => !messages.some(({ id }) => isNamedBy(name, id)));

/** Settings that name messages or paths of which there are none, so that they do nothing. */
export const unmatchedSetting: Check = function* (world) {
  const file = world.files.find(({ path }) => path === settingsFile);
  if (!file) return;
  const { settings } = world;
  const paths = world.files.map(({ path }) => path);
  for (const name of messagesOf(world)) yield hitOf(file, 'message', name);
  for (const { files } of settings.templates ?? []) {
    const takes = createFit(files, '/');
    if (!paths.some((path) => takes(path))) yield hitOf(file, 'templates', files);
  }
  for (const { files } of settings.rules ?? [])
    for (const pattern of [files].flat())
      if (!paths.some(createMatcher(pattern))) yield hitOf(file, 'rules', pattern);
};
