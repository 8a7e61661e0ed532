import type { Answers, PersonRow, Persons, SystemNotes } from '../../explore/port.js';
import type { Atlas } from '../../map/estate.js';
import type { Report } from '../../model/report.js';
import { mask } from '../../text/mask.js';
import { type Affected, lookUp } from '../affected.js';
import { countPersons } from '../map/read-estate.js';
import { openMap } from '../map.js';
import { writeTrace } from '../preferences/trace.js';
import type { Run } from '../run-stages.js';
import { triageRun } from '../triage/index.js';
import type { ExploreRequest } from './request.js';

/** Persons behind a finding that are shown; `unsilo affected` streams all of them. */
const most = 1000;

/** As `unsilo roadmap` has them when nothing is said. */
const roadmapDefaults = { latency: 'PT1H', changes: 3 } as const;

type Named = ExploreRequest['naming'];

const toRow = ({ person_key, system_id, subject_key, file, row }: Affected, { name }: Named): PersonRow => ({
  person: person_key === null ? '' : name(person_key),
  system: system_id ?? '',
  key: subject_key === null ? '' : mask(subject_key),
  file,
  row,
});

/** The first of the rows behind a finding. */
async function firstOf(chunks: AsyncIterable<Affected[]>, naming: Named): Promise<Persons> {
  const rows: PersonRow[] = [];
  for await (const chunk of chunks) {
    for (const record of chunk) {
      if (rows.length === most) return { rows, more: true };
      rows.push(toRow(record, naming));
    }
  }
  return { rows, more: false };
}

/** What a system is for: channels, communications, collection points and fields by role. */
async function notesOn(run: Run, { map }: Atlas, id: string): Promise<SystemNotes> {
  const own = map.system_fields.filter(({ system_id }) => system_id === id);
  const roles = [...new Set(own.map(({ role }) => role))].sort();
  const passing = map.communications.filter(({ steps }) => steps.some(({ system_id }) => system_id === id));
  return {
    persons: await countPersons(run.store, [id]),
    channels: [
      ...new Set(map.channels.filter(({ system_id }) => system_id === id).map(({ channel }) => channel)),
    ],
    communications: passing.map(({ name }) => name),
    points: map.collection_points.filter(({ system_id }) => system_id === id).map(({ name }) => name),
    fields: roles.map((role) => ({
      role,
      fields: own.filter((one) => one.role === role).map(({ field }) => field),
    })),
  };
}

/** Remembers the first answer to a question that is always the same; a failure may be asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

/** What a run can be asked while the explorer is open. */
export function answersOf(run: Run, request: ExploreRequest, report: Report): Answers {
  const { naming } = request;
  const atlas = once(() => openMap(run));
  let tell: Parameters<Answers['roadmap']>[0] = () => undefined;
  const plan = once(async () => {
    const { planRoadmap } = await import('../roadmap/index.js');
    const audited = { ...request, failOn: 'never', show: 'info', strict: false } as const;
    return planRoadmap({ ...audited, ...roadmapDefaults }, (stage) => tell(stage));
  });
  return {
    async persons(fingerprint) {
      const finding = report.findings.find((one) => one.fingerprint === fingerprint);
      return finding ? firstOf(lookUp(run, finding), naming) : { rows: [], more: false };
    },
    triage: once(() => triageRun(run, [])),
    customer: (key) => writeTrace(run, { ...request, key, reveal: false, naming }),
    system: async (id) => notesOn(run, await atlas(), id),
    roadmap(say) {
      tell = say;
      return plan();
    },
  };
}
