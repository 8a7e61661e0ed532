import type { Config } from '../model/config.js';
import type { Draft, Observed } from './advice-draft.js';

type Seen = Pick<Observed, 'knownFields' | 'usedChannels' | 'usedKeys'>;

const draft = (setting: string, why: string): Draft => ({
  topic: 'unmatched_setting',
  subject: setting,
  args: { setting, why },
});

/** A field path names something when it, a parent or a child of it stands in the inventory. */
function meetsField(path: string, known: readonly string[]): boolean {
  return known.some(
    (field) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`),
  );
}

function agreedTimes({ agreed_times = [] }: Config, seen: Seen): Draft[] {
  const known = seen.knownFields.map((row) => String(row.field));
  return agreed_times
    .filter(({ field }) => !meetsField(field, known))
    .map(({ field }) => draft(`agreed_times: ${field}`, 'the inventory has no such field'));
}

function graces({ grace = [] }: Config, seen: Seen): Draft[] {
  const used = new Set(seen.usedChannels.map((row) => row.channel));
  return grace
    .filter(({ channel }) => channel !== '*' && !used.has(channel))
    .map(({ channel }) => draft(`grace: ${channel}`, 'nothing is sent by this channel'));
}

function sharedKeys({ identity }: Config, seen: Seen): Draft[] {
  const used = new Set(seen.usedKeys.map((row) => `${row.system_id}\n${row.key_type}`));
  const keyless = (identity?.shared_keys ?? []).flatMap(({ key_type, systems }) =>
    systems.filter((system) => !used.has(`${system}\n${key_type}`)).map((system) => ({ key_type, system })),
  );
  return keyless.map(({ key_type, system }) =>
    draft(`identity.shared_keys: ${key_type}`, `no record of ${system} has a ${key_type}`),
  );
}

/** Settings of unsilo.yaml that change nothing, because what they speak of does not occur. */
export const unmatchedSettings = (config: Config, seen: Seen): Draft[] => [
  ...agreedTimes(config, seen),
  ...graces(config, seen),
  ...sharedKeys(config, seen),
];
