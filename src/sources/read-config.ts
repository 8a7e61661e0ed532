import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, configSchema } from '../model/config.js';
import { type Problem, SourceError, UsageError } from '../model/errors.js';
import { readYaml, type YamlText } from '../text/yaml.js';

export const configFile = 'unsilo.yaml';

/** A problem at a path of unsilo.yaml. */
export type ConfigProblem = (path: readonly PropertyKey[], details: Omit<Problem, 'place'>) => Problem;

/** `unsilo.yaml` and a way to say where in it something is wrong. */
export interface ConfigText {
  readonly config: Config;
  readonly problem: ConfigProblem;
}

const placed =
  (locate: YamlText<Config>['locate']): ConfigProblem =>
  (path, details) => {
    const { row, position } = locate(path);
    const column = path.join('.');
    return {
      place: { file: configFile, row, ...(column && { column }) },
      ...details,
      message: `${details.message} (line ${row}, column ${position})`,
    };
  };

async function readText(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, configFile), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new UsageError({
      message: `no ${configFile} in this folder`,
      value: dir,
      expected: `a folder with ${configFile}`,
      tips: ['unsilo init writes one from the files found'],
    });
  }
}

/** What to do where no source is named: the settings may be those of templates, or all entries still comments. */
function tipsFor(key: string | undefined, text: string): string[] {
  if (key !== 'sources') return [];
  if (/^gate:/m.test(text)) return ['these settings are of templates: unsilo gate checks them'];
  return [
    'complete entries that stand there as comments, and uncomment them',
    'unsilo schema lists the tables',
    'templates alone need no sources: unsilo gate, unsilo baseline create --gate',
  ];
}

/** Reads the ecosystem's `unsilo.yaml`; throws a UsageError without one, a SourceError with all its mistakes. */
export async function readConfig(dir: string): Promise<ConfigText> {
  const text = await readText(dir);
  const { value, mistakes, locate } = readYaml(text, configSchema);
  if (value !== undefined) return { config: value, problem: placed(locate) };
  throw new SourceError(
    mistakes.map(({ row, position, key, message, tips = [], ...rest }) => ({
      place: { file: configFile, row, ...(key && { column: key }) },
      ...rest,
      message: `${message} (line ${row}, column ${position})`,
      tips: [...tips, ...tipsFor(key, text)],
    })),
  );
}
