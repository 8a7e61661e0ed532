import type { Column } from '../../model/column.js';
import type { ColumnMapping } from '../../model/column-settings.js';
import type { Problem } from '../../model/errors.js';
import type { SourceConfig } from '../../model/source-settings.js';
import type { Table } from '../../model/table.js';
import { didYouMean } from '../../text/nearest.js';
import { isCount, knownSpecifiers, unknownSpecifiers } from '../sql/formats.js';
import type { Calendar } from './plan.js';

type Path = readonly PropertyKey[];
type Report = (path: Path, details: Omit<Problem, 'place'>) => Problem;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
};

/** The problem of a time zone that does not exist. */
export const zoneProblem = (zone: string | undefined, path: Path, report: Report): Problem[] =>
  zone === undefined || isZone(zone)
    ? []
    : [
        report(path, {
          message: `unknown time zone '${zone}'`,
          value: zone,
          expected: 'an IANA zone such as Europe/Berlin',
        }),
      ];

/** Values unsilo.yaml states must be ones the column can have. */
function valueProblem(value: string, spec: Column, path: Path, report: Report): Problem[] {
  const known = spec.kind === 'boolean' ? ['true', 'false', 'yes', 'no'] : spec.values;
  if (known === undefined || spec.kind === 'list' || known.includes(value.toLowerCase())) return [];
  return [
    report(path, {
      message: `'${value}' is no value of this column`,
      value,
      expected: `one of ${known.join(', ')}`,
      tips: didYouMean(value, known),
    }),
  ];
}

/** A pattern must name parts of a time that can be read, or every row would fail. */
function formatProblem(
  format: string | undefined,
  calendar: Calendar,
  path: Path,
  report: Report,
): Problem[] {
  if (format === undefined || isCount(format)) return [];
  const unknown = unknownSpecifiers(format, calendar);
  if (unknown.length === 0 && format.includes('%')) return [];
  const message =
    unknown.length > 0
      ? `the format has ${unknown.map((one) => `'${one}'`).join(', ')}, which ${calendar} times cannot be read by`
      : 'the format names no part of a time';
  return [
    report(path, {
      message,
      value: format,
      expected: `a pattern of ${knownSpecifiers(calendar)}, such as %d.%m.%Y`,
    }),
  ];
}

function mappingProblems(
  mapping: ColumnMapping,
  spec: Column,
  path: Path,
  report: Report,
  calendar: Calendar,
): Problem[] {
  const stated: [string, Path][] = [
    ...(mapping.constant === undefined ? [] : [[mapping.constant, [...path, 'constant']] as [string, Path]]),
    ...(mapping.absent === undefined || mapping.absent === 'skip'
      ? []
      : [[mapping.absent, [...path, 'absent']] as [string, Path]]),
    ...(mapping.otherwise === undefined || mapping.otherwise === 'skip'
      ? []
      : [[mapping.otherwise, [...path, 'otherwise']] as [string, Path]]),
    ...Object.entries(mapping.values ?? {})
      .filter(([, value]) => value !== 'skip')
      .map(([code, value]): [string, Path] => [value, [...path, 'values', code]]),
  ];
  return [
    ...stated.flatMap(([value, at]) => valueProblem(value, spec, at, report)),
    ...zoneProblem(mapping.time_zone, [...path, 'time_zone'], report),
    ...formatProblem(mapping.format, mapping.calendar ?? calendar, [...path, 'format'], report),
  ];
}

/** Mistakes of a source's mapping that show without looking at its files. */
export function sourceProblems(source: SourceConfig, table: Table, path: Path, report: Report): Problem[] {
  const names = Object.keys(table.columns);
  const parts: [SourceConfig['columns'], Path][] = [
    [source.columns, [...path, 'columns']],
    ...(source.records ?? []).map((entry, i): [SourceConfig['columns'], Path] => [
      entry,
      [...path, 'records', i],
    ]),
  ];
  const columns = parts.flatMap(([entry, at]) =>
    Object.entries(entry ?? {}).flatMap(([name, given]) => {
      const spec = table.columns[name];
      if (spec !== undefined)
        return typeof given === 'string'
          ? []
          : mappingProblems(given, spec, [...at, name], report, source.calendar ?? 'gregorian');
      return [
        report([...at, name], {
          message: `table ${table.name} has no column '${name}'`,
          value: name,
          expected: `one of ${names.join(', ')}`,
          tips: didYouMean(name, names),
        }),
      ];
    }),
  );
  return [...zoneProblem(source.time_zone, [...path, 'time_zone'], report), ...columns];
}
