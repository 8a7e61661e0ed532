import { join, resolve, sep } from 'node:path';
import { type Asked, askAll } from '../../gate/ask.js';
import { buildWorld, type WorldRequest } from '../../gate/build-world.js';
import { keysOfSms } from '../../gate/evidence/sms-calls.js';
import { createPast } from '../../gate/since.js';
import type { World } from '../../gate/world.js';
import type { GateCoverage } from '../../model/gate-report.js';
import type { GateRule } from '../../model/gate-rule.js';
import { readParts } from '../../templates/read/index.js';
import { readOwnRules } from './own-rules.js';
import { type Changed, readChanged } from './read-before.js';
import { readCodeOwners } from './read-code-owners.js';
import { type ReadContract, readContract } from './read-contract.js';
import { readEvidence } from './read-evidence.js';
import { readTemplateFiles } from './read-files.js';
import { readSenders } from './read-senders.js';
import { assertSettingsFit, type GateConfig, readGateConfig } from './read-settings.js';

export interface LookRequest {
  /** Files and folders with templates. */
  readonly paths: readonly string[];
  readonly config?: string;
  readonly contract?: string;
  /** Revision of git; what differs from it is checked. */
  readonly since?: string;
  /** `2026-11-22`, for what expires. */
  readonly today: string;
}

export type Announce = (stage: string) => void;

/** What a run of the gate looked at and what the rules said, before it is judged. */
export interface Run {
  readonly config: GateConfig;
  readonly contract: ReadContract | undefined;
  readonly unread: GateCoverage['unread'];
  readonly rules: readonly GateRule[];
  readonly world: World;
  readonly asked: Asked;
  readonly changed: Changed | undefined;
}

/** Whether a path relative to the root lies in one of the paths. */
function createIsLookedAt(root: string, paths: readonly string[]): (path: string) => boolean {
  const places = paths.map((path) => resolve(path));
  return (path) => {
    const file = join(root, path);
    return places.some((place) => file === place || file.startsWith(join(place, sep)));
  };
}

/** Templates, settings and contract as they are now. */
export async function readNow(request: LookRequest) {
  const config = await readGateConfig(request.paths, request.config);
  const { root, settings } = config;
  const named = request.contract;
  const contract = await readContract(root, named ?? settings.contract, named !== undefined);
  const { files, unread } = await readTemplateFiles(root, request.paths);
  return { config, contract, files, unread };
}

/** Reads templates and contract, and asks the rules about templates. */
export async function look(request: LookRequest, announce: Announce): Promise<Run> {
  const { rules, lists } = await readOwnRules();
  announce('reading the templates');
  const { config, contract, files, unread } = await readNow(request);
  assertSettingsFit(rules, config);
  const { settings, root } = config;
  const parts = readParts(files, settings);
  const codeOwners = await readCodeOwners(root);
  const senders = await readSenders(root);
  const given: WorldRequest = {
    files,
    parts,
    evidence: await readEvidence(root, parts, settings, senders),
    smsKeys: keysOfSms(parts, senders),
    settings,
    ...(codeOwners && { codeOwners }),
    ...(contract && { contract: contract.contract }),
    today: request.today,
    lists,
  };
  const changed =
    request.since === undefined
      ? undefined
      : await readChanged(root, request.since, {
          world: given,
          config,
          contract: contract?.entry.file,
          isLookedAt: createIsLookedAt(root, request.paths),
        });
  const world = buildWorld({ ...given, ...(changed && { before: createPast(changed.world) }) });
  announce('asking the rules');
  return {
    config,
    contract,
    unread,
    rules,
    world,
    asked: askAll(rules, world, { rules: config.rules, gate: settings }),
    changed,
  };
}
