import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isNamed } from '../../gate/settings-by-path.js';
import { type Config, configSchema } from '../../model/config.js';
import { SourceError, UsageError } from '../../model/errors.js';
import type { GateRule } from '../../model/gate-rule.js';
import { type GateSettings, gateSettingsSchema } from '../../model/gate-settings.js';
import { insideOf } from '../../text/inside-of.js';
import { didYouMean } from '../../text/nearest.js';
import { readYaml } from '../../text/yaml.js';

export const configFile = 'unsilo.yaml';

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
  /** It describes more than templates, and may speak of rules the gate does not have. */
  readonly isEcosystem: boolean;
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
  return insideOf(process.cwd(), folder) === undefined ? folder : process.cwd();
}

async function readText(file: string, named = file): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError({ message: `--config ${named} cannot be read`, expected: 'an unsilo.yaml' });
  }
}

/** The settings of an unsilo.yaml as far as the gate needs them. Throws a SourceError with all its mistakes. */
export function parseGateConfig(
  file: string,
  text: string,
): Omit<GateConfig, 'root' | 'name'> & { readonly name?: string } {
  const value = parse(file, text);
  return {
    ...(value.name !== undefined && { name: value.name }),
    settings: value.gate ?? gateSettingsSchema.parse({}),
    rules: value.rules ?? {},
    require: value.require ?? [],
    isEcosystem: value.sources !== undefined,
  };
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

async function findPlace(paths: readonly string[], named: string | undefined) {
  const folder = resolve(await folderOf(paths[0] ?? '.'));
  const file = named === undefined ? await findConfig(folder) : resolve(named);
  return { file, root: file === undefined ? rootWithout(folder) : dirname(file) };
}

/** The folder that paths of templates and settings are relative to. */
export const findGateRoot = async (paths: readonly string[], named?: string): Promise<string> =>
  (await findPlace(paths, named)).root;

/** Settings of the gate: of the file named, else of the nearest unsilo.yaml; the usual ones where there is none. */
export async function readGateConfig(paths: readonly string[], named?: string): Promise<GateConfig> {
  const { file, root } = await findPlace(paths, named);
  const text = file === undefined ? '{}' : await readText(file, named);
  const config = parseGateConfig(basename(file ?? configFile), text);
  return { ...config, root, name: config.name ?? basename(root) };
}

/** Throws a SourceError for settings of rules that do not exist; an ecosystem has further rules of its own. */
export function assertSettingsFit(
  gateRules: readonly GateRule[],
  { settings, rules, require, isEcosystem }: GateConfig,
): void {
  const names = [
    ...(settings.rules ?? []).map(({ rule }) => rule),
    ...(isEcosystem ? [] : [...Object.keys(rules), ...require]),
  ];
  const ids = gateRules.map(({ id }) => id);
  const problems = names
    .filter((name) => !gateRules.some((rule) => isNamed(rule, name)))
    .map((name) => ({
      place: { file: configFile },
      message: `unknown rule '${name}'`,
      tips: [...didYouMean(name, ids), 'unsilo rules list shows all'],
    }));
  if (problems.length > 0) throw new SourceError(problems);
}
