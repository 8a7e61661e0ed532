import { join } from 'node:path';
import { SourceError } from '../model/errors.js';
import { type GateRule, gateRuleSchema } from '../model/gate-rule.js';
import { readmeMistakes } from './check-rule.js';
import { parseYaml } from './parse-yaml.js';
import { foldersIn, Problems, readMember, templatePacks } from './read-packs.js';

async function readRule(folder: string, id: string): Promise<GateRule> {
  const file = (name: string) => join(folder, id, name);
  const [yaml, readme, cases] = await Promise.all(
    ['rule.yaml', 'README.md', 'cases.yaml'].map((name) => readMember(file(name))),
  );
  const definition = parseYaml(file('rule.yaml'), yaml!, gateRuleSchema);
  const mistakes = readmeMistakes(readme!).map(({ file: name, ...details }) => ({
    place: { file: file(name) },
    ...details,
  }));
  if (mistakes.length > 0) throw new SourceError(mistakes);
  return { id, pack: id.split('/')[0]!, definition, readme: readme!, cases: cases! };
}

/** All rules about templates beside the packs of a folder, by id. Throws one SourceError with every mistake. */
export async function readTemplateRules(folder: string): Promise<GateRule[]> {
  const packs = join(folder, templatePacks);
  const problems = new Problems();
  const rules: GateRule[] = [];
  for (const pack of await foldersIn(packs))
    for (const name of await foldersIn(join(packs, pack))) {
      const rule = await problems.try(() => readRule(packs, `${pack}/${name}`));
      if (rule) rules.push(rule);
    }
  problems.assertNone();
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Ids of the rules about templates, told by their places alone. */
export async function templateRuleIds(folder: string): Promise<string[]> {
  const packs = join(folder, templatePacks);
  const ids = (await foldersIn(packs)).map(async (pack) =>
    (await foldersIn(join(packs, pack))).map((name) => `${pack}/${name}`),
  );
  return (await Promise.all(ids)).flat();
}
