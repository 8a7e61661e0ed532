import { z } from 'zod';
import { channels } from './enums.js';

const monthDay = z.string().regex(/^\d\d-\d\d$/, 'MM-DD');
const weekday = z.int().min(1).max(7).describe('1 is Monday');

/** A holiday that comes every year; one of the four ways to say when. */
const holidaySchema = z
  .strictObject({
    name: z.string(),
    on: monthDay.optional().describe('fixed day'),
    moved: z
      .enum(['nearest', 'next'])
      .optional()
      .describe('from a weekend to the nearest working day, or to the next'),
    nth: z.int().min(-1).max(5).optional().describe('of the weekday in the month; -1 is the last'),
    weekday: weekday.optional(),
    month: z.int().min(1).max(12).optional(),
    before: monthDay.optional().describe('last such weekday before this day'),
    easter: z.int().optional().describe('days after Easter Sunday'),
    since: z.int().optional().describe('first year'),
  })
  .refine(
    (day) => [day.on, day.nth, day.before, day.easter].filter((way) => way !== undefined).length === 1,
    {
      message: 'give one of `on`, `nth`, `before` and `easter`',
    },
  );
export type Holiday = z.infer<typeof holidaySchema>;

const regimeSchema = z.strictObject({
  title: z.string(),
  citation: z.string().describe('where the time is laid down'),
  confirmed: z.string().describe('where the provision was read, and when'),
  jurisdictions: z
    .array(z.string())
    .min(1)
    .describe('ISO 3166 of records under it; `*` for all, but only where unsilo.yaml names the regime'),
  channels: z.array(z.enum(['*', ...channels])).min(1),
  business_days: z.int().optional(),
  hours: z.int().optional().describe('0: at once'),
  calendar: z.string().optional(),
});
export type Regime = z.infer<typeof regimeSchema>;

/** `rules/regimes.yaml`: time that law gives a sender to honour an opt-out. */
export const regimesSchema = z.strictObject({
  calendars: z.record(z.string(), z.array(holidaySchema)),
  regimes: z.record(z.string(), regimeSchema),
});
export type Regimes = z.infer<typeof regimesSchema>;

export const noRegimes: Regimes = { calendars: {}, regimes: {} };
