import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readOwnRules } from '../../../src/app/gate/own-rules.js';
import { buildWorld } from '../../../src/gate/build-world.js';
import { checks } from '../../../src/gate/checks/index.js';
import { toLists } from '../../../src/gate/lists/word-list.js';
import { defaultsOf } from '../../../src/gate/parameters.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readLists } from '../../../src/rules/read-lists.js';
import { readParts } from '../../../src/templates/read/index.js';
import { type Form, forms, type Text } from './forms.js';
import { type Pattern, patterns } from './patterns.js';

const lists = toLists(await readLists(fileURLToPath(new URL('../../../rules', import.meta.url))));
const { rules } = await readOwnRules();

/** Names of the pattern's rules that say something of texts. */
function found({ rules: wanted, supplies = {} }: Pattern, form: Form, texts: readonly Text[]): string[] {
  const files = Object.entries(form.files(texts)).map(([path, text]) => ({ path, text }));
  const messages = Object.fromEntries(
    Object.entries(supplies).map(([name, own]) => [name, { supplies: own }]),
  );
  const settings = gateSettingsSchema.parse({ messages });
  const parts = readParts(files, settings);
  const world = buildWorld({ files, parts, settings, today: '2026-07-01', lists });
  return rules
    .filter(({ id }) => wanted.includes(id))
    .filter((rule) => [...checks[rule.id]!(world, defaultsOf(rule))].length > 0)
    .map(({ id }) => id);
}

describe.each(patterns)('$title', (pattern) => {
  const asked = Object.keys(forms).filter((name) => pattern.never?.(forms[name]!) === undefined);
  test.each(asked)('is found in %s, and not where it was mended', (name) => {
    const form = forms[name]!;
    const broken = found(pattern, form, pattern.broken(form)).length > 0;
    expect({ broken, whole: found(pattern, form, pattern.whole(form)) }).toEqual({ broken: true, whole: [] });
  });
});
