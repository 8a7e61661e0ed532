import { z } from 'zod';

const unit = z.number().min(0).optional();

/** Unit costs of changes, the client's own; what is not given makes costs unknown. */
export const costSettingsSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217, three capitals'),
  new_flow: unit.describe('a flow that is built'),
  changed_flow: unit.describe('a flow that is mapped, sped up, mended or taken out'),
  new_system: unit.describe('a system that is built'),
  new_key: unit.describe('a key that a system learns to keep'),
  changed_system: unit.describe('a system of which fields or authorities change'),
  point: unit.describe('a collection point that is changed'),
  communication: unit.describe('a communication or template that is changed or ended'),
  effort: unit.describe('a unit of effort, for everything that has no unit cost of its own'),
  person: unit.describe('putting the values of one person right once'),
});
export type CostSettings = z.infer<typeof costSettingsSchema>;
/** What a change is counted by. */
export type CostUnit = Exclude<keyof CostSettings, 'currency' | 'effort' | 'person'>;

/** A sum of money with its parts; amounts are decimals with two places. */
export const costSchema = z.strictObject({
  amount: z.string().describe('decimal, two places'),
  currency: z.string(),
  parts: z.array(z.strictObject({ what: z.string(), count: z.int().min(0), unit_cost: z.string() })),
});
export type Cost = z.infer<typeof costSchema>;
