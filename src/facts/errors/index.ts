import { createHash } from 'node:crypto';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { createDetections } from './detections.js';
import { createCauses, type GroupRow, readGroups } from './groups.js';
import { createLeaves } from './leaves.js';
import type { Located } from './locate.js';
import { groupName, readMoments } from './moments.js';
import { createErrorRows } from './rows.js';
import { searchCauses } from './search.js';
import { readSteps, type Step, stepsByCommunication, stepsOf } from './steps.js';

/** Keys of one version are never compared with those of another. */
const version = 'g1';
const keyLength = 12;

/** What a group is known by in every run: `g1-` and a hash of `<error_class>[/<family>]@<origin>`. */
export const groupKey = (kind: string, origin: string): string =>
  `${version}-${createHash('sha256').update(`${kind}@${origin}`).digest('hex').slice(0, keyLength)}`;

/** Errors by who told of them, `customer:4|check:3`: most first. An error told of twice counts for both. */
function tellDetectors(list: string): string {
  const counts = new Map<string, number>();
  for (const entry of list.split(';')) {
    const colon = entry.lastIndexOf(':');
    for (const detector of entry.slice(0, colon).split('|'))
      counts.set(detector, (counts.get(detector) ?? 0) + Number(entry.slice(colon + 1)));
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([detector, errors]) => `${detector}:${errors}`)
    .join('|');
}

/** Parts of the fact that come from the search; what is not a cause has no pattern and no statistics. */
function judged(group: GroupRow, { causes, restVerdict }: Located, messages: number): Row {
  const cause = causes.find(({ origin }) => origin === group.origin);
  if (cause)
    return {
      verdict: cause.verdict,
      pattern: cause.pattern,
      same_rows_as: cause.sameRowsAs.join('|'),
      rivals: cause.rivals.join('|'),
      messages: cause.messages,
      ...cause.figures,
    };
  const isRest = group.origin === `class:${group.error_class}`;
  const explained = causes.reduce((sum, { messages: own }) => sum + own, 0);
  return {
    verdict: isRest && group.errors > 1 ? restVerdict : 'listed_only',
    pattern: '',
    same_rows_as: '',
    rivals: '',
    messages: isRest ? messages - explained : 0,
  };
}

const hoursOf = (minutes: number | null): number | null =>
  minutes === null ? null : Math.floor(minutes / 60);

/** What the store counted, and the way of the communication with most of the errors. */
function counted(group: GroupRow, steps: ReadonlyMap<string, readonly Step[]>): Row {
  const { kind, codes: _, communication, channel, minutes, handling, detectors, family, ...counts } = group;
  const systems = stepsOf(steps, communication ?? '', channel ?? '').map((step) => step.system);
  return {
    ...counts,
    group_key: groupKey(kind, group.origin),
    family: family === '' ? null : family,
    detected: tellDetectors(detectors),
    hours_known: hoursOf(minutes),
    hours_corrected: hoursOf(handling),
    path: systems.filter((system, i) => system !== systems[i - 1]).join('|'),
  };
}

/** Rows of the fact, in order of class, family, size and origin. */
async function readErrorGroups(store: Query, context: FactContext): Promise<Row[]> {
  const files = await readFiles(store);
  const leaves = await createLeaves(store);
  await createErrorRows(store);
  const steps = await readSteps(store);
  const search = await searchCauses(store, context, leaves, steps);
  await createCauses(store, search);
  const isCaused = [...search.values()].some(({ located }) => located.causes.length > 0);
  const groups = await readGroups(store, isCaused);
  const moments = await readMoments(store);
  const byCommunication = stepsByCommunication(steps);
  return groups.map((group): Row => {
    const { located, total, messages } = search.get(group.kind)!;
    return {
      ...counted(group, byCommunication),
      ...judged(group, located, messages),
      moments: JSON.stringify(moments.get(groupName(group.kind, group.origin)) ?? []),
      errors_of: total,
      messages_of: messages,
      evidence: renderEvidence(parseCodes(group.codes), files),
    };
  });
}

/** Creates `fact_error_groups`: errors by class and by what they have in common. */
export async function compute(store: Query, context: FactContext): Promise<void> {
  // Without errors no message is looked at.
  const isTold = (await createDetections(store)) > 0;
  await writeFact(store, 'fact_error_groups', isTold ? await readErrorGroups(store, context) : []);
}
