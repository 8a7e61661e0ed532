import { agreedSeconds, readInventory } from '../../facts/inventory.js';
import { readCarriers } from '../../facts/lookup/contract/carriers.js';
import { readConsent } from '../../facts/lookup/contract/consent.js';
import { readMeasures } from '../../facts/lookup/contract/measures.js';
import { readRecipients } from '../../facts/lookup/contract/recipients.js';
import { buildEcosystemGraph } from '../../graph/index.js';
import { type Contract, contractSchema } from '../../model/contract.js';
import { compareText } from '../../text/compare.js';
import { judgeRun } from '../judge-run.js';
import { type Announce, type Run, type RunRequest, withRun } from '../run-stages.js';
import { assembleCommunication } from './assemble.js';
import { optOutsOf } from './opt-outs.js';
import { readContractInventory } from './read-inventory.js';
import { consentOf } from './recipients.js';

export interface ContractRequest extends RunRequest {
  /** Seconds after as-of in which templates may rely on it. */
  readonly validFor: number;
}

/** Where the JSON Schema of a contract is found, relative to the package. */
const schema = 'unsilo/src/schema/contract.json';

const afterSeconds = (time: string, seconds: number): string =>
  new Date(Date.parse(time) + seconds * 1000).toISOString();

const inputsOf = ({ inputs }: Run): Contract['inputs'] =>
  inputs
    .map(({ file, sha256, rows_used: rows }) => ({ file, sha256, rows }))
    .sort((a, b) => compareText(a.file, b.file));

async function readMaterial(run: Run) {
  const { store, config } = run;
  const { findings } = await judgeRun(run, { failOn: 'never', show: 'info', strict: false });
  return {
    config,
    findings,
    inventory: await readContractInventory(store),
    graph: buildEcosystemGraph(await readInventory(store), agreedSeconds(config)),
    measured: await readMeasures(store),
    recipients: await readRecipients(store),
    carriers: await readCarriers(store),
  };
}

async function contractOf(run: Run, { validFor }: ContractRequest): Promise<Contract> {
  const material = await readMaterial(run);
  const { config, inventory, graph } = material;
  const domains = [...(config.domains ?? []), ...(config.gate?.domains ?? [])].map((name) =>
    name.toLowerCase(),
  );
  return {
    $schema: schema,
    schema_version: 1,
    ecosystem: config.name,
    as_of: run.asOf.time,
    valid_until: afterSeconds(run.asOf.time, validFor),
    inputs: inputsOf(run),
    communications: inventory.communications.map((row) => assembleCommunication(material, row)),
    opt_out_targets: optOutsOf(inventory, graph),
    consent: consentOf(await readConsent(run.store)),
    owned_domains: [...new Set(domains)].sort(compareText),
    owners: inventory.owners.map(({ owner_id, name }) => ({ owner_id, name })),
  };
}

/** What templates may rely on in an ecosystem, without a person or a value in it. */
export const exportContract = (request: ContractRequest, announce: Announce): Promise<Contract> =>
  withRun(request, announce, async (run) => {
    announce('writing the contract');
    return contractSchema.parse(await contractOf(run, request));
  });
