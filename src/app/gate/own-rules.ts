import { type Lists, toLists } from '../../gate/lists/word-list.js';
import type { GateRule } from '../../model/gate-rule.js';
import { readLists } from '../../rules/read-lists.js';
import { readTemplateRules } from '../../rules/read-template-rules.js';
import { ownPacks } from '../own-packs.js';

/** What comes along with unsilo about templates. */
interface OwnRules {
  readonly rules: readonly GateRule[];
  readonly lists: Lists;
}

let read: Promise<OwnRules> | undefined;

const readAll = async (): Promise<OwnRules> => ({
  rules: await readTemplateRules(ownPacks),
  lists: toLists(await readLists(ownPacks)),
});

/** The rules about templates by id, and their word lists; read once, as nothing changes them. */
export function readOwnRules(): Promise<OwnRules> {
  read ??= readAll();
  return read;
}
