import type { Report } from '../src/model/report.js';
import { finding, richReport } from '../test/report/fixtures.js';

export const [findings, systems, flows] = [100_000, 500, 3_000];

const systemOf = (at: number): string => `system-${at % systems}`;
const levels = ['critical', 'high', 'medium', 'low', 'info'] as const;
const causes = ['no_flow', 'field_not_mapped', 'too_slow', 'lost', 'one_way'] as const;

function made(at: number): Report['findings'][number] {
  const [from, to] = [systemOf(at), systemOf(at * 7 + 1)];
  return finding({
    fingerprint: at.toString(16).padStart(16, '0'),
    subject: `pair:${from}>${to}/contact.field_${at}`,
    severity: levels[Math.floor((at * levels.length) / findings)]!,
    cause: causes[at % causes.length]!,
    path: [from, to],
    persons: { count: (at * 7919) % 10_000, of: 10_000 },
  });
}

/** A snapshot with many findings about many systems, the same every time. */
export const snapshot = (): Report => ({
  ...richReport,
  findings: Array.from({ length: findings }, (_, at) => made(at)),
  systems: Array.from({ length: systems }, (_, at) => ({
    ...richReport.systems[0]!,
    system_id: systemOf(at),
    name: `System number ${at}`,
    silo: `Silo ${at % 20}`,
  })),
  flows: Array.from({ length: flows }, (_, at) => ({
    ...richReport.flows[0]!,
    flow_id: `flow-${at}`,
    from: systemOf(at),
    to: systemOf(at * 11 + 3),
  })),
});
