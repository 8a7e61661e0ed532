import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type Config, configSchema } from '../../model/config.js';
import { SourceError, UsageError } from '../../model/errors.js';
import { type GateSettings, gateSettingsSchema } from '../../model/gate-settings.js';
import { readYaml } from '../../text/yaml.js';

const configFile = 'unsilo.yaml';

/** A repository of templates needs nothing of an ecosystem but `gate`, `rules` and `require`. */
const gateConfigSchema = configSchema.partial();

export interface GateConfig {
  /** Folder that paths of templates and settings are relative to. */
  readonly root: string;
  /** `name` of unsilo.yaml, else that of the folder. */
  readonly name: string;
  readonly settings: GateSettings;
  readonly rules: NonNullable<Config['rules']>;
  readonly require: readonly string[];
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The nearest unsilo.yaml at or above a path, as far up as its repository goes. */
async function findConfig(from: string): Promise<string | undefined> {
  const file = join(from, configFile);
  if (await isThere(file)) return file;
  const above = dirname(from);
  if (above === from || (await isThere(join(from, '.git')))) return undefined;
  return findConfig(above);
}

const folderOf = async (path: string): Promise<string> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ? path : dirname(path);

/** Without settings paths are relative to where unsilo runs, or to a folder that lies elsewhere. */
function rootWithout(folder: string): string {
  const isInside = !relative(process.cwd(), folder).startsWith('..');
  return isInside ? process.cwd() : folder;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError({ message: `--config ${file} cannot be read`, expected: 'an unsilo.yaml' });
  }
}

function parse(file: string, text: string) {
  const { value, mistakes } = readYaml(text, gateConfigSchema);
  if (value !== undefined) return value;
  throw new SourceError(
    mistakes.map(({ row, position, key, message, ...rest }) => ({
      place: { file, row, ...(key && { column: key }) },
      ...rest,
      message: `${message} (line ${row}, column ${position})`,
    })),
  );
}

/** Settings of the gate: of the file named, else of the nearest unsilo.yaml; the usual ones where there is none. */
export async function readGateConfig(paths: readonly string[], named?: string): Promise<GateConfig> {
  const folder = resolve(await folderOf(paths[0] ?? '.'));
  const file = named === undefined ? await findConfig(folder) : resolve(named);
  const root = file === undefined ? rootWithout(folder) : dirname(file);
  const value = file === undefined ? {} : parse(basename(file), await readText(file));
  return {
    root,
    name: value.name ?? basename(root),
    settings: value.gate ?? gateSettingsSchema.parse({}),
    rules: value.rules ?? {},
    require: value.require ?? [],
  };
}
