import * as z from 'zod';
import { errorClasses } from './enums.js';

const errorClass = z.enum(errorClasses);

const wordRuleSchema = z.strictObject({
  class: errorClass,
  /** Notions that must all be there. */
  all: z.array(z.string()).min(1),
  /** One of these besides. */
  any: z.array(z.string()).default([]),
  /** And none of these. */
  none: z.array(z.string()).default([]),
  /** 1, a guess, to 9, nothing else can be meant. */
  weight: z.int().min(1).max(9),
});

/** `rules/error/tables/reports.yaml`: by which words reports of errors are known. */
export const reportWordsSchema = z.strictObject({
  /** Classes, the one of greatest harm first. */
  harm: z.array(errorClass).length(errorClasses.length),
  /** Notions, and what people say for them by language. */
  words: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  rules: z.array(wordRuleSchema),
});

export type ReportWords = z.infer<typeof reportWordsSchema>;
export type WordRule = ReportWords['rules'][number];
export type ErrorClass = z.infer<typeof errorClass>;
