import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type ClassifyRules, type CodeRule, type TextRule, tiers } from '../classify/types.js';
import type { Config } from '../model/config.js';
import { parties, permanences, type Reason, reasons } from '../model/delivery.js';
import { listFolder, readText } from '../store/packed-files.js';
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

const usualConfidence: Readonly<Record<string, number>> = { enhanced: 0.8, reply: 0.4, event: 0.4 };

const codeColumns = ['code', 'reason', 'type', 'permanence', 'confidence', 'meaning'] as const;

function parseCodes(scheme: string, text: string): CodeRule[] {
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

/** A file of rules as it stands. */
interface RuleFile {
  readonly file: string;
  readonly text: string;
}

const withEnd = (folder: string, end: string): Promise<string[]> =>
  listFolder(folder).then(
    (entries) =>
      entries
        .map(({ name }) => name)
        .filter((name) => name.endsWith(end))
        .sort(compareText),
    () => [],
  );

const readAll = (folder: string, files: readonly string[]): Promise<RuleFile[]> =>
  Promise.all(
    files.map(async (name) => ({
      file: join(folder, name),
      text: await readText(join(folder, name)),
    })),
  );

/** `…/40-reputation.yaml` → `reputation`. */
const nameOf = (file: string): string => basename(file).replace(/^\d+-|\.(?:yaml|csv)$/g, '');

/** Rules as files say them: their text, which tells versions apart, and what they say; few runs need the latter. */
export interface ClassifyFiles {
  readonly text: string;
  readonly parse: () => ClassifyRules;
}

/** `rules/classify`, and folders of the user's own rules, which speak before it. */
export async function readClassifyFiles(folder: string, own: readonly string[] = []): Promise<ClassifyFiles> {
  const inOwn = await Promise.all(own.map(async (place) => readAll(place, await withEnd(place, '.yaml'))));
  const inTexts = await readAll(join(folder, 'texts'), await withEnd(join(folder, 'texts'), '.yaml'));
  const inCodes = await readAll(join(folder, 'codes'), await withEnd(join(folder, 'codes'), '.csv'));
  const [schemes] = await readAll(folder, ['schemes.yaml']);
  const texts = [...inOwn.flat(), ...inTexts];
  const parseAll = (): ClassifyRules => {
    const read = parseYaml(schemes!.file, schemes!.text, schemesSchema);
    return {
      schemes: Object.entries(read).map(([id, { vendors = [], channels = [] }]) => ({
        id,
        vendors,
        channels,
      })),
      codes: inCodes.flatMap(({ file, text }) => parseCodes(nameOf(file), text)),
      texts: () => texts.flatMap(({ file, text }) => parseTextRules(file, text, nameOf(file))),
    };
  };
  return { text: [...texts, ...inCodes, schemes!].map(({ text }) => text).join('\n'), parse: parseAll };
}

/** Where an ecosystem keeps rules for texts of its own: `classify/texts` of each folder of packs. */
export const textFolders = (dir: string, { packs = ['rules'] }: Pick<Config, 'packs'>): string[] =>
  packs.map((folder) => resolve(dir, folder, 'classify/texts'));

/** The same, parsed. */
export const readClassifyRules = async (
  folder: string,
  own: readonly string[] = [],
): Promise<ClassifyRules> => (await readClassifyFiles(folder, own)).parse();
