import { z } from 'zod';
import { causes, confidences } from '../model/enums.js';
import { type Evidence, evidenceSchema, findingSchema } from '../model/finding.js';
import type { Hit } from '../model/hit.js';
import type { Rule } from '../model/rule.js';
import type { Row } from '../store/store.js';
import { compareText } from '../text/compare.js';

const parsed = <T>(schema: z.ZodType<T>) =>
  z.string().transform((text, context): T => {
    try {
      return schema.parse(JSON.parse(text));
    } catch (error) {
      const [issue] = error instanceof z.ZodError ? error.issues : [];
      context.addIssue(issue ? `${issue.path.join('.')}: ${issue.message}` : 'is not JSON');
      return z.NEVER;
    }
  });
const count = z.int().min(0).nullable();

const rowSchema = z.object({
  subject: z.string().min(1),
  case: z.string(),
  cause: z.enum(causes).nullable(),
  confidence: z.enum(confidences),
  persons: count,
  persons_of: count,
  messages: count,
  messages_of: count,
  args: parsed(findingSchema.shape.args),
  /** Lists of places may be nested: a query that sums up several facts puts their lists side by side. */
  evidence: parsed(z.array(z.union([evidenceSchema, z.array(evidenceSchema)]))),
  path: z.string().transform((text) => (text === '' ? [] : text.split('|'))),
});

const order = (a: Evidence, b: Evidence): number =>
  compareText(a.file, b.file) || a.row - b.row || compareText(a.column ?? '', b.column ?? '');

/** Ten different places, in order of file and row. */
function sampleOf(places: readonly Evidence[]): Evidence[] {
  const sorted = [...places].sort(order);
  return sorted.filter((place, i) => i === 0 || order(sorted[i - 1]!, place) !== 0).slice(0, 10);
}

/** One row of a rule's result as a hit; a list of what is wrong with it otherwise. */
export function toHit(rule: Rule, row: Row): Hit | string[] {
  const result = rowSchema.safeParse(row);
  if (!result.success)
    return result.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message} (subject ${row.subject})`,
    );
  if (!Object.hasOwn(rule.definition.cases, result.data.case))
    return [`case: '${result.data.case}' is not a case of rule.yaml (subject ${row.subject})`];
  return { rule: rule.id, ...result.data, evidence: sampleOf(result.data.evidence.flat()) };
}
