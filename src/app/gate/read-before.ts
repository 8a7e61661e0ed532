import { buildWorld, type WorldRequest } from '../../gate/build-world.js';
import type { World } from '../../gate/world.js';
import { type Contract, contractSchema } from '../../model/contract.js';
import type { TemplateFile } from '../../model/template.js';
import { readParts } from '../../templates/read/index.js';
import { compareText } from '../../text/compare.js';
import { type Changes, readBefore, readChanges } from './git.js';
import { decodeTemplate, isTemplatePath } from './read-files.js';
import { configFile, type GateConfig, parseGateConfig } from './read-settings.js';

/** What differs from a commit, and the messages as they were in it. */
export interface Changed extends Changes {
  readonly world: World;
}

/** A run as it is now. */
interface Now {
  readonly world: WorldRequest;
  readonly config: GateConfig;
  /** File of the contract as the settings name it. */
  readonly contract: string | undefined;
  /** Whether a path lies in what is checked. */
  readonly isLookedAt: (path: string) => boolean;
}

type Old = ReadonlyMap<string, Buffer>;

/** The templates as they were: unchanged ones as they are, changed ones from the commit, new ones left out. */
function oldFiles(
  files: readonly TemplateFile[],
  changed: readonly string[],
  old: Old,
  isLookedAt: (path: string) => boolean,
): TemplateFile[] {
  const differs = new Set(changed);
  const kept = files.filter(({ path }) => !differs.has(path));
  const before = changed.flatMap((path) => {
    const bytes = old.get(path);
    return bytes && isTemplatePath(path) && isLookedAt(path) ? [decodeTemplate(path, bytes)] : [];
  });
  return [...kept, ...before].sort((a, b) => compareText(a.path, b.path));
}

function oldContract(file: string | undefined, changed: readonly string[], old: Old, now?: Contract) {
  if (file === undefined || !changed.includes(file)) return now;
  try {
    return contractSchema.parse(JSON.parse(old.get(file)?.toString('utf8') ?? ''));
  } catch {
    return undefined;
  }
}

/** Settings as they were; those of now where they were broken. */
function oldSettings(changed: readonly string[], old: Old, { settings }: GateConfig) {
  if (!changed.includes(configFile)) return settings;
  try {
    return parseGateConfig(configFile, old.get(configFile)?.toString('utf8') ?? '').settings;
  } catch {
    return settings;
  }
}

/** What differs from a revision of git. Throws a UsageError where git cannot tell. */
export async function readChanged(root: string, revision: string, now: Now): Promise<Changed> {
  const changes = await readChanges(root, revision);
  const old = await readBefore(root, changes.commit, changes.files);
  const settings = oldSettings(changes.files, old, now.config);
  const files = oldFiles(now.world.files, changes.files, old, now.isLookedAt);
  const { contract: _, ...rest } = now.world;
  const contract = oldContract(now.contract, changes.files, old, now.world.contract);
  const request = {
    ...rest,
    files,
    settings,
    parts: readParts(files, settings),
    ...(contract && { contract }),
  };
  return { ...changes, world: buildWorld(request) };
}
