import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildWorld } from '../../../src/gate/build-world.js';
import type { Lists } from '../../../src/gate/lists/word-list.js';
import {
  acknowledgesImpact,
  contactIn,
  hasSelfService,
  meetsReader,
  nextNewsIn,
  saysConsequences,
  saysOffer,
  saysPrevention,
  saysWhatHappened,
  saysWhatToDo,
  sumsUp,
  takesResponsibility,
} from '../../../src/gate/notices/elements.js';
import { type Notice, noticesOf } from '../../../src/gate/notices/notices.js';
import { Words } from '../../../src/gate/notices/words.js';
import type { World } from '../../../src/gate/world.js';
import { gateSettingsSchema } from '../../../src/model/gate-settings.js';
import { readParts } from '../../../src/templates/read/index.js';

/** A notice with labels, as README.md of this folder explains them. */
export interface Labelled {
  readonly id: string;
  readonly kind: string;
  readonly channel: 'email' | 'sms' | 'push' | 'letter';
  readonly phase: 'open' | 'closed';
  readonly text: string;
  readonly has: readonly string[];
  readonly next: 'none' | 'vague' | 'day' | 'full';
  readonly excuses?: readonly string[];
  readonly promises?: readonly string[];
}

const folder = new URL('.', import.meta.url);

/** The labelled notices of one part, `tune` or `held-back`. */
export const labelled = (part: string): Labelled[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(part) && !name.includes('documents'))
    .sort()
    .flatMap((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Labelled[]);

const folders = { email: 'emails', sms: 'sms', push: 'push', letter: 'letters' };

function worldOf({ id, channel, text, kind }: Labelled, lists: Lists): World {
  const path = `${folders[channel]}/${id}/${id.slice(0, 2)}.txt`;
  const settings = gateSettingsSchema.parse({
    messages: { '*': { incident: kind } },
    templates: [{ files: '*/{message}/{locale}.txt', channel: channel === 'letter' ? 'post' : channel }],
  });
  const files = [{ path, text }];
  return buildWorld({ files, parts: readParts(files, settings), settings, today: '2026-07-01', lists });
}

/** What one label says of a notice, and what was found. */
export interface Compared {
  readonly id: string;
  readonly label: string;
  readonly said: boolean;
  readonly found: boolean;
}

const detectors: Readonly<Record<string, (world: World, notice: Notice) => boolean>> = {
  'what-happened': saysWhatHappened,
  consequences: (world, notice) =>
    saysConsequences(world, notice) || (!notice.isBreach && meetsReader(world, notice)),
  'what-you-can-do': saysWhatToDo,
  'what-we-offer': saysOffer,
  contact: (world, notice) => contactIn(world, notice) !== 'none',
  'self-service': hasSelfService,
  impact: acknowledgesImpact,
  ownership: takesResponsibility,
  prevention: saysPrevention,
  summary: sumsUp,
};

const whereAsked = {
  prevention: ({ phase }: Labelled) => phase === 'closed',
  summary: ({ phase }: Labelled) => phase === 'closed',
} as Record<string, (one: Labelled) => boolean>;

function phrases(world: World, notice: Notice, list: string, group: string): string[] {
  const words = Words.of(world, `notice/${list}`, notice);
  return notice.sentences.flatMap((one) =>
    words.places(group, one).map(({ start, end }) => one.part.text.slice(start, end)),
  );
}

/** Compares the labels of a notice with what is found in it. */
export function compare(one: Labelled, lists: Lists): Compared[] {
  const world = worldOf(one, lists);
  const notice = noticesOf(world)[0];
  if (!notice) return [{ id: one.id, label: 'notice', said: true, found: false }];
  const next = nextNewsIn(world, notice);
  const overlap = (said: string, found: string): boolean => said.includes(found) || found.includes(said);
  const words = (label: string, said: readonly string[] = [], found: readonly string[]): Compared[] => [
    ...said.map((words) => ({ id: one.id, label, said: true, found: found.some((f) => overlap(words, f)) })),
    ...found
      .filter((f) => !said.some((words) => overlap(words, f)))
      .map((f) => ({ id: one.id, label: `${label} '${f}'`, said: false, found: true })),
  ];
  return [
    { id: one.id, label: 'closing', said: one.phase === 'closed', found: notice.isClosing },
    ...Object.entries(detectors)
      .filter(([label]) => whereAsked[label]?.(one) ?? true)
      .map(([label, detect]) => ({
        id: one.id,
        label,
        said: one.has.includes(label),
        found: detect(world, notice),
      })),
    { id: one.id, label: 'news', said: one.next !== 'none', found: next !== 'none' },
    {
      id: one.id,
      label: 'news with a time',
      said: /day|full/.test(one.next),
      found: /unzoned|full/.test(next),
    },
    ...words('excuses', one.excuses, phrases(world, notice, 'excuses', 'excuse')),
    ...words('promises', one.promises, phrases(world, notice, 'promises', 'promise')),
  ];
}
