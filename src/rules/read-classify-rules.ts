import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type ClassifyRules, type CodeRule, type Scheme, type TextRule, tiers } from '../classify/types.js';
import { parties, permanences, type Reason, reasons } from '../model/delivery.js';
import { compareText } from '../text/compare.js';
import { parseYaml } from './parse-yaml.js';

const words = z.array(z.coerce.string()).optional();
const reasonSchema = z.enum(reasons as readonly [Reason, ...Reason[]]);

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  reason: reasonSchema.optional(),
  type: z.enum(['complained', 'autoreply', 'delivered']).optional(),
  permanence: z.enum(permanences).optional(),
  party: z.enum(parties).optional(),
  confidence: z.number().min(0).max(1).optional(),
  says: words,
  unless: words,
  when: z
    .strictObject({
      enhanced: words,
      reply: words,
      stage: words,
      channel: words,
      type: words,
      remote: words,
    })
    .optional(),
});

/** A file of rules for texts, as `unsilo classify --rules` and `rules/classify/texts` have it. */
export const textRulesSchema = z.strictObject({
  tier: z.enum(tiers).optional(),
  sources: words,
  rules: z.array(ruleSchema),
});

const schemesSchema = z.record(
  z.string(),
  z.strictObject({ title: z.string(), vendors: words, channels: words, sources: words }),
);

/** The rules of a file's text; those without a tier speak as receivers do, before all others. */
export function parseTextRules(file: string, text: string, prefix: string): TextRule[] {
  const { tier = 'receivers', rules } = parseYaml(file, text, textRulesSchema);
  return rules.map(
    ({ id, says = [], unless = [], when = {}, ...rule }): TextRule => ({
      ...rule,
      id: `${prefix}/${id}`,
      tier,
      says,
      unless,
      when,
    }),
  );
}

/** `40-reputation.yaml` → `reputation`. */
const nameOf = (file: string): string => file.replace(/^\d+-|\.yaml$/g, '');

async function readTexts(folder: string): Promise<TextRule[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort(compareText);
  const read = await Promise.all(
    files.map(async (file) =>
      parseTextRules(join(folder, file), await readFile(join(folder, file), 'utf8'), nameOf(file)),
    ),
  );
  return read.flat();
}

const usualConfidence: Readonly<Record<string, number>> = { enhanced: 0.8, reply: 0.4, event: 0.4 };

const codeColumns = ['code', 'reason', 'type', 'permanence', 'confidence', 'meaning'] as const;

async function readCodes(folder: string, scheme: string): Promise<CodeRule[]> {
  const text = await readFile(join(folder, `${scheme}.csv`), 'utf8');
  const rows = parse(text, { columns: true }) as Record<(typeof codeColumns)[number], string>[];
  return rows.map(
    ({ code, reason, type, permanence, confidence }): CodeRule => ({
      scheme,
      code,
      ...(reason !== '' && { reason: reasonSchema.parse(reason) }),
      ...(type !== '' && { type }),
      ...(permanence !== '' && { permanence: z.enum(permanences).parse(permanence) }),
      confidence: confidence === '' ? (usualConfidence[scheme] ?? 0.95) : Number(confidence),
    }),
  );
}

/** `rules/classify`: schemes and their codes, and rules for texts. */
export async function readClassifyRules(folder: string): Promise<ClassifyRules> {
  const file = join(folder, 'schemes.yaml');
  const read = parseYaml(file, await readFile(file, 'utf8'), schemesSchema);
  const schemes = Object.entries(read).map(
    ([id, { vendors = [], channels = [] }]): Scheme => ({ id, vendors, channels }),
  );
  const codes = await Promise.all(schemes.map(({ id }) => readCodes(join(folder, 'codes'), id)));
  return { schemes, codes: codes.flat(), texts: await readTexts(join(folder, 'texts')) };
}
