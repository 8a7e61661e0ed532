import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildWorld } from '../../src/gate/build-world.js';
import { checks } from '../../src/gate/checks/index.js';
import { toLists } from '../../src/gate/lists/word-list.js';
import { defaultsOf } from '../../src/gate/parameters.js';
import { readLists } from '../../src/rules/read-lists.js';
import { readTemplateRules } from '../../src/rules/read-template-rules.js';
import { readParts } from '../../src/templates/read/index.js';

const folder = fileURLToPath(new URL('../../rules', import.meta.url));
const packs = ['a11y', 'html', 'link', 'mime', 'post', 'privacy', 'push', 'sender', 'sms', 'unsubscribe'];
const rules = (await readTemplateRules(folder)).filter(({ pack }) => packs.includes(pack));
const lists = toLists(await readLists(folder));
const settings = { contract: 'unsilo.contract.json', brand: { name: 'Example Bank' } };
const length = 60_000;

/** A hundred times the length would take minutes if any of them were not linear. */
test.each([
  '<',
  '< ',
  '</ a',
  '<!--',
  '<script ',
  '<table><tr><td style="color:#fff">x',
  '<a href="',
  ' <a href=x',
  'http://a.b/?token={{token}}&email={{email}} ',
  '{{',
  '%{',
  'کد تایید ',
  'reply to this email ',
  '’',
])('the rules of channel, law and markup are done with many %j', (piece) => {
  const text = piece.repeat(length / piece.length);
  const files = ['emails/newsletter/en.html', 'sms/otp/en.txt'].map((path) => ({ path, text }));
  const parts = readParts(files, settings);
  const world = buildWorld({ files, parts, settings, today: '2026-07-01', lists });
  const hits = rules.flatMap((rule) => [...checks[rule.id]!(world, defaultsOf(rule))]);
  expect(hits.every(({ at }) => at.span === undefined || at.span.end <= text.length)).toBe(true);
});
