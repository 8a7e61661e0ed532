import { join } from 'node:path';
import { z } from 'zod';
import { initiativeKinds } from '../model/roadmap.js';
import { measureIds } from '../model/scorecard.js';
import { parseYaml } from './parse-yaml.js';
import { readMember } from './read-packs.js';

const sentence = z.string().regex(/\.$/, 'ends with a period');

const textsSchema = z.strictObject({
  kinds: z.record(
    z.enum(initiativeKinds),
    z.strictObject({
      title: z.string(),
      what: sentence,
      risks: z.array(sentence),
      serves: z.array(z.enum(measureIds)).describe('measures that it moves'),
    }),
  ),
});
/** Words for initiatives by kind. */
export type RoadmapTexts = z.infer<typeof textsSchema>;

/** `rules/roadmap.yaml`. */
export async function readRoadmapTexts(folder: string): Promise<RoadmapTexts> {
  const file = join(folder, 'roadmap.yaml');
  return parseYaml(file, await readMember(file), textsSchema);
}
