import { z } from 'zod';
import { channels, policyNames } from './enums.js';

const isoDuration = z.iso.duration();
const commType = z.string().min(1).describe('path in the purpose tree, `marketing/offers`; default: all');
const jurisdiction = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'ISO 3166, as `US` or `US-CA`')
  .describe('ISO 3166 of the records about the choice; `US` covers `US-CA`; default: all');

const policyEntrySchema = z.strictObject({
  comm_type: commType.optional(),
  jurisdiction: jurisdiction.optional(),
  policy: z.enum(policyNames),
});
export type PolicyEntry = z.infer<typeof policyEntrySchema>;

/** One name, or a name for each purpose and jurisdiction. */
export const policySchema = z
  .union([z.enum(policyNames), z.array(policyEntrySchema).min(1)])
  .describe(
    'how the effective choice is decided: one name, or one for each purpose and jurisdiction; the deepest purpose wins, then the deepest jurisdiction',
  );
export type PolicySetting = z.infer<typeof policySchema>;

/** Time a sender has to honour an opt-out, which outweighs what regimes grant. */
export const graceSchema = z
  .strictObject({
    channel: z.enum(['*', ...channels]),
    jurisdiction: jurisdiction.optional(),
    time: isoDuration.optional(),
    business_days: z.int().min(0).max(366).optional().describe('the day of the opt-out does not count'),
    holidays: z
      .string()
      .optional()
      .describe('calendar of rules/regimes.yaml whose holidays are no business days; default: weekends only'),
  })
  .refine((entry) => (entry.time === undefined) !== (entry.business_days === undefined), {
    message: 'give either `time` or `business_days`',
  })
  .refine((entry) => entry.holidays === undefined || entry.business_days !== undefined, {
    message: '`holidays` needs `business_days`',
  });
export type GraceEntry = z.infer<typeof graceSchema>;

/** Whether paper in one relationship and electronic in another contradict each other when both were chosen. */
export const deliveryPolicies = ['per_relationship', 'one_per_person'] as const;

/** A setting in one line: `marketing US: restrictive, default`. */
export function renderPolicy(setting: PolicySetting): string {
  if (typeof setting === 'string') return setting;
  return setting
    .map(({ comm_type, jurisdiction: place, policy }) => {
      const scope = [comm_type, place].filter((part) => part !== undefined).join(' ');
      return scope === '' ? policy : `${scope}: ${policy}`;
    })
    .join(', ');
}
