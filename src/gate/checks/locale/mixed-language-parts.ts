import type { Part } from '../../../model/template.js';
import { languageOf, scriptOf } from '../../../templates/facts/locales.js';
import { addTo, groupBy } from '../../../text/group-by.js';
import type { Check, GateHit } from '../../check.js';
import { listOf, type WordList } from '../../lists/word-list.js';
import { mistypedKeys } from '../../variants/mistyped-keys.js';
import { foldProse } from '../../words.js';
import { type Message, readable, type World } from '../../world.js';

/** Scripts of Unicode that a script of CLDR is made of. */
const members: Readonly<Record<string, string>> = {
  Jpan: '\\p{Script=Hira}\\p{Script=Kana}\\p{Script=Hani}',
  Kore: '\\p{Script=Hang}\\p{Script=Hani}',
  Hans: '\\p{Script=Hani}',
  Hant: '\\p{Script=Hani}',
};
const patterns = new Map<string, RegExp>();

/** What no version of Unicode knows as a script has all letters. */
function nameOf(script: string): string {
  try {
    return new RegExp(`\\p{Script=${script}}`, 'u').source;
  } catch {
    return '\\p{L}';
  }
}

function lettersOf(script: string): RegExp {
  const known = patterns.get(script);
  if (known) return known;
  const pattern = new RegExp(`[${members[script] ?? nameOf(script)}]+`, 'gu');
  patterns.set(script, pattern);
  return pattern;
}

/** Letters in runs of them. */
const count = (text: string, runs: RegExp): number =>
  text.match(runs)?.reduce((sum, run) => sum + run.length, 0) ?? 0;

/** All letters of these are Latin. */
const plain = /^[\0-\u00b4\u00b6-\u024f\u2010-\u2027\ufffc]*$/;

/** Latin letters where another script is due, or the other way: the script, if most letters are of it. */
function otherScript(part: Part): 'Latn' | 'other' | undefined {
  const text = part.prose.text.slice(0, 5_000);
  const script = scriptOf(part.locale);
  if (script === 'Latn' && plain.test(text)) return undefined;
  const latin = count(text, /\p{Script=Latn}+/gu);
  if (script === 'Latn') {
    const all = count(text, /\p{L}+/gu);
    return all - latin >= 20 && latin < 0.3 * all ? 'other' : undefined;
  }
  const own = count(text, lettersOf(script));
  return latin >= 20 && own < 0.2 * latin ? 'Latn' : undefined;
}

const isOwnScript = (part: Part): boolean => {
  const text = part.prose.text.slice(0, 5_000);
  return count(text, lettersOf(scriptOf(part.locale))) > 0.5 * count(text, /\p{L}+/gu);
};

/** The language whose small words a text has, where they outnumber those of its own by far. */
function otherLanguage(part: Part, list: WordList): string | undefined {
  const own = languageOf(part.locale);
  if (!list.knows('function', own)) return undefined;
  const { text } = foldProse(part);
  const hits = (language: string): number => list.find('function', language, text.slice(0, 5_000)).length;
  const mine = hits(own);
  const rest = Object.keys(list.definition.groups.function ?? {}).filter((one) => one !== own);
  const [best, most] = rest.map((one) => [one, hits(one)] as const).sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return most >= 5 && most >= 3 * (mine + 1) ? best : undefined;
}

function* inMessage(message: Message, list: WordList): Generator<GateHit> {
  const byLocale = new Map<string, Part[]>();
  for (const part of readable(message)) if (scriptOf(part.locale) !== '') addTo(byLocale, part.locale, part);
  for (const [locale, parts] of byLocale) {
    const odd = parts.map((part) => [part, otherScript(part) ?? otherLanguage(part, list)] as const);
    if (odd.every(([, found]) => found === undefined)) continue;
    if (!parts.some((part, i) => odd[i]![1] === undefined && part.prose.text.length > 3 && isOwnScript(part)))
      continue;
    for (const [part, found] of odd) {
      if (found === undefined) continue;
      const name = part.key || part.name;
      const isScript = found === 'Latn' || found === 'other';
      const args = isScript
        ? { part: name, locale, script: found === 'Latn' ? 'Latin' : 'other' }
        : { part: name, locale, language: found };
      yield {
        case: isScript ? 'script' : 'language',
        at: { part },
        about: locale,
        args,
        confidence: 'likely',
      };
    }
  }
}

/** A share of entries in other letters above which a catalogue is of more than one language. */
const few = 0.2;

/** Entries of a catalogue in other letters than the rest; in Latin ones they may be names, which nobody translates. */
function* inCatalogues({ parts }: World, said: ReadonlySet<Part>): Generator<GateHit> {
  const entries = parts.filter(({ key, locale }) => key !== '' && scriptOf(locale) === 'Latn');
  const byFile = groupBy(entries, ({ file, locale }) => `${file.path}\n${locale}`);
  for (const own of byFile.values()) {
    const odd = own.filter((part) => otherScript(part) === 'other');
    if (odd.length === 0 || odd.length > Math.max(1, few * own.length)) continue;
    for (const part of odd) {
      if (said.has(part)) continue;
      const span = { start: 0, end: part.text.length };
      const args = { part: part.key, locale: part.locale, script: 'other' };
      yield { case: 'script', at: { part, span }, about: part.locale, args, confidence: 'likely' };
    }
  }
}

function* slips(world: World): Generator<GateHit> {
  for (const { part, like, source } of mistypedKeys(world))
    yield {
      case: source.channel === 'unknown' ? 'ui-mistyped-key' : 'mistyped-key',
      at: { part },
      about: part.key,
      args: { key: part.key, like, locale: part.locale },
      others: [{ part: source }],
    };
}

/** Parts of a message in another language than the rest of it, and keys for which an engine takes another language. */
export const mixedLanguageParts: Check = function* (world) {
  const list = listOf(world, 'locale/function-words');
  const inMessages = world.messages.flatMap((message) => [...inMessage(message, list)]);
  yield* inMessages;
  const said = new Set(inMessages.flatMap(({ at }) => ('part' in at ? [at.part] : [])));
  yield* inCatalogues(world, said);
  yield* slips(world);
};
