import type { RoadmapDocument, TwinState } from '../../../src/model/roadmap-document.js';
import {
  type Roadmap,
  type RoadmapInitiative,
  roadmapSchema,
  type Standing,
} from '../../../src/model/roadmap-report.js';
import { noScorecard } from '../../../src/model/scorecard.js';

const standing = (persons: number): Standing => ({
  persons_in_conflict: persons,
  persons: 340,
  messages_in_conflict: persons * 2,
  demands_met: 12 - persons,
  demands: 12,
  worst_latency_s: 86_400,
  single_points: 1,
  findings: { critical: persons, high: 0, medium: 0, low: 0, info: 0 },
  failing: persons,
  scorecard: noScorecard,
});

export const initiative = (given: Partial<RoadmapInitiative> = {}): RoadmapInitiative => ({
  id: 'add_flow:crm>mailer',
  kind: 'add_flow',
  basis: 'conflicts',
  provable: true,
  title: 'Bring choices from crm to mailer',
  what: 'Build a flow from crm to mailer.',
  systems: ['crm', 'mailer'],
  fields: ['preference.consent.email'],
  flows: [],
  owners: { giver: 'Ada Osei', receiver: null },
  effort: 4,
  persons_alone: 5,
  persons_added: 5,
  persons_touched: 7,
  messages_a_month: 12,
  findings_aimed: [],
  findings_closed: [],
  depends_on: [],
  cost: {
    amount: '12000.00',
    currency: 'EUR',
    parts: [{ what: 'new flow', count: 1, unit_cost: '12000.00' }],
  },
  saves_a_month: null,
  goals: [],
  wave: 1,
  quick_win: true,
  risks: ['A new flow is a new way to fail.'],
  edits: [],
  ...given,
});

export const roadmap = (initiatives: readonly RoadmapInitiative[] = [initiative()]): Roadmap =>
  roadmapSchema.parse({
    schema_version: 1,
    ecosystem: 'Harbour Bank',
    as_of: '2026-07-01T00:00:00Z',
    latency: 'PT1H',
    today: standing(9),
    mendable: 5,
    beyond: 4,
    options: [],
    initiatives: [...initiatives],
    left_out: 0,
    waves: [
      {
        wave: 1,
        initiatives: initiatives.map(({ id }) => id),
        persons_claimed: 5,
        persons_confirmed: 5,
        findings_aimed: [],
        effort: 4,
        cost: null,
        confirmed: true,
        after: standing(4),
        findings_closed: ['f00d'],
        findings_opened: [],
      },
    ],
    backfill: { persons: 5, systems: [{ system: 'mailer', persons: 5 }], cost: null },
    workshop: [],
    verdict: { exit_code: 0, sentence: 'Audits of the changed ecosystem confirm every wave.' },
  });

const state = (mark: TwinState['mark']): TwinState => ({ forth: true, back: false, mark });
const box = (name: string, x: number) => ({
  name,
  note: 'Digital',
  x,
  y: 0,
  width: 124,
  height: 68,
  today: { met: 0, of: 2 },
  tomorrow: { met: 2, of: 2 },
});

/** A document with one of everything. */
export const sampleDocument = (given: Partial<RoadmapDocument> = {}): RoadmapDocument => ({
  roadmap: roadmap(),
  scorecard: noScorecard,
  maps: [
    {
      of: 'systems',
      partial: false,
      left: 0,
      width: 310,
      height: 68,
      boxes: [box('Customer hub', 0), box('Mailer', 186)],
      lines: [
        {
          from: { x: 124, y: 34 },
          curves: [
            [
              { x: 155, y: 34 },
              { x: 155, y: 34 },
              { x: 186, y: 34 },
            ],
          ],
          today: state('missing'),
          tomorrow: state('new'),
        },
      ],
    },
  ],
  evidence: [
    {
      fingerprint: 'f00d',
      severity: 'critical',
      title: 'Messages sent after an opt-out',
      message: 'Mailer sent 9 messages.',
      persons: 5,
      place: 'sends.csv:12',
      wave: 1,
    },
  ],
  inputs: [
    {
      file: 'sends.csv',
      table: 'sends',
      format: 'csv',
      sha256: 'ab'.repeat(32),
      bytes: 10,
      rows_in: 1200,
      rows_used: 1200,
      rows_set_aside: 0,
    },
  ],
  version: '0.1.0',
  title: 'Roadmap of Harbour Bank',
  author: 'A. Consultant',
  logo: null,
  anonymous: false,
  ...given,
});
