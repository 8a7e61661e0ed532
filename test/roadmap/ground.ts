import { buildEcosystemGraph } from '../../src/graph/index.js';
import type { Flow, Inventory } from '../../src/graph/types.js';
import type { Finding } from '../../src/model/finding.js';
import type { Gaps } from '../../src/roadmap/gaps.js';
import type { Ground, Point } from '../../src/roadmap/ground.js';

/** A flow that carries fields as they are. */
export const flow = (
  flowId: string,
  from: string,
  to: string,
  fields: readonly string[],
  latency = 60,
): Flow => ({
  flowId,
  from,
  to,
  mechanism: 'api',
  latency,
  schedule: null,
  fields: fields.map((field) => ({
    sourceField: field,
    targetField: field,
    transform: 'identity',
    valueMap: '',
    keyType: '',
  })),
  source: 0,
  row: 2,
});

export const finding = (
  rule: string,
  subject: string,
  args: Finding['args'] = {},
  more: Partial<Finding> = {},
): Finding => ({
  fingerprint: `${rule} ${subject}`,
  rule,
  title: '',
  subject,
  case: '',
  harm: '',
  severity: 'medium',
  confidence: 'certain',
  message: '',
  remediation: '',
  cause: null,
  persons: null,
  messages: null,
  args,
  evidence: [],
  path: [],
  owners: [],
  due: null,
  status: null,
  suppression: null,
  ...more,
});

const none: Gaps = {
  findings: [],
  errors: [],
  loops: [],
  ends: [],
  corrections: [],
  masters: [],
  circles: [],
  fields: [],
  oneWay: [],
  scopes: [],
  steps: [],
  needs: [],
  silos: new Map(),
  unsent: [],
  reporting: [],
  ending: [],
};

/** What proposals are made on, from what matters in a case. */
export function ground(given: {
  readonly flows?: readonly Flow[];
  readonly systems?: readonly string[];
  readonly points?: readonly Point[];
  readonly roles?: Inventory['systemFields'];
  readonly wants?: Ground['wants'];
  readonly gaps?: Partial<Gaps>;
  readonly authorities?: Ground['authorities'];
}): Ground {
  const flows = given.flows ?? [];
  const inventory: Inventory = {
    systems: [...new Set([...(given.systems ?? []), ...flows.flatMap(({ from, to }) => [from, to])])].sort(),
    flows,
    systemFields: given.roles ?? [],
    pointFields: (given.points ?? []).flatMap(({ id, systemId, fields }) =>
      fields.map((field) => ({ pointId: id, systemId, field })),
    ),
    mentionedFields: [
      ...flows.flatMap(({ fields }) => fields.map(({ sourceField }) => sourceField)),
      ...(given.roles ?? []).map(({ field }) => field),
      ...(given.points ?? []).flatMap(({ fields }) => fields),
    ],
  };
  return {
    graph: buildEcosystemGraph(inventory, () => 86_400),
    inventory,
    points: given.points ?? [],
    lobs: new Map(),
    wants: given.wants ?? [],
    gaps: { ...none, ...given.gaps },
    authorities: given.authorities ?? [],
    latency: 'PT1H',
  };
}
