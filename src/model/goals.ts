import { z } from 'zod';
import { measureForms, measureIds } from './scorecard.js';

const percent = /^\d+(\.\d+)?\s*%$/;

/** What a measure is to reach, by when, and who stands for it. */
export const goalSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'lower case, digits, `-` and `_`'),
    title: z.string().min(1).optional().describe('default: the title of the measure'),
    measure: z.enum(measureIds),
    about: z
      .string()
      .regex(/^(ecosystem|silo:.+)$/, '`ecosystem`, or `silo:` and the id of a silo')
      .default('ecosystem'),
    target: z
      .union([z.number().min(0).max(1), z.string().regex(percent), z.iso.duration()])
      .describe('of a share 0.98 or `98%`; of a time an ISO 8601 duration'),
    by: z.iso.date().optional().describe('day by which it is to be reached'),
    sponsor: z.string().min(1).optional().describe('id of an owner, or a name'),
  })
  .refine(
    ({ measure, target }) =>
      (measureForms[measure].unit === 'seconds') === (typeof target === 'string' && !percent.test(target)),
    {
      path: ['target'],
      message: 'a share is given as 0.98 or `98%`, a time as an ISO 8601 duration (`P3D`)',
    },
  )
  .refine(({ target }) => typeof target !== 'string' || !percent.test(target) || parseFloat(target) <= 100, {
    path: ['target'],
    message: 'more than 100 %',
  });
export type Goal = z.infer<typeof goalSchema>;

const activities = z.array(z.string().min(1)).min(1);

/** How cases of a journey end, where their events do not say so themselves. */
export const journeySettingsSchema = z.strictObject({
  journey: z.string().min(1).optional().describe('as events name it; default: events that name none'),
  success: activities.optional().describe('activities by which a case has succeeded'),
  rejected: activities.optional(),
  withdrawn: activities.optional(),
  abandon_after: z.iso
    .duration()
    .default('P30D')
    .describe('time without any event after which a case without an end counts as abandoned'),
  registration: z
    .boolean()
    .default(true)
    .describe('it counts in the measures of registration; journeys not listed count where none is listed'),
});
