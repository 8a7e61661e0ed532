import { fileURLToPath } from 'node:url';
import type { SeverityPolicy } from '../../src/model/policy.js';
import { readEscalation } from '../../src/rules/read-escalation.js';
import { readPolicy } from '../../src/rules/read-packs.js';
import type { Estate } from '../../src/triage/estate.js';
import type { ErrorGroupFacts, PastGroup, PastTriage, TriageContext } from '../../src/triage/types.js';

const folder = fileURLToPath(new URL('../../rules', import.meta.url));
export const escalation = await readEscalation(folder);
export const severity: SeverityPolicy = await readPolicy(folder);

const owner = (owner_id: string, escalates_to: string | null) => ({
  owner_id,
  name: `The ${owner_id}`,
  contact: `${owner_id}@bank.example`,
  escalates_to,
});

/** Fees flow from the ledger over the composer to the printer; three owners, one above the other. */
export const estate: Estate = {
  owners: new Map(
    [owner('printer', 'output'), owner('output', 'board'), owner('board', null)].map((one) => [
      one.owner_id,
      one,
    ]),
  ),
  answering: new Map([
    ['system:print', 'printer'],
    ['system:composer', 'output'],
    ['comm:fees', 'board'],
  ]),
  systems: new Map([
    ['ledger', { name: 'Ledger', silo: 'Core' }],
    ['composer', { name: 'Composer', silo: 'Output' }],
    ['print', { name: 'Print room', silo: 'Output' }],
  ]),
  communications: new Map([
    ['fees', 'Fee notice'],
    ['offers', 'Offers'],
  ]),
  steps: [
    { communication_id: 'fees', channel: null, system_id: 'ledger', kind: 'source' },
    { communication_id: 'fees', channel: null, system_id: 'composer', kind: 'composition' },
    { communication_id: 'fees', channel: 'post', system_id: 'print', kind: 'delivery' },
    { communication_id: 'offers', channel: 'email', system_id: 'mailer', kind: 'delivery' },
  ],
  templates: [{ template_id: 'T12', communication_id: 'fees', channel: 'post' }],
  channels: [{ channel: 'post', system_id: 'print', vendor: 'paperline' }],
  flows: [{ flow_id: 'f1', from: 'ledger', to: 'composer' }],
};

export const facts = (parts: Partial<ErrorGroupFacts> = {}): ErrorGroupFacts => ({
  key: 'g1-0123456789ab',
  error_class: 'wrong_amount',
  family: null,
  origin: 'system:ledger',
  verdict: 'localised',
  pattern: 'system=ledger',
  same_rows_as: [],
  errors: 30,
  errors_of: 40,
  messages: 1000,
  messages_of: 9000,
  expected: '1.5000',
  ratio: '20.0000',
  ratio_low: '14.0000',
  ratio_high: '28.6000',
  explained: '0.9500',
  p_adjusted: '3.1e-24',
  persons: 29,
  exposed: 800,
  first_at: '2026-06-01T09:30:00.000Z',
  last_at: '2026-06-28T10:00:00.000Z',
  detected_by: { customer: 20, agent: 10 },
  by_customer: 20,
  hours_known: 30,
  rivals: [],
  moments: [],
  corrected: null,
  uncorrected: null,
  hours_corrected: null,
  corrected_at: null,
  timeline: Array.from({ length: 10 }, (_, i) => ({
    day: `2026-06-${String(1 + 3 * i).padStart(2, '0')}`,
    errors: 3,
  })),
  path: ['ledger', 'composer', 'print'],
  evidence: [{ file: 'reports.csv', row: 7 }],
  fingerprint: null,
  finding: undefined,
  ...parts,
});

export const context = (parts: Partial<TriageContext> = {}): TriageContext => ({
  ecosystem: 'Bank',
  asOf: '2026-06-30T12:00:00.000Z',
  policy: escalation,
  own: {},
  harms: severity.harms,
  raise: severity.raise,
  estate,
  notSeen: [],
  pasts: [],
  ...parts,
});

export const past = (
  as_of: string,
  groups: Partial<PastGroup>[],
  parts: Partial<PastTriage> = {},
): PastTriage => ({
  file: `${as_of.slice(0, 10)}.json`,
  as_of,
  ecosystem: 'Bank',
  groups: groups.map((group) => ({
    key: undefined,
    error_class: 'wrong_amount',
    family: null,
    origin: 'system:ledger',
    same_rows_as: [],
    errors: 10,
    persons: 9,
    severity: undefined,
    isResolved: undefined,
    ...group,
  })),
  gone: [],
  ...parts,
});
