import { join } from 'node:path';
import { type Problem, SourceError } from '../model/errors.js';
import {
  acceptancePolicySchema,
  causeTextsSchema,
  type Policy,
  severityPolicySchema,
} from '../model/policy.js';
import { type Rule, ruleSchema } from '../model/rule.js';
import { listFolder, readText } from '../store/packed-files.js';
import { ruleMistakes } from './check-rule.js';
import { parseYaml } from './parse-yaml.js';

const members = ['rule.yaml', 'query.sql', 'README.md', 'cases.yaml'] as const;

/** Folders of a pack that hold no rule: data for facts, and facts of the pack. */
const noRules = ['tables', 'facts', 'codes', 'texts'];

/** Folder beside the packs: packs of rules about templates, which ask no question of tables. */
export const templatePacks = 'templates';

export async function foldersIn(folder: string): Promise<string[]> {
  return (await listFolder(folder))
    .filter(({ isFolder }) => isFolder)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && !noRules.includes(name))
    .sort();
}

/** Collects the problems of several readings, so that all are reported at once. */
export class Problems {
  readonly found: Problem[] = [];
  async try<T>(read: () => Promise<T> | T): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.found.push(...error.problems);
      return undefined;
    }
  }
  assertNone(): void {
    if (this.found.length > 0) throw new SourceError(this.found);
  }
}

export async function readMember(file: string): Promise<string> {
  try {
    return await readText(file);
  } catch {
    throw new SourceError([{ place: { file }, message: 'the file is missing or cannot be read' }]);
  }
}

async function readRule(folder: string, id: string): Promise<Rule> {
  const problems = new Problems();
  const file = (name: string) => join(folder, id, name);
  const texts: (string | undefined)[] = [];
  for (const name of members) texts.push(await problems.try(() => readMember(file(name))));
  const [yaml, query = '', readme = '', cases = ''] = texts;
  const definition = await problems.try(() =>
    yaml === undefined ? undefined : parseYaml(file('rule.yaml'), yaml, ruleSchema),
  );
  problems.assertNone();
  const rule: Rule = { id, pack: id.split('/')[0]!, definition: definition!, query, readme, cases };
  const mistakes = ruleMistakes(rule).map(({ file: name, ...details }) => ({
    place: { file: file(name) },
    ...details,
  }));
  if (mistakes.length > 0) throw new SourceError(mistakes);
  return rule;
}

/** All rules of a folder of packs, found by their place `<pack>/<rule>`, by id. Throws one SourceError with every mistake. */
export async function readPacks(folder: string): Promise<Rule[]> {
  const problems = new Problems();
  const rules: Rule[] = [];
  const packs = (await foldersIn(folder)).filter((name) => name !== templatePacks);
  for (const pack of packs)
    for (const name of await foldersIn(join(folder, pack))) {
      const rule = await problems.try(() => readRule(folder, `${pack}/${name}`));
      if (rule) rules.push(rule);
    }
  problems.assertNone();
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The harm policy, the words for causes and those for accepted findings that lie beside the packs. */
export async function readPolicy(folder: string): Promise<Policy> {
  const severity = join(folder, 'severity.yaml');
  const causes = join(folder, 'causes.yaml');
  const acceptance = join(folder, 'baseline.yaml');
  return {
    ...parseYaml(severity, await readMember(severity), severityPolicySchema),
    causes: parseYaml(causes, await readMember(causes), causeTextsSchema),
    acceptance: parseYaml(acceptance, await readMember(acceptance), acceptancePolicySchema),
  };
}
