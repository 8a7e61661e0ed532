import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { type CompletedName, completeInventory, completeRules } from '../../app/complete-names.js';
import { storeOf } from '../../app/run-request.js';
import { assertChoice } from '../checks.js';
import { type NameKind, shells } from '../completion/choices.js';
import { recallFindings } from '../completion/findings.js';
import { scripts } from '../completion/scripts.js';
import { suggest } from '../completion/suggest.js';
import { writeOut } from '../output.js';

/** Prints what a shell is to read. */
export async function runCompletion(shell: string): Promise<void> {
  await writeOut(scripts[assertChoice('shell', shell, shells)]);
}

const nameless = (value: string): CompletedName => ({ value, says: '' });

/** Names of the JSON Schemas, from the files that hold them. */
async function schemaNames(): Promise<CompletedName[]> {
  const folder = fileURLToPath(new URL('../../src/schema/', import.meta.url));
  const files = await readdir(folder);
  const { $defs } = JSON.parse(await readFile(`${folder}tables.json`, 'utf8')) as { $defs: object };
  const documents = files.map((file) => file.replace(/\.json$/, '')).filter((name) => name !== 'tables');
  return ['list', 'sources', ...documents, ...Object.keys($defs)].sort().map(nameless);
}

const recalled = (dir: string, kind: 'finding' | 'group') => recallFindings(storeOf({ dir }), kind);

async function namesOf(kind: NameKind, dir: string): Promise<readonly CompletedName[]> {
  switch (kind) {
    case 'rules':
      return completeRules(dir);
    case 'shells':
      return shells.map(nameless);
    case 'schemas':
      return schemaNames();
    case 'places':
      return [...(await completeInventory('systems', dir)), ...(await completeInventory('silos', dir))];
    case 'rules or findings':
      return [...(await completeRules(dir)), ...(await recalled(dir, 'finding'))];
    case 'findings or groups':
      return [...(await recalled(dir, 'finding')), ...(await recalled(dir, 'group'))];
    case 'groups':
      return recalled(dir, 'group');
    default:
      return completeInventory(kind, dir);
  }
}

const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Prints one way to go on a line, and behind a tab what it does; a name no shell could take is left out. */
export async function runComplete(words: readonly string[], program: Command): Promise<void> {
  // PowerShell hands over no empty word, but quotes, which its newer versions keep.
  const typed = words.map((word) => (word === '""' ? '' : word));
  const found = await suggest(typed.length > 0 ? typed : [''], program, namesOf);
  const lines = found
    .filter(({ value }) => !odd.test(value))
    .map(({ value, says }) => `${value}\t${says.replace(/\s+/g, ' ').replace(new RegExp(odd, 'gu'), '')}\n`);
  await writeOut(lines.join(''));
}
