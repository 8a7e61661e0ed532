import { z } from 'zod';
import { measureIds, measureUnits } from './scorecard.js';

const count = z.int().min(0);
const day = z.iso.datetime().describe('as-of of the snapshot');

/** What became of an initiative, by what audits find of what it was meant to mend. */
export const effects = ['took_effect', 'partly', 'none', 'worse', 'came_back', 'not_measurable'] as const;
export type Effect = (typeof effects)[number];

const trendSchema = z.strictObject({
  id: z.string().describe('a measure, `persons_in_conflict`, `messages_in_conflict` or `findings`'),
  title: z.string(),
  unit: z.enum(measureUnits),
  better: z.enum(['higher', 'lower']),
  points: z.array(z.strictObject({ as_of: day, value: z.number().nullable() })),
  change: z.number().nullable().describe('last less first of what could be measured'),
  beyond_chance: z.boolean().nullable().describe('their 95 % intervals lie apart; null without intervals'),
});
export type Trend = z.infer<typeof trendSchema>;

const seenSchema = z.strictObject({
  as_of: day,
  open: count.describe('findings of it that are still there'),
  gone: count.describe('findings that were looked for and not found'),
  unseen: count.describe('findings nobody looked for any more'),
  persons: count.nullable().describe('persons behind those that are still there'),
});
export type Seen = z.infer<typeof seenSchema>;

const initiativeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  wave: count.nullable(),
  planned: z.iso.datetime().describe('as-of of the roadmap that first has it'),
  effect: z.enum(effects),
  since: day.nullable().describe('first snapshot from which all that it was meant to mend stays mended'),
  aimed: count.describe('findings it was meant to mend that stood when it was planned'),
  seen: z.array(seenSchema).describe('in every snapshot, from the one it was planned on'),
  why: z.string().nullable().describe('why its effect cannot be measured'),
});
export type InitiativeProgress = z.infer<typeof initiativeSchema>;

const goalSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  measure: z.enum(measureIds),
  about: z.string(),
  target: z.number(),
  by: z.iso.date().nullable(),
  sponsor: z.string().nullable(),
  unit: z.enum(measureUnits),
  better: z.enum(['higher', 'lower']),
  points: z.array(z.strictObject({ as_of: day, value: z.number().nullable() })),
  met: z.boolean().nullable(),
  on_track: z
    .boolean()
    .nullable()
    .describe('at least as far as a straight line from the first value to the target; null without a day'),
});
export type GoalProgress = z.infer<typeof goalSchema>;

/** `unsilo roadmap progress`: snapshots over time, and what became of what was planned. */
export const progressSchema = z.strictObject({
  $schema: z.string(),
  schema_version: z.literal(1),
  ecosystem: z.string(),
  snapshots: z.array(z.strictObject({ as_of: day, file: z.string() })).describe('in order of time'),
  plans: z.array(z.strictObject({ as_of: z.iso.datetime(), file: z.string() })),
  trends: z.array(trendSchema),
  goals: z.array(goalSchema),
  initiatives: z.array(initiativeSchema).describe('by wave, those not taken last'),
});
export type Progress = z.infer<typeof progressSchema>;
