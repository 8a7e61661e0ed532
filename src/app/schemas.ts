import { z } from 'zod';
import { mapSchema } from '../map/model.js';
import { doctorSchema } from '../model/advice.js';
import { baselineSchema } from '../model/baseline.js';
import { rowSchema } from '../model/column.js';
import { configSchema } from '../model/config.js';
import { conflictsSchema } from '../model/conflicts.js';
import { contractSchema } from '../model/contract.js';
import { diffSchema } from '../model/diff.js';
import { futureSchema } from '../model/edit.js';
import { gateReportSchema } from '../model/gate-report.js';
import { gateRuleSchema } from '../model/gate-rule.js';
import { questionsSchema } from '../model/intake.js';
import { linkSchema, pairSchema } from '../model/link.js';
import { progressSchema } from '../model/progress.js';
import { reportSchema } from '../model/report.js';
import { roadmapSchema } from '../model/roadmap-report.js';
import { ruleSchema } from '../model/rule.js';
import { sourceMappingSchema } from '../model/source-mapping.js';
import { tables } from '../model/tables/index.js';
import { traceSchema } from '../model/trace.js';
import { triageSchema } from '../model/triage.js';
import { whyReportSchema } from '../model/why.js';
import { workshopSchema } from '../model/workshop.js';

/** What unsilo writes; the rest it reads. */
const outputs = new Set([
  'report',
  'map',
  'diff',
  'doctor',
  'questions',
  'link',
  'link-pair',
  'conflicts',
  'trace',
  'triage',
  'why',
  'gate',
  'roadmap',
  'progress',
]);

const documents: Readonly<Record<string, z.ZodType>> = {
  report: reportSchema,
  map: mapSchema,
  baseline: baselineSchema,
  diff: diffSchema,
  doctor: doctorSchema,
  questions: questionsSchema,
  link: linkSchema,
  'link-pair': pairSchema,
  conflicts: conflictsSchema,
  trace: traceSchema,
  triage: triageSchema,
  why: whyReportSchema,
  gate: gateReportSchema,
  contract: contractSchema,
  roadmap: roadmapSchema,
  progress: progressSchema,
  future: futureSchema,
  findings: workshopSchema,
  rule: ruleSchema,
  'gate-rule': gateRuleSchema,
  mapping: sourceMappingSchema,
  'unsilo.yaml': configSchema,
};

const rows = Object.fromEntries(
  tables.map((table) => [table.name, rowSchema(table.columns).describe(table.doc)]),
);
const schemas: Readonly<Record<string, z.ZodType>> = { ...documents, ...rows };

/** What `unsilo schema` knows: documents first, then the canonical tables. */
export const schemaNames: readonly string[] = Object.keys(schemas);

/** The JSON Schema of that name (draft 2020-12), or undefined. */
export function findSchema(name: string): object | undefined {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  return schema && z.toJSONSchema(schema, { io: outputs.has(name) ? 'output' : 'input' });
}
