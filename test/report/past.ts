import type { Report } from '../../src/model/report.js';
import { finding, richReport } from './fixtures.js';

const suppression = {
  reason: 'Replaced by the new card engine in May',
  owner: 'Head of Cards',
  created: '2026-03-01',
  expires: '2026-06-30',
};
const size = { severity: 'high', persons: 12, messages: 3 } as const;

/** The rich report compared with an earlier run and a baseline. */
export const pastReport: Report = {
  ...richReport,
  summary: { ...richReport.summary, suppressed: 1 },
  findings: [
    finding({ fingerprint: 'f-new', subject: 'pair:a>b/x', status: 'new' }),
    finding({ fingerprint: 'f-worse', subject: 'pair:a>c/x', status: 'worse' }),
    finding({ fingerprint: 'f-known', subject: 'pair:a>d/x', status: 'known', suppression }),
    finding({ fingerprint: 'f-back', subject: 'pair:a>e/x', status: 'regressed' }),
  ],
  fixed: [
    {
      ...size,
      fingerprint: 'f-fixed',
      rule: 'flow/one-way',
      title: 'Changes never come back',
      subject: 'flow:a-b',
      fixed: '2026-03-31',
    },
  ],
  unseen: [
    {
      ...size,
      fingerprint: 'f-unseen',
      rule: 'delivery/failure-rate',
      title: 'Too many messages never arrive',
      subject: 'system:a/email',
      why: 'rule_not_evaluated',
      what: ['delivery_events'],
      last_seen: '2026-02-28',
    },
  ],
};

/** The same, with what it was compared with in its manifest. */
export const comparedReport: Report = {
  ...pastReport,
  manifest: {
    ...pastReport.manifest,
    baseline: { file: 'unsilo.baseline.yaml', sha256: 'e'.repeat(64), entries: 1, today: '2026-04-10' },
    against: { file: 'last.json', sha256: 'f'.repeat(64), as_of: '2026-02-28T12:00:00Z' },
  },
};
