import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/errors.js';
import type { SourceConfig } from '../../model/source-settings.js';
import type { ConfigProblem } from '../read-config.js';
import type { SourceFile } from '../types.js';
import { fileSpecifiers, observedOf, observedProblem } from './observed.js';

/** Tables that hold a state, so that two exports can be held against each other. */
const states = ['customers', 'identity_keys', 'preferences'];

/** The time of the export as a value of every row, where the table has a column for it and no other is mapped. */
function withConstant(source: SourceConfig, to: string): SourceConfig {
  if (source.table !== 'preferences' || source.columns?.observed_at !== undefined) return source;
  return { ...source, columns: { ...source.columns, observed_at: { constant: to, calendar: 'gregorian' } } };
}

/** The day an export of one entry was drawn, in each of its files. */
function observe(file: SourceFile, zone: string | undefined): SourceFile {
  const { source } = file;
  const { observed_at, calendar = 'gregorian', time_zone } = source;
  const observed = observed_at && observedOf(file.file, observed_at, calendar, time_zone ?? zone);
  return observed ? { ...file, observed, source: withConstant(source, observed.to) } : file;
}

type Say = (key: string, details: Omit<Problem, 'place'>) => Problem;

function timeProblems(source: SourceConfig, files: readonly SourceFile[], say: Say): Problem[] {
  const { observed_at = '' } = source;
  const wrong = observed_at.includes('%') ? observedProblem(observed_at) : undefined;
  const expected = `a day, a time with its offset, or a pattern of ${fileSpecifiers.join(' ')} and *`;
  if (wrong) return [say('observed_at', { message: wrong, value: observed_at, expected })];
  return files
    .filter(({ observed }) => observed === undefined)
    .map(({ file }) =>
      say('observed_at', { message: `no time of export for '${file}'`, value: observed_at, expected }),
    );
}

function orderProblems(source: SourceConfig, files: readonly SourceFile[], say: Say): Problem[] {
  const { table, exports } = source;
  const expected = 'complete, when each file holds everything, or additions, when each holds what is new';
  if (exports === undefined)
    return files.length > 1 && states.includes(table)
      ? [
          say('observed_at', {
            message: 'several exports of one source, and exports does not say of what',
            expected,
          }),
        ]
      : [];
  if (exports === 'additions') return [];
  if (!states.includes(table))
    return [
      say('exports', {
        message: `complete exports of ${table} have no difference`,
        expected: `one of ${states.join(', ')}`,
      }),
    ];
  const days = files.map(({ observed }) => observed!.from);
  const twice = files.filter(({ observed }) => days.filter((day) => day === observed!.from).length > 1);
  return twice.map(({ file }) =>
    say('observed_at', {
      message: `'${file}' was drawn at the same time as another export of this source`,
      expected: 'one file for each time',
      tips: ['give parts of one export as sources of their own'],
    }),
  );
}

/** Gives the files of one entry the time of their export; tells what does not fit. */
export function planExports(
  found: readonly SourceFile[],
  source: SourceConfig,
  entry: number,
  { config, problem }: { readonly config: Config; readonly problem: ConfigProblem },
): { files: readonly SourceFile[]; problems: Problem[] } {
  const say: Say = (key, details) => problem(['sources', entry, key], details);
  if (source.observed_at === undefined) {
    const expected = 'observed_at, the time of each export';
    const missing = source.exports === 'complete' && found.length > 1;
    return {
      files: found,
      problems: missing
        ? [say('exports', { message: 'exports of unknown times cannot be compared', expected })]
        : [],
    };
  }
  const files = found.map((file) => observe(file, config.time_zone));
  const problems = timeProblems(source, files, say);
  return { files, problems: problems.length > 0 ? problems : orderProblems(source, files, say) };
}
