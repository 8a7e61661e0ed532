import type { Problem } from '../model/errors.js';
import type { SourceConfig } from '../model/source-settings.js';
import { didYouMean } from '../text/nearest.js';
import type { ConfigProblem } from './read-config.js';
import { readMapping, readMappingNames } from './read-mappings.js';

/** What is wrong with the mapping a source names: there is none of that name, or it reads another table. */
export async function namedMappingProblems(
  { mapping, table }: SourceConfig,
  path: readonly PropertyKey[],
  problem: ConfigProblem,
): Promise<Problem[]> {
  if (mapping === undefined) return [];
  const names = await readMappingNames();
  if (!names.includes(mapping)) {
    const tips = [...didYouMean(mapping, names), 'unsilo schema sources lists them'];
    const expected = `one of ${names.join(', ')}`;
    return [problem(path, { message: `there is no mapping '${mapping}'`, value: mapping, expected, tips })];
  }
  const read = (await readMapping(mapping)).table;
  if (read === table) return [];
  const message = `the mapping '${mapping}' makes records of ${read}, not of ${table}`;
  return [problem(path, { message, value: mapping, expected: `table: ${read}` })];
}
