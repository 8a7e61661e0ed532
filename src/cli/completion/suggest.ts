import type { Argument, Command, Option } from 'commander';
import { choicesOf, type NameKind, namesFor, namesForArgument } from './choices.js';

/** One way to go on, and what it does. */
export interface Suggestion {
  readonly value: string;
  readonly says: string;
}

/** Names of one kind in the ecosystem of a folder; none where they cannot be read. */
export type AskNames = (kind: NameKind, dir: string) => Promise<readonly Suggestion[]>;

/** What the words before the cursor come to. */
interface Reached {
  readonly command: Command;
  readonly places: readonly string[];
  /** The option whose value is being typed. */
  readonly open: Option | undefined;
}

const bare = (value: string): Suggestion => ({ value, says: '' });
const isShown = (command: Command): boolean => !(command as unknown as { _hidden?: boolean })._hidden;
const takesValue = (option: Option): boolean => option.required || option.optional;

/** The command that runs where none of those below is named. */
const usualOf = (command: Command): Command | undefined =>
  command.commands.find(
    (one) =>
      one.name() === (command as unknown as { _defaultCommandName: string | null })._defaultCommandName,
  );

/** Options of a command, of the one it stands for and of the one it stands under. */
function optionsOf(command: Command): readonly Option[] {
  const own = [...command.createHelp().visibleOptions(command)];
  const usual = usualOf(command)?.options ?? [];
  return [...own, ...usual, ...(command.parent?.parent ? command.parent.options : [])];
}

function step({ command, places, open }: Reached, word: string): Reached {
  if (open) return { command, places, open: open.variadic ? open : undefined };
  if (word.startsWith('-')) {
    const option = optionsOf(command).find(({ long, short }) => word === long || word === short);
    return { command, places, open: option && takesValue(option) ? option : undefined };
  }
  const below = places.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
  return below ? { command: below, places: [], open } : { command, places: [...places, word], open };
}

/** `--format=ht` is an option and the beginning of its value. */
const splitWords = (words: readonly string[]): string[] =>
  words.flatMap((word) =>
    /^--[\w-]+=/.test(word) ? [word.split('=')[0]!, word.replace(/^[^=]*=/, '')] : [word],
  );

/** The folder the names are looked for in: the first place that looks like one, else the one at hand. */
const folderOf = (command: Command, places: readonly string[]): string => {
  const dir = command.registeredArguments.findIndex((argument) => argument.name() === 'dir');
  return places[dir] ?? '.';
};

const optionSuggestions = (command: Command, used: readonly string[]): Suggestion[] =>
  optionsOf(command)
    .filter(({ long, hidden }) => long && !hidden && !used.includes(long))
    .filter(({ long }, i, all) => all.findIndex((one) => one.long === long) === i)
    .map(({ long, description }) => ({ value: long!, says: description }));

const argumentAt = ({ registeredArguments }: Command, place: number): Argument | undefined =>
  registeredArguments[place] ?? registeredArguments.filter(({ variadic }) => variadic)[0];

/** What may stand where the last word is being typed; nothing means a file. */
async function candidates(
  words: readonly string[],
  program: Command,
  ask: AskNames,
): Promise<readonly Suggestion[]> {
  const [before, current] = [words.slice(0, -1), words.at(-1) ?? ''];
  const reached = before.reduce(step, { command: program, places: [], open: undefined } as Reached);
  const { command, places, open } = reached;
  const dir = folderOf(command, places);
  if (open && !(open.variadic && current.startsWith('-'))) {
    const kind = namesFor(command, open);
    return kind ? ask(kind, dir) : choicesOf(open).map(bare);
  }
  if (current.startsWith('-')) return optionSuggestions(command, before);
  const below = places.length === 0 ? command.commands.filter(isShown) : [];
  if (below.length > 0) return below.map((one) => ({ value: one.name(), says: one.description() }));
  const argument = argumentAt(command, places.length);
  const kind = argument && namesForArgument(argument.name());
  return kind ? ask(kind, dir) : [];
}

/**
 * Ways to go on from the words typed after `unsilo`, of which the last is unfinished, in the order of their definition or
 * by name. None means a file or folder.
 */
export async function suggest(
  words: readonly string[],
  program: Command,
  ask: AskNames,
): Promise<Suggestion[]> {
  const split = splitWords(words);
  const begun = split.at(-1) ?? '';
  const found = await candidates(split, program, ask);
  return found.filter(({ value }) => value.startsWith(begun));
}
