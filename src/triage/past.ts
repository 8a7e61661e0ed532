import { parseSnapshot } from '../findings/history/read-snapshot.js';
import { UsageError } from '../model/errors.js';
import type { Report } from '../model/report.js';
import { type Remembered, type Triage, triageSchema } from '../model/triage.js';
import { parseJson } from '../text/parse-json.js';
import type { PastGroup, PastTriage } from './types.js';

type Named = Pick<Remembered, 'error_class' | 'origin' | 'same_rows_as'> & {
  readonly key?: string | undefined;
  readonly family?: string | null;
};

/** `system=fee-engine` and `system:fee-engine` are one name. */
const nameOf = (name: string): string => name.replace('=', ':');
const namesOf = ({ origin, same_rows_as: others }: Named): string[] => [origin, ...others.map(nameOf)];

/** Whether two runs speak of one group: by its key, else by class, kind of failure and a name both know. */
export function isSameGroup(a: Named, b: Named): boolean {
  if (a.key !== undefined && a.key === b.key) return true;
  if (a.error_class !== b.error_class || (a.family ?? null) !== (b.family ?? null)) return false;
  return namesOf(a).includes(b.origin) || namesOf(b).includes(a.origin);
}

const ofReport = (file: string, report: Report): PastTriage => ({
  file,
  as_of: report.manifest.as_of,
  ecosystem: report.ecosystem,
  groups: report.error_groups.map((group) => ({
    ...group,
    key: group.group_key,
    family: group.family ?? null,
    severity: undefined,
    isResolved: undefined,
  })),
  gone: [],
});

const ofTriage = (file: string, { as_of, ecosystem, groups, gone }: Triage): PastTriage => ({
  file,
  as_of,
  ecosystem,
  groups: groups.map((group): PastGroup => ({ ...group, isResolved: group.state === 'resolved' })),
  gone,
});

const isTriage = (raw: unknown): boolean =>
  raw !== null &&
  typeof raw === 'object' &&
  String((raw as { $schema?: unknown }).$schema).includes('triage');

/** An earlier run from its JSON: of `unsilo triage`, or of `unsilo audit`. Throws what is wrong with it. */
export function parsePast(file: string, text: string): PastTriage {
  const raw = parseJson(text);
  if (!isTriage(raw)) return ofReport(file, parseSnapshot(file, text));
  const read = triageSchema.safeParse(raw);
  if (read.success) return ofTriage(file, read.data);
  throw new UsageError({
    message: `${file} is damaged or was made by another version`,
    value: read.error.issues[0]!.path.join('.'),
    expected: 'a report of unsilo triage --format json',
  });
}
