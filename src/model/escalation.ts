import { z } from 'zod';
import { families } from './delivery.js';
import { errorClasses } from './enums.js';

const isoDuration = z.iso.duration();
const sentences = z.array(z.string().regex(/[.?]$/, 'ends with a period or a question mark'));

/** Who is told when; the time runs from the first report of a group. */
const stepSchema = z.strictObject({
  after: isoDuration.describe('PT0S: at once'),
  to: z
    .string()
    .describe(
      'an owner_id, `owner`, `above` (whom the last step escalates to) or `top` (the end of that chain)',
    ),
});
export type EscalationStep = z.infer<typeof stepSchema>;

const deadline = isoDuration.describe('from the first report to the cause being stopped');
const path = z.array(stepSchema).min(1).describe('in order of time');

const agentShape = {
  agent: sentences.optional().describe('what an agent may put right at once'),
  up: sentences.optional().describe('what an agent must hand over'),
  approval: sentences.optional().describe('what waits for somebody to approve'),
};

/** `escalation` of unsilo.yaml, by harm class; what is left out stays as in `rules/escalation.yaml`. */
export const ownEscalationSchema = z.record(
  z.string().describe('harm class of rules/severity.yaml'),
  z.strictObject({
    owner: z.string().optional().describe('owner_id who answers, instead of the owner in the inventory'),
    deadline: deadline.optional(),
    path: path.optional(),
    ...agentShape,
  }),
);
export type OwnEscalation = z.infer<typeof ownEscalationSchema>;

const guideSchema = z.strictObject({
  harm: z.string().describe('harm class of severity.yaml'),
  title: z.string().describe('the error in a few words'),
  say: sentences.min(1).describe('what an agent may say to a customer'),
  ask: sentences.describe('what an agent asks or looks up'),
  agent: sentences,
  up: sentences,
  approval: sentences,
  next: sentences.min(1).describe('what the owner does about the cause'),
});

/** `rules/escalation.yaml`: who acts on errors, by when, and what agents may say and do. */
export const escalationPolicySchema = z.strictObject({
  life: z.strictObject({
    quiet: isoDuration.describe('without errors for at least so long a group is resolved'),
    window: isoDuration.describe('the trend compares the last so long with as long before'),
  }),
  harms: z.record(z.string(), z.strictObject({ deadline, path, sources: z.array(z.string()).min(1) })),
  never: sentences.min(1).describe('what an agent leaves unsaid, whatever the error'),
  classes: z.record(z.enum(errorClasses), guideSchema),
  families: z
    .partialRecord(z.enum(families), z.strictObject({ title: z.string(), next: sentences.min(1) }))
    .describe('messages that did not arrive, by kind of failure'),
});
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;
