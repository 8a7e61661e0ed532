import { z } from 'zod';
import type { Column } from './column.js';
import * as enums from './enums.js';

/** Tables that a workbook of the inventory collects, in the order in which people know the answers. */
export const collected = [
  'owners',
  'silos',
  'systems',
  'system_fields',
  'flows',
  'flow_fields',
  'channels',
  'communications',
  'communication_steps',
  'communication_fields',
  'collection_points',
  'collection_point_fields',
  'authorities',
  'templates',
  'template_supplies',
] as const;

/** Closed vocabularies a workbook offers as drop-downs. */
export const vocabularies = {
  systemKinds: enums.systemKinds,
  fieldRoles: enums.fieldRoles,
  mechanisms: enums.mechanisms,
  flowStatuses: enums.flowStatuses,
  transforms: enums.transforms,
  keyTypes: enums.keyTypes,
  channels: enums.channels,
  legalBases: enums.legalBases,
  stepKinds: enums.stepKinds,
  actorTypes: enums.actorTypes,
  templateParts: enums.templateParts,
} as const;
export type Vocabulary = keyof typeof vocabularies;
export const vocabularyNames = Object.keys(vocabularies) as Vocabulary[];

/** The vocabulary of a column, if it has one. */
export const vocabularyOf = ({ values }: Column): Vocabulary | undefined =>
  vocabularyNames.find((name) => vocabularies[name] === values);

/** Kinds of question about an inventory: contradictions first, then what is missing. */
export const questionTopics = [
  'finding',
  'undeclared_step',
  'undeclared_sender',
  'undeclared_holder',
  'silent_communication',
  'cell_unreadable',
  'cell_missing',
  'unknown_reference',
  'no_master',
  'nothing_listed',
  'unknown_values',
  'silent_system',
  'empty_sheet',
] as const;
export type QuestionTopic = (typeof questionTopics)[number];

const texts = z.record(z.string(), z.string());
const headed = z.strictObject({ heading: z.string(), help: z.string() });

/** `rules/intake/<language>.yaml`: everything a workbook and its open questions say in one language. */
export const intakeTextsSchema = z.strictObject({
  language: z.string().describe('name of the language in itself'),
  right_to_left: z.boolean(),
  yes: z.string().describe('what the drop-down of a flag offers; must be read as yes'),
  no: z.string(),
  labels: z.boolean().describe('drop-downs offer the words of this language, not the canonical ones'),
  tables: z.record(z.enum(collected), z.strictObject({ sheet: z.string().max(31), help: z.string() })),
  columns: z
    .record(z.string(), headed)
    .describe('by column, or by table.column where it means another thing'),
  vocabularies: z.record(z.enum(vocabularyNames as [Vocabulary, ...Vocabulary[]]), texts),
  durations: texts.describe('times that are offered, ISO 8601'),
  fields: texts.describe('fields that are offered'),
  start: z.strictObject({
    sheet: z.string().max(31),
    title: z.string(),
    lines: z.array(z.string()),
    columns: z.tuple([z.string(), z.string(), z.string()]),
    legend: z.strictObject({ required: z.string(), missing: z.string(), offered: z.string() }),
  }),
  lists: z.strictObject({ sheet: z.string().max(31), title: z.string(), help: z.string() }),
  questions: z.strictObject({
    sheet: z.string().max(31),
    title: z.string(),
    help: z.string(),
    columns: z.strictObject({
      owner: z.string(),
      contact: z.string(),
      about: z.string(),
      place: z.string(),
      row: z.string(),
      question: z.string(),
      answer: z.string(),
    }),
    nobody: z.string().describe('heading of what no known owner answers for'),
    topics: z.record(z.enum(questionTopics), z.string()),
    ask: texts.describe('by parent>child table: what the missing rows would say'),
    findings: z
      .strictObject({
        lengths: z.strictObject({
          days: z.string(),
          hours: z.string(),
          minutes: z.string(),
          minute: z.string(),
        }),
        messages: texts.describe('by rule and case, `flow/broken silent`'),
      })
      .optional()
      .describe('absent in English, which findings speak themselves'),
  }),
  refused: z.strictObject({
    title: z.string().max(32),
    list: z.string().max(225),
    number: z.string().max(225),
  }),
});
export type IntakeTexts = z.infer<typeof intakeTextsSchema>;

export const intakeLanguages = ['en', 'ar', 'fa'] as const;
export type IntakeLanguage = (typeof intakeLanguages)[number];

/** One question about an inventory, for somebody to answer. */
export const questionSchema = z.strictObject({
  topic: z.enum(questionTopics),
  owner_id: z.string().nullable().describe('who answers for it; null where the inventory names nobody'),
  owner: z.string().nullable(),
  contact: z.string().nullable(),
  subject: z.string().describe('`system:x`, `flow:x`, `table:x` or the subject of a finding'),
  table: z.enum(collected).nullable().describe('where the answer belongs'),
  place: z.strictObject({ file: z.string(), row: z.int() }).nullable(),
  question: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
});
export type Question = z.infer<typeof questionSchema>;

/** What `unsilo intake questions` says. */
export const questionsSchema = z.strictObject({
  ecosystem: z.string(),
  language: z.enum(intakeLanguages),
  compared: z.boolean().describe('records were held against the inventory'),
  questions: z.array(questionSchema).describe('by owner, those without one last; contradictions first'),
});
export type Questions = z.infer<typeof questionsSchema>;

/** Names of the columns by which the sheet of values on offer is known, in every language. */
export const listColumns = {
  vocabulary: 'vocabulary',
  value: 'value',
  code: 'code',
  meaning: 'meaning',
} as const;
