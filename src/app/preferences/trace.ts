import { readClocks } from '../../facts/clocks.js';
import { placeOf, readFiles } from '../../facts/evidence.js';
import { linksOf, readKnown } from '../../facts/lookup/person/links.js';
import {
  type Held,
  type PersonRecords,
  readPerson,
  readTargets,
  type Subject,
} from '../../facts/lookup/person/records.js';
import { renderPolicy } from '../../model/choice-settings.js';
import type { KeyType, Trace, TraceKey } from '../../model/trace.js';
import { indexSystems } from '../../report/parts/systems.js';
import { compareText } from '../../text/compare.js';
import { mask } from '../../text/mask.js';
import { readFlows, readSystems } from '../read-estate.js';
import type { Announce, RunRequest } from '../run-stages.js';
import { type Facts, withFacts } from '../with-facts.js';
import { consentCells, deliveryCell, scopeText, statedAt, type Writing } from './cells.js';
import { conflictsOf } from './conflicts-of.js';
import { readJudge } from './judge.js';
import { messagesOf } from './messages.js';
import { findOne, type Naming, personKey } from './person.js';

export interface TraceRequest extends RunRequest {
  /** Any key of any system, `system:key`, an address, a hash of one, or a pseudonym. */
  readonly key: string;
  readonly reveal: boolean;
  readonly naming: Naming;
}

/** Records of the person by the links between them. */
async function keysOf(
  { store, config }: Facts,
  subjects: readonly Subject[],
  person: number,
  reveal: boolean,
): Promise<TraceKey[]> {
  const links = linksOf(subjects, await readKnown(store, person), config);
  return subjects.map(({ system_id, key_type, subject_key, certain }, at) => {
    const link = links.find(({ to }) => to === at);
    return {
      system_id,
      key_type: key_type as KeyType,
      key: reveal ? subject_key : mask(subject_key),
      confidence: certain ? 'certain' : 'likely',
      linked_to: link ? subjects[link.from]!.system_id : null,
      basis: link?.basis ?? null,
    };
  });
}

const whyNot = ({ valid_to, valid_from }: Held, asOf: string): Trace['other_records'][number]['why'] => {
  if (valid_to !== null && valid_to <= asOf) return 'expired';
  return valid_from !== null && valid_from > asOf ? 'later' : 'no_choice';
};

/** Records that decide nothing, each with the reason. */
const othersOf = (held: readonly Held[], asOf: string, { place, time }: Writing): Trace['other_records'] =>
  held
    .filter(({ counts }) => !counts)
    .map((record) => ({
      system_id: record.system_id,
      kind: record.kind,
      value: record.value,
      scope: scopeText(record),
      at: time(record.code, statedAt(record)),
      why: whyNot(record, asOf),
      place: place(record.code),
    }));

/** Choices, conflicts and messages of one person, each part by the same judge. */
async function partsOf({ store, config, asOf }: Facts, records: PersonRecords, writing: Writing) {
  const judge = await readJudge(store, config);
  const estate = { systems: await readSystems(store, []), flows: await readFlows(store) };
  const { held, sends, conflicts } = records;
  return {
    estate,
    cells: [
      ...consentCells(held, await readTargets(store), judge, writing),
      ...deliveryCell(held, config.delivery === 'one_per_person', writing),
    ],
    conflicts: conflictsOf(records, estate, writing),
    messages: messagesOf(sends, held, conflicts, judge, writing),
    other_records: othersOf(held, asOf.time, writing),
  };
}

const named = (
  trace: Pick<Trace, 'keys' | 'cells' | 'conflicts' | 'messages' | 'other_records'>,
): string[] => {
  const ids = [
    ...[trace.keys, trace.messages, trace.other_records].flat().map(({ system_id }) => system_id),
    ...trace.cells.flatMap(({ systems, should }) =>
      [...systems, ...(should ? [should] : [])].map((one) => one.system_id),
    ),
    ...trace.conflicts.flatMap(({ from_system_id, to_system_id }) => [from_system_id, to_system_id]),
  ];
  return [...new Set(ids)].sort(compareText);
};

export async function writeTrace(
  facts: Facts,
  { key, reveal, naming }: Pick<TraceRequest, 'key' | 'reveal' | 'naming'>,
): Promise<Trace> {
  const { store, config, asOf } = facts;
  const person = await findOne(store, key, naming);
  const records = await readPerson(store, person, asOf.time);
  const files = await readFiles(store);
  const time = await readClocks(store);
  const writing: Writing = { reveal, place: (code) => placeOf(code, files), time };
  const { estate, ...parts } = await partsOf(facts, records, writing);
  const told = { keys: await keysOf(facts, records.subjects, person, reveal), ...parts };
  const system = indexSystems(estate);
  return {
    $schema: 'unsilo/src/schema/trace.json',
    schema_version: 1,
    ecosystem: config.name,
    as_of: asOf.time,
    policy: renderPolicy(config.policy),
    person: naming.name(personKey(records.subjects)),
    revealed: reveal,
    systems: named(told).map(system),
    ...told,
  };
}

/** One customer: what each system holds, what should hold, and why the others did not hear of it. */
export const trace = (request: TraceRequest, announce: Announce): Promise<Trace> =>
  withFacts(request, announce, (facts) => writeTrace(facts, request));
