import { join, resolve, sep } from 'node:path';
import type { Asked } from '../../gate/ask.js';
import { buildWorld, type WorldRequest } from '../../gate/build-world.js';
import { keysOfSms } from '../../gate/evidence/sms-calls.js';
import { createPast, textsOf } from '../../gate/since.js';
import type { World } from '../../gate/world.js';
import type { GateCoverage } from '../../model/gate-report.js';
import type { GateRule } from '../../model/gate-rule.js';
import { readParts } from '../../templates/read/index.js';
import { askRules } from './ask-rules.js';
import { type Helper, startHelper } from './helper.js';
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

type Now = Awaited<ReturnType<typeof readNow>>;

/** Puts together what was read, and asks the rules; a helper does its share. */
async function lookAt(
  now: Now,
  helper: Helper | undefined,
  request: LookRequest,
  announce: Announce,
): Promise<Run> {
  const { rules, lists } = await readOwnRules();
  const { config, contract, files, unread } = now;
  const { settings, root } = config;
  const parts = readParts(files, settings);
  const codeOwners = await readCodeOwners(root);
  const senders = await readSenders(root);
  const asking = {
    evidence: await readEvidence(root, parts, settings, senders),
    smsKeys: keysOfSms(parts, senders),
    ...(contract && { contract: contract.contract }),
    today: request.today,
  };
  const given: WorldRequest = { ...asking, files, parts, settings, ...(codeOwners && { codeOwners }), lists };
  const changed =
    request.since === undefined
      ? undefined
      : await readChanged(root, request.since, {
          world: given,
          config,
          contract: contract?.entry.file,
          isLookedAt: createIsLookedAt(root, request.paths),
        });
  const past = changed && textsOf(changed.world);
  const world = buildWorld({ ...given, ...(past && { before: createPast(past) }) });
  announce('asking the rules');
  const asked = await askRules({
    rules,
    world,
    settings: { rules: config.rules, gate: settings },
    helper,
    asking: { ...asking, root, ...(past && { past }) },
  });
  return { config, contract, unread, rules, world, asked, changed };
}

/** Reads templates and contract, and asks the rules about templates. */
export async function look(request: LookRequest, announce: Announce): Promise<Run> {
  announce('reading the templates');
  const now = await readNow(request);
  assertSettingsFit((await readOwnRules()).rules, now.config);
  const helper = startHelper({ files: now.files, settings: now.config.settings });
  try {
    return await lookAt(now, helper, request, announce);
  } finally {
    helper?.end();
  }
}
