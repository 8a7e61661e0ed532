import type { Contract, ContractCommunication } from '../model/contract.js';

/** What a contract does not say, and the rules that go without. */
export interface Gap {
  readonly lacks: string;
  /** Communications concerned; empty where it is the contract as a whole. */
  readonly communications: readonly string[];
  readonly rules: readonly string[];
}

interface Wanted {
  readonly lacks: string;
  readonly rules: readonly string[];
  readonly isMissing: (one: ContractCommunication) => boolean;
}

const wanted: readonly Wanted[] = [
  {
    lacks: 'no list of what is handed over (template_supplies)',
    rules: ['supply/unsupplied-field', 'supply/unused-supplied-field'],
    isMissing: ({ supplies }) => supplies.length === 0,
  },
  {
    lacks: 'values of which nobody says who masters them (authorities, system_fields)',
    rules: ['supply/non-authoritative-source'],
    isMissing: ({ supplies }) => supplies.some(({ master_id: master }) => master === null),
  },
  {
    lacks: 'values of which no length was measured or declared',
    rules: ['sms/segments'],
    isMissing: ({ supplies }) => supplies.some(({ max_length: longest }) => longest === null),
  },
  {
    lacks: 'no recipients were seen (sends)',
    rules: ['locale/missing'],
    isMissing: ({ recipients }) => recipients === null,
  },
  {
    lacks: 'no owner',
    rules: ['gate/unowned-template'],
    isMissing: ({ owner }) => owner === null,
  },
  {
    lacks: 'templates without the hash that was approved (templates.approved_hash)',
    rules: ['gate/changed-after-approval'],
    isMissing: ({ templates }) => templates.some(({ approved_hash: hash }) => hash === null),
  },
];

const wholes: readonly (Omit<Gap, 'communications'> & { isMissing: (contract: Contract) => boolean })[] = [
  {
    lacks: 'no domains of the organisation (domains in unsilo.yaml)',
    rules: ['link/unowned-domain'],
    isMissing: ({ owned_domains: domains }) => domains.length === 0,
  },
  {
    lacks: 'no place where customers can say no (collection_points with offers_scopes)',
    rules: ['unsubscribe/dead-target'],
    isMissing: ({ opt_out_targets: targets }) => targets.length === 0,
  },
  {
    lacks: 'nothing about consent (preferences)',
    rules: ['consent/purpose-mismatch'],
    isMissing: ({ consent }) => consent.length === 0,
  },
];

/** What a contract lacks, the whole first; empty for one that answers everything. */
export function gapsOf(contract: Contract): Gap[] {
  const whole = wholes
    .filter(({ isMissing }) => isMissing(contract))
    .map(({ lacks, rules }) => ({ lacks, rules, communications: [] }));
  const single = wanted.map(({ lacks, rules, isMissing }) => ({
    lacks,
    rules,
    communications: contract.communications.filter(isMissing).map((one) => one.communication_id),
  }));
  return [...whole, ...single.filter(({ communications }) => communications.length > 0)];
}
