import { type Severity, severities } from '../model/enums.js';
import {
  groupStates,
  type HarmTotal,
  type Remembered,
  type Triage,
  type TriageGroup,
} from '../model/triage.js';
import { compareText } from '../text/compare.js';
import { toGroup } from './group.js';
import { isSameGroup } from './past.js';
import type { ErrorGroupFacts, TriageContext } from './types.js';

const schema = 'unsilo/src/schema/triage.json';

const rank = (severity: Severity): number => severities.indexOf(severity);
const isOpen = ({ state }: TriageGroup): boolean => state !== 'resolved';

/** What to do first: open before over, then severity and harm, then what is overdue, then persons. */
const firstThings =
  (harms: readonly string[]) =>
  (a: TriageGroup, b: TriageGroup): number =>
    Number(isOpen(b)) - Number(isOpen(a)) ||
    rank(a.severity) - rank(b.severity) ||
    harms.indexOf(a.harm) - harms.indexOf(b.harm) ||
    Number(b.overdue) - Number(a.overdue) ||
    b.persons - a.persons ||
    b.errors - a.errors ||
    groupStates.indexOf(a.state) - groupStates.indexOf(b.state) ||
    compareText(a.key, b.key);

const sum = (groups: readonly TriageGroup[], of: (group: TriageGroup) => number): number =>
  groups.reduce((total, group) => total + of(group), 0);

function totalsOf(groups: readonly TriageGroup[], { harms }: TriageContext): HarmTotal[] {
  return harms.flatMap(({ harm, doc }) => {
    const own = groups.filter((group) => group.harm === harm);
    const open = own.filter(isOpen);
    const worst = Math.min(...(open.length > 0 ? open : own).map(({ severity }) => rank(severity)));
    if (own.length === 0) return [];
    return {
      harm,
      doc,
      severity: severities[worst]!,
      groups: own.length,
      open: open.length,
      overdue: own.filter(({ overdue }) => overdue).length,
      errors: sum(own, ({ errors }) => errors),
    };
  });
}

function detectionOf(groups: readonly TriageGroup[]): Triage['detection'] {
  const names = [...new Set(groups.flatMap(({ detected_by: by }) => Object.keys(by)))].sort(compareText);
  return {
    errors: sum(groups, ({ errors }) => errors),
    by_customer: sum(groups, ({ by_customer: found }) => found),
    detected_by: Object.fromEntries(
      names.map((name) => [name, sum(groups, ({ detected_by: by }) => by[name] ?? 0)]),
    ),
  };
}

/** What the last earlier run had, or remembered, and this one does not. */
function goneOf(facts: readonly ErrorGroupFacts[], { pasts }: TriageContext): Remembered[] {
  const last = pasts.at(-1);
  if (last === undefined) return [];
  const had = last.groups.map(
    ({ key, error_class, origin, same_rows_as, errors, persons }): Remembered => ({
      key: key ?? '',
      error_class,
      origin,
      same_rows_as: [...same_rows_as],
      errors,
      persons,
      last_seen: last.as_of,
    }),
  );
  return [...had, ...last.gone]
    .filter((one) => !facts.some((group) => isSameGroup(one, group)))
    .sort((a, b) => compareText(a.error_class, b.error_class) || compareText(a.origin, b.origin));
}

/** Which error first, who acts by when, and what caused it. Pure: the same facts give the same answer. */
export function triageOf(facts: readonly ErrorGroupFacts[], context: TriageContext): Triage {
  const { estate, pasts, asOf } = context;
  const groups = facts
    .map((one) => toGroup(one, context))
    .sort(firstThings(context.harms.map(({ harm }) => harm)));
  const named = new Set(groups.flatMap(({ path, places }) => [...path, ...places]));
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: context.ecosystem,
    as_of: asOf,
    against: pasts.map(({ file, as_of }) => ({ file, as_of })),
    not_seen: [...context.notSeen],
    harms: totalsOf(groups, context),
    detection: detectionOf(groups),
    groups,
    gone: goneOf(facts, context),
    systems: [...named].sort(compareText).map((system_id) => ({
      system_id,
      name: estate.systems.get(system_id)?.name ?? system_id,
      silo: estate.systems.get(system_id)?.silo ?? '',
    })),
  };
}
