import { z } from 'zod';
import { channels, severities } from './enums.js';
import { partNames, syntaxes } from './template.js';

const path = z.string().min(1);
const reason = z.string().trim().min(1);

const suppliedSchema = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    field: z.string().optional(),
    type: z.string().optional(),
    nullable: z.boolean().optional(),
    min_length: z.int().min(0).optional(),
    max_length: z.int().min(0).optional(),
  }),
]);

const placeSchema = z.strictObject({
  files: path.describe(
    'pattern of paths relative to unsilo.yaml: `*`, `**`, and names in braces that stand for one part of the path: {message}, {locale}, {channel}, {part}',
  ),
  keys: z
    .string()
    .optional()
    .describe('catalogues: pattern of the keys that are messages, `emails.{message}.{part}`'),
  channel: z.enum(channels).optional(),
  part: z.enum(partNames).optional(),
  locale: z.string().optional(),
  message: z.string().optional(),
  syntax: z.enum(syntaxes).optional(),
  ignore: z.boolean().optional().describe('no templates'),
});

const messageSchema = z.strictObject({
  communication: z.string().optional().describe('communication_id in the contract; default: the same name'),
  purpose: z
    .string()
    .optional()
    .describe(
      'marketing, subscription, transactional, regulatory, security, service; default: the contract’s',
    ),
  audience: z.string().optional().describe('customer, guardian, agent, internal …'),
  incident: z.string().optional().describe('kind of incident the message is for'),
  bulk: z.boolean().optional(),
  owner: z.string().optional(),
  approver: z.string().optional(),
  approved_hash: z.record(z.string(), z.string()).optional().describe('file: SHA-256 that was approved'),
  tested_at: z.iso.date().optional().describe('last test of the message'),
  from: z.string().optional().describe('sender address'),
  headers: z.array(z.string()).optional().describe('headers the sending system adds, `List-Unsubscribe`'),
  send_window: z
    .string()
    .optional()
    .describe('when it may be sent, as the sender keeps to it: `08:00-20:00 Europe/London`'),
  supplies: z.array(suppliedSchema).optional().describe('names the sender hands over'),
  locales: z.array(z.string()).optional().describe('locales it must exist in'),
  channels: z.array(z.enum(channels)).optional().describe('channels it must exist in'),
});
export type MessageSettings = z.infer<typeof messageSchema>;

const ruleSettingSchema = z.strictObject({
  files: z.union([path, z.array(path)]),
  rule: z.string().describe('id, code or pack: `privacy/*`'),
  off: reason.optional(),
  severity: z.enum(severities).optional(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
});

const incidentSchema = z.strictObject({
  kinds: z.array(z.string()).min(1),
  channels: z.array(z.enum(channels)).min(1),
  locales: z.array(z.string()).optional().describe('default: those of the recipients'),
  test_every: z.iso.duration().optional(),
});

/** `gate` of unsilo.yaml: where templates are and what is known about them. */
export const gateSettingsSchema = z.strictObject({
  contract: path.default('unsilo.contract.json').describe('relative to unsilo.yaml'),
  templates: z.array(placeSchema).optional().describe('the first that fits a file says what it is'),
  source_locale: z.string().optional().describe('locale that is written first; default: en, if it is there'),
  locales: z.array(z.string()).optional().describe('locales every message must exist in'),
  allowed_words: z
    .array(z.string())
    .optional()
    .describe('names and words that are the same in every language'),
  helpers: z.array(z.string()).optional().describe('helpers, filters and tags that the sender registers'),
  globals: z.array(z.string()).optional().describe('names every message gets'),
  domains: z.array(z.string()).optional().describe('own domains, beside those of the contract'),
  brand: z
    .strictObject({
      name: z.string().optional(),
      legal_name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  messages: z
    .record(z.string(), messageSchema)
    .optional()
    .describe('by message; `*` ends a name for all that begin so'),
  incidents: incidentSchema.optional().describe('kinds × channels × locales that must have a text'),
  rules: z.array(ruleSettingSchema).optional().describe('settings by path; later ones outweigh earlier ones'),
  samples: z
    .array(path)
    .optional()
    .describe('files of sample data, JSON, that show what the sender hands over'),
  schemas: z
    .record(z.string(), path)
    .optional()
    .describe(
      'message, or `prefix*`: JSON Schema, OpenAPI or AsyncAPI file (#/pointer) of its data; or a file of the code that hands them over, of which every name in quotes and every key counts',
    ),
});
export type GateSettings = z.infer<typeof gateSettingsSchema>;
