import { z } from 'zod';
import { costSchema } from './costs.js';
import { editSchema } from './edit.js';
import { severities } from './enums.js';
import { initiativeKinds } from './roadmap.js';
import { noScorecard, scorecardSchema } from './scorecard.js';
import { workshopFindingSchema } from './workshop.js';

const count = z.int().min(0);

/** How an ecosystem stands, by an audit of it. */
const standingSchema = z.strictObject({
  persons_in_conflict: count,
  persons: count.describe('all persons, to set it against'),
  messages_in_conflict: count,
  demands_met: count.describe('changes that arrive within the agreed time, of `demands`'),
  demands: count,
  worst_latency_s: count.nullable().describe('slowest of the ways that arrive at all, in seconds'),
  single_points: count.describe('systems that some way between others cannot do without'),
  findings: z.record(z.enum(severities), count),
  failing: count,
  scorecard: scorecardSchema
    .default(noScorecard)
    .describe('measures and goals; what they count stands in the snapshot'),
});
export type Standing = z.infer<typeof standingSchema>;

const initiativeSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(initiativeKinds),
  basis: z.enum(['conflicts', 'findings', 'workshop']).describe('what it is made from'),
  provable: z.boolean().describe('an audit of the changed inventory can show what it does'),
  title: z.string(),
  what: z.string().describe('one sentence: what is to be done'),
  systems: z.array(z.string()),
  fields: z.array(z.string()),
  flows: z.array(z.string()).describe('flows that are built or changed'),
  owners: z.strictObject({
    giver: z.string().nullable().describe('who answers for the system that gives, or the only one'),
    receiver: z.string().nullable().describe('who answers for the system that receives'),
  }),
  effort: count.describe('units of work, for comparing'),
  persons_alone: count.describe('persons fixed by it alone'),
  persons_added: count.describe('persons fixed with all before it in the plan, less those fixed by these'),
  persons_touched: count.describe(
    'persons with at least one conflict that it satisfies; for others those of the finding that concerns most',
  ),
  messages_a_month: z
    .number()
    .nullable()
    .describe(
      'messages sent against the choices of persons it touches, or those of its findings, in 30 days',
    ),
  findings_aimed: z
    .array(z.string())
    .describe('fingerprints of findings it is made from, or that tell of choices it brings'),
  findings_closed: z.array(z.string()).describe('those of them that are gone in the audit of its wave'),
  depends_on: z.array(z.string()).describe('initiatives that must come before it'),
  cost: costSchema.nullable().describe('by the unit costs in unsilo.yaml; null where they are not given'),
  saves_a_month: costSchema
    .nullable()
    .describe('what its messages cost in 30 days, by the unit costs of channels; null where unknown'),
  goals: z.array(z.string()).describe('goals of unsilo.yaml that it serves'),
  wave: count.nullable(),
  quick_win: z.boolean(),
  risks: z.array(z.string()),
  edits: z.array(editSchema),
});

const carriedSchema = z
  .strictObject({
    demands: count.describe('changes of a choice, each to each other system that holds it'),
    met: count.describe('of these, that arrive within the agreed time'),
    worst_latency_s: count.nullable().describe('slowest of the ways that arrive at all, in seconds'),
    max_hops: count.describe('flows on the longest of the quickest ways'),
    single_points: count.describe('systems that some way of a choice cannot do without'),
    turned: count.default(0).describe('ways over a map that makes a choice its opposite'),
  })
  .describe('how choices get about, by the ways of the inventory');
const noneCarried = { demands: 0, met: 0, worst_latency_s: null, max_hops: 0, single_points: 0, turned: 0 };

const optionSchema = z.strictObject({
  name: z.enum(['cheapest', 'fastest', 'hub']),
  what: z.string(),
  initiatives: z.array(z.string()),
  flows: count.describe('new flows'),
  effort: count,
  persons_fixed: count,
  bound: count
    .nullable()
    .describe('no choice of so many initiatives fixes more; null where nothing is known'),
  exact: z.boolean(),
  carried: carriedSchema.default(noneCarried),
  rollout: z
    .array(
      z.strictObject({
        systems: z.array(z.string()).describe('that join in this step'),
        flows: count.describe('new flows by then'),
        persons_fixed: count.describe('by then'),
      }),
    )
    .default([])
    .describe('a central store joined step by step, by those first whose joining fixes most; else empty'),
});

const claimSchema = z.strictObject({
  wave: count,
  initiatives: z.array(z.string()),
  persons_claimed: count.describe(
    'persons fixed, as the plan computes them: every choice of theirs arrives within the agreed time',
  ),
  persons_confirmed: count.describe(
    'persons fixed, by an audit of the ecosystem with these changes: every choice is there, also one made so long before that a slower way has brought it',
  ),
  findings_aimed: z
    .array(z.string())
    .describe('fingerprints that are to be gone by now, of provable initiatives'),
  effort: count,
  cost: costSchema.nullable(),
  confirmed: z.boolean(),
  after: standingSchema,
  carried: carriedSchema.default(noneCarried),
  errors_explained: count.default(0).describe('errors reported on a way that the changes touch'),
  weak_points_opened: z
    .array(z.string())
    .default([])
    .describe('systems that some way only now cannot do without'),
  flows_made_redundant: z.array(z.string()).default([]).describe('flows nothing would miss any more'),
  findings_closed: z.array(z.string()).describe('fingerprints'),
  findings_opened: z.array(
    z.strictObject({
      fingerprint: z.string(),
      rule: z.string(),
      subject: z.string(),
      severity: z.enum(severities),
      message: z.string(),
    }),
  ),
});

/** What `unsilo roadmap` finds. */
export const roadmapSchema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  as_of: z.iso.datetime(),
  latency: z.string().describe('of flows yet to be built'),
  today: standingSchema,
  mendable: count.describe('persons whose conflicts all lie in the inventory'),
  beyond: count.describe('persons with a conflict that no change of the inventory mends'),
  carried: carriedSchema.default(noneCarried),
  limits: z
    .strictObject({
      budget: count.nullable().describe('effort that an option may take'),
      max_latency: z.string().nullable().describe('within which choices must arrive to count, ISO 8601'),
    })
    .default({ budget: null, max_latency: null })
    .describe('what options are to keep to'),
  options: z.array(optionSchema),
  initiatives: z.array(initiativeSchema),
  left_out: count.describe('initiatives proposed and not weighed, as they touch fewest persons'),
  waves: z.array(claimSchema),
  backfill: z
    .strictObject({
      persons: count,
      systems: z.array(z.strictObject({ system: z.string(), persons: count })),
      cost: costSchema.nullable(),
    })
    .describe('persons whose present values have to be put right once, after the ways are'),
  workshop: z.array(workshopFindingSchema).describe('findings entered by hand'),
  verdict: z.strictObject({ exit_code: z.union([z.literal(0), z.literal(1)]), sentence: z.string() }),
});
export type Roadmap = z.infer<typeof roadmapSchema>;
export type RoadmapInitiative = z.infer<typeof initiativeSchema>;
