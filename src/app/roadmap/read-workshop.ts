import type { Initiative } from '../../model/roadmap.js';
import { type WorkshopFinding, workshopSchema } from '../../model/workshop.js';
import { parseYaml } from '../../rules/parse-yaml.js';
import type { Given } from '../read-past.js';

/** Work that nobody has put a figure on. */
const usualEffort = 3;

/** Findings entered by hand; none without a file. */
export const readWorkshop = (given: Given | undefined): readonly WorkshopFinding[] =>
  given ? parseYaml(given.file, given.text, workshopSchema).findings : [];

/** The system a finding is about, if it says so. */
const systemsOf = ({ subject }: WorkshopFinding): string[] =>
  subject?.startsWith('system:') ? [subject.slice('system:'.length).split('/')[0]!] : [];

/** What a workshop's finding asks for. */
export const initiativeOf = (finding: WorkshopFinding): Initiative => ({
  id: `workshop:${finding.id}`,
  kind: 'workshop',
  edits: finding.changes ?? [],
  systems: systemsOf(finding),
  fields: [],
  flows: [],
  effort: finding.effort ?? usualEffort,
  aims: finding.closes ?? [],
  dependsOn: [],
});
