import { z } from 'zod';

const pattern = z.record(z.string(), z.string()).describe('value by attribute; an empty value is empty');
const count = z.number().min(0);

/** Errors among a total, or amounts beside a forecast. */
const counted = {
  errors: count,
  total: count,
  expected: count.describe('errors that would have been usual there'),
};
const measured = { amount: z.number(), forecast: z.number() };

const common = {
  pattern,
  ratio: z.number().describe('errors to those expected, or the amount to the forecast'),
  ratio_low: z.number(),
  ratio_high: z.number().describe('interval, 95 %'),
  explained: z.number().min(0).max(1).describe('share of all errors in excess'),
  p_adjusted: z.string().describe('chance of it by accident, for as many patterns as were looked at'),
  gain: z.number().describe('evidence less the price of the pattern, natural units'),
  same_rows_as: z.array(pattern).describe('other names of exactly these rows'),
  rivals: z.array(pattern).describe('patterns that nothing in the counts tells from it'),
};
const causeSchema = z.strictObject({ ...common, ...counted });
const amountCauseSchema = z.strictObject({ ...common, ...measured });

const base = {
  file: z.string(),
  verdict: z
    .enum(['localised', 'external_cause', 'listed_only', 'tie'])
    .describe(
      'localised: the causes explain most of it; external_cause: the attributes do not say why; listed_only: too few errors, or no more than usual; tie: two patterns explain it equally well',
    ),
  history: z.boolean().describe('whether a period before was given'),
  attributes: z.array(z.strictObject({ attribute: z.string(), values: z.int() })),
  left_out: z.array(z.strictObject({ attribute: z.string(), reason: z.string() })),
  leaves: z.int().describe('combinations of all attributes'),
  rows_in: z.int(),
  rows_used: z.int(),
  rows_set_aside: z.int(),
  set_aside: z.array(z.strictObject({ row: z.int(), column: z.string().nullable(), expected: z.string() })),
  timings: z.strictObject({ read_ms: z.int(), search_ms: z.int() }),
};
const causesAre = 'the heaviest first; disjoint, each counted without those before it';
const errorReportSchema = z.strictObject({
  ...base,
  ...counted,
  causes: z.array(causeSchema).describe(causesAre),
});
const amountReportSchema = z.strictObject({
  ...base,
  ...measured,
  causes: z.array(amountCauseSchema).describe(causesAre),
});

/** What `unsilo why` says of a table: of errors, or of amounts with forecasts. */
export const whyReportSchema = z.union([errorReportSchema, amountReportSchema]);
export type ErrorWhyReport = z.infer<typeof errorReportSchema>;
export type AmountWhyReport = z.infer<typeof amountReportSchema>;
export type WhyReport = ErrorWhyReport | AmountWhyReport;
export type WhyCause = z.infer<typeof causeSchema>;
export type AmountWhyCause = z.infer<typeof amountCauseSchema>;
