import { z } from 'zod';

/** What limits an audit, most telling first. Texts per topic stand in `rules/advice.yaml`. */
export const adviceTopics = [
  'missing_table',
  'silent_system',
  'shared_key',
  'unlinked',
  'undated',
  'no_events',
  'set_aside',
  'found_header',
  'unused_column',
  'left_out',
  'unknown_latency',
  'empty_flow',
  'unmatched_setting',
] as const;
export type AdviceTopic = (typeof adviceTopics)[number];

const argument = z.union([z.string(), z.number(), z.null(), z.array(z.string())]);

export const adviceSchema = z.strictObject({
  topic: z.enum(adviceTopics),
  title: z.string().describe('the topic in words'),
  subject: z.string().describe('table, system, file, flow or setting'),
  message: z.string().describe('what is missing'),
  tip: z.string().describe('what to add or set'),
  unlocks: z.array(z.string()).describe('rules that could then say something, sorted'),
  args: z.record(z.string(), argument),
});
export type Advice = z.infer<typeof adviceSchema>;

/** What `unsilo doctor` says. */
export const doctorSchema = z.strictObject({
  ecosystem: z.string(),
  as_of: z.iso.datetime(),
  rules_evaluated: z.int(),
  rules: z.int().describe('rules that are not switched off'),
  advice: z.array(adviceSchema),
});
export type Doctor = z.infer<typeof doctorSchema>;

const text = z.strictObject({
  title: z.string(),
  message: z.string().regex(/\.$/, 'ends with a period'),
  tip: z.string().regex(/\.$/, 'ends with a period'),
});

/** `rules/advice.yaml`: what is said and advised on each topic; {name} is filled from the arguments. */
export const adviceTextsSchema = z.record(z.enum(adviceTopics), text);
export type AdviceTexts = z.infer<typeof adviceTextsSchema>;
