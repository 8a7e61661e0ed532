import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportContract } from '../src/app/contract/export.js';
import { drawPicture } from '../src/app/map.js';
import { findSchema, schemaNames } from '../src/app/schemas.js';
import { createProgram } from '../src/cli/program.js';
import { readPacks } from '../src/rules/read-packs.js';
import { readTemplateRules } from '../src/rules/read-template-rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8').catch(() => '');
const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const documents = [
  'report',
  'map',
  'baseline',
  'diff',
  'doctor',
  'questions',
  'link',
  'link-pair',
  'conflicts',
  'trace',
  'triage',
  'gate',
  'roadmap',
  'progress',
  'future',
  'findings',
  'contract',
  'rule',
  'gate-rule',
  'mapping',
  'unsilo.yaml',
];
const schemaFile = (name: string): string => `src/schema/${name.replace('.yaml', '')}.json`;

function schemas(): Record<string, string> {
  const tables = schemaNames.filter((name) => !documents.includes(name));
  const $defs = Object.fromEntries(tables.map((name) => [name, findSchema(name)]));
  return {
    ...Object.fromEntries(documents.map((name) => [schemaFile(name), toJson(findSchema(name))])),
    'src/schema/tables.json': toJson({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs }),
  };
}

async function ruleIndex(): Promise<string> {
  const rules = await readPacks(join(root, 'rules'));
  const lines = rules.map(({ id, definition }) => `| [${id}](rules/${id}/README.md) | ${definition.title} |`);
  return ['| rule | finds |', '|---|---|', ...lines].join('\n');
}

async function templateRuleIndex(): Promise<string> {
  const rules = await readTemplateRules(join(root, 'rules'));
  const lines = rules.map(({ id, definition }) => {
    const severities = [...new Set(Object.values(definition.cases).map(({ severity }) => severity))];
    return `| [${id}](rules/templates/${id}/README.md) | ${definition.title} | ${severities.join(', ')} |`;
  });
  return ['| rule | finds | severity |', '|---|---|---|', ...lines].join('\n');
}

function help(): string {
  const program = createProgram({ exitCode: 0 }).configureOutput({ getOutHelpWidth: () => 100 });
  return ['```text', program.helpInformation().trimEnd(), '```'].join('\n');
}

/** Puts text between `<!-- name -->` and `<!-- /name -->`. */
function fill(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = [page.split(open)[0], page.split(close)[1]];
  if (rest === undefined) throw new Error(`README.md has no ${open} … ${close}`);
  return `${before}${open}\n${text}\n${close}${rest}`;
}

/** The map of the example, as the README shows it, and what templates may rely on in it. */
async function example(): Promise<Record<string, string>> {
  const storeDir = await mkdtemp(join(tmpdir(), 'unsilo-example-'));
  const request = { dir: join(root, 'fixtures/example-bank'), storeDir };
  try {
    const contract = await exportContract({ ...request, validFor: 5 * 365 * 86_400 }, () => undefined);
    return {
      '.github/map.svg': await drawPicture(request, 'silos'),
      'fixtures/example-templates/unsilo.contract.json': toJson(contract),
    };
  } finally {
    await rm(storeDir, { recursive: true, force: true });
  }
}

async function everything(): Promise<Record<string, string>> {
  const listed = fill(await read('README.md'), 'rules', await ruleIndex());
  const page = fill(listed, 'template-rules', await templateRuleIndex());
  return { ...schemas(), ...(await example()), 'README.md': fill(page, 'help', help()) };
}

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const [file, text] of Object.entries(await everything())) {
  if ((await read(file)) === text) continue;
  stale.push(file);
  if (isCheck) continue;
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
if (stale.length > 0) process.stdout.write(`${isCheck ? 'out of date' : 'written'}: ${stale.join(', ')}\n`);
if (isCheck && stale.length > 0) process.exitCode = 1;
