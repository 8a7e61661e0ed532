import { z } from 'zod';

/** What is measured; each id has its title and definition in `rules/scorecard.yaml`. */
export const measureIds = [
  'preference_consistency',
  'success_rate',
  'delivery_rate',
  'message_accuracy',
  'time_to_correct',
  'found_by_customers',
  'registration_success',
  'registration_time',
  'registration_abandonment',
  'documents_asked_again',
  'documents_asked_again_by_same',
  'documents_asked_again_by_other',
] as const;
export type MeasureId = (typeof measureIds)[number];

export const measureUnits = ['share', 'seconds', 'count'] as const;
export type MeasureUnit = (typeof measureUnits)[number];
/** In what each measure is given, and which way is better. */
export const measureForms: Readonly<Record<MeasureId, Pick<Measure, 'unit' | 'better'>>> = {
  preference_consistency: { unit: 'share', better: 'higher' },
  success_rate: { unit: 'share', better: 'higher' },
  delivery_rate: { unit: 'share', better: 'higher' },
  message_accuracy: { unit: 'share', better: 'higher' },
  time_to_correct: { unit: 'seconds', better: 'lower' },
  found_by_customers: { unit: 'share', better: 'lower' },
  registration_success: { unit: 'share', better: 'higher' },
  registration_time: { unit: 'seconds', better: 'lower' },
  registration_abandonment: { unit: 'share', better: 'lower' },
  documents_asked_again: { unit: 'share', better: 'lower' },
  documents_asked_again_by_same: { unit: 'share', better: 'lower' },
  documents_asked_again_by_other: { unit: 'share', better: 'lower' },
};

const about = z.string().describe('`ecosystem`, or `silo:` and its id');
const number = z.number().nullable();

/** One measure of one part of the ecosystem. `value` is null exactly when `why` says why. */
export const measureSchema = z.strictObject({
  id: z.enum(measureIds),
  title: z.string(),
  about,
  numerator: z.int().describe('what counts; of a time, the cases that it is the median of'),
  denominator: z.int().describe('what it is set against'),
  counted: z.string().default('').describe('what the denominator counts, in words: `cases begun`'),
  value: number.describe('share from 0 to 1, or median in seconds; null: not measurable'),
  unit: z.enum(measureUnits),
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('95 %: of a share by Wilson, of a median as src/facts/scorecard says; null when too few'),
  better: z.enum(['higher', 'lower']),
  why: z.string().nullable().describe('why it cannot be measured'),
});
export type Measure = z.infer<typeof measureSchema>;

/** A goal of `unsilo.yaml`, and how far it is. */
export const goalStandingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  measure: z.enum(measureIds),
  about,
  target: z.number().describe("in the measure's unit"),
  by: z.iso.date().nullable(),
  sponsor: z.string().nullable(),
  value: number,
  met: z.boolean().nullable().describe('null: not measurable'),
});
export type GoalStanding = z.infer<typeof goalStandingSchema>;

const count = z.int().min(0);
const seconds = z.number().nullable();

/** How cases of a journey ended, how long they took, and where they stopped. */
const journeySchema = z.strictObject({
  journey: z.string().nullable().describe('null: events that name none'),
  registration: z.boolean().describe('it counts in the measures of registration'),
  told: z.boolean().describe('it can be told how cases end'),
  cases: count,
  success: count,
  rejected: count,
  withdrawn: count,
  abandoned: count,
  open: count.describe('still under way; no rate counts them'),
  times: z
    .strictObject({ min: seconds, q1: seconds, median: seconds, p90: seconds, p95: seconds, max: seconds })
    .describe('seconds to success'),
  survival: seconds.describe('median when cases that did not succeed count with the time they lasted'),
  buckets: z
    .array(count)
    .describe('successes within a minute, 5 minutes, an hour, a day, a week, 4 weeks, 12 weeks, and later'),
  customer_s: seconds.describe('of successes, spent waiting for the customer'),
  firm_s: seconds.describe('of successes, spent waiting for the firm'),
  steps: z
    .array(z.strictObject({ activity: z.string(), reached: count, abandoned: count, after_error: count }))
    .describe('steps at which cases were abandoned, most first'),
  lasts: z
    .array(
      z.strictObject({
        activity: z.string(),
        channel: z.string().nullable(),
        message: z.string().nullable(),
        abandoned: count,
        after_error: count.describe('with a message that was wrong or failed'),
        since_error_s: seconds.describe('from the last such message to the last event, in the middle case'),
      }),
    )
    .default([])
    .describe('where abandoned cases were last heard of: last event, channel and message; most first'),
  documents: z
    .array(
      z.strictObject({
        document_type: z.string(),
        asked: count,
        again: count,
        by_same: count,
        by_other: count,
      }),
    )
    .describe('persons asked for a document, and asked again'),
});
export type Journey = z.infer<typeof journeySchema>;

/** How the ecosystem and each of its silos do, and what they are meant to reach. */
export const scorecardSchema = z.strictObject({
  measures: z.array(measureSchema).describe('of the ecosystem, then of each silo; in order of the measures'),
  goals: z.array(goalStandingSchema).describe('in order of unsilo.yaml'),
  journeys: z.array(journeySchema).default([]).describe('by name'),
  silos: z.array(z.strictObject({ silo_id: z.string(), name: z.string() })).describe('by id'),
  definitions: z.partialRecord(z.enum(measureIds), z.string()).describe('what each measure counts'),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

export const noScorecard: Scorecard = { measures: [], goals: [], journeys: [], silos: [], definitions: {} };
