import { join } from 'node:path';
import { z } from 'zod';
import { gaps } from '../model/facts/measures.js';
import { measureIds } from '../model/scorecard.js';
import { parseYaml } from './parse-yaml.js';
import { readMember } from './read-packs.js';

const textsSchema = z.strictObject({
  measures: z.record(
    z.enum(measureIds),
    z.strictObject({
      title: z.string(),
      counted: z.string(),
      definition: z.string().regex(/\.$/, 'ends with a period'),
    }),
  ),
  gaps: z.record(z.enum(gaps), z.string()),
});
/** Words for measures, and for why one cannot be told. */
export type ScorecardTexts = z.infer<typeof textsSchema>;

/** `rules/scorecard.yaml`. */
export async function readScorecardTexts(folder: string): Promise<ScorecardTexts> {
  const file = join(folder, 'scorecard.yaml');
  return parseYaml(file, await readMember(file), textsSchema);
}
