import type { Part, Span, Syntax } from '../../../model/template.js';
import { addTo } from '../../../text/group-by.js';
import { firstFrom } from '../../within.js';

/** A macro that is called, and made nowhere. */
export interface UndefinedMacro extends Span {
  readonly part: Part;
  readonly name: string;
}

interface Style {
  readonly makes: RegExp;
  /** Files of macros, with the name they get; none where all macros share one space of names. */
  readonly imports?: RegExp;
  readonly calls: RegExp;
  /** What brings in more than the file's own. */
  readonly borrows?: RegExp;
}

const pipes: Style = {
  makes: /\{%-?\s*(?:macro|set)\s+(?<name>\w+)/g,
  imports: /\{%-?\s*import\s+["'](?<file>[^"'\n]{1,200})["']\s+as\s+(?<space>\w+)/g,
  calls: /(?<![\w.])(?<space>\w+)\.(?<name>\w+)\s*\(/g,
  borrows: /\{%-?\s*(?:from|include|extends)\b/,
};

/** By https://velocity.apache.org/engine/2.3/user-guide.html#velocimacros and its like of each engine. */
const styles: Readonly<Partial<Record<Syntax, Style>>> = {
  velocity: { makes: /#macro\s*\(\s*(?<name>[\w-]+)/g, calls: /(?<!&)#@?(?<name>[A-Za-z][\w-]*)\s?\(/g },
  freemarker: {
    makes: /<#(?:macro|function|assign)\s+(?<name>\w+)/g,
    imports: /<#import\s+["'](?<file>[^"'\n]{1,200})["']\s+as\s+(?<space>\w+)/g,
    calls: /<@(?<space>\w+)\.(?<name>\w+)/g,
    borrows: /<#(?:include|import|global)\b/,
  },
  jinja: pipes,
  nunjucks: pipes,
  twig: pipes,
};

const ofVelocity = new Set(
  'if elseif else end foreach set parse include macro define stop break evaluate'.split(' '),
);

const madeIn = (texts: readonly string[], { makes }: Style): Set<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(makes)].map(({ groups }) => groups!.name!)));

interface Call extends Span {
  readonly name: string;
  readonly space: string;
}

function callsIn({ text, parsed }: Part, { calls }: Style): Call[] {
  const asides = parsed.tags.filter(({ kind }) => kind === 'comment').sort((a, b) => a.start - b.start);
  const isAside = (index: number): boolean => (asides[firstFrom(asides, index + 1) - 1]?.end ?? 0) > index;
  return [...text.matchAll(calls)].flatMap(({ index, groups, 0: { length } }) =>
    isAside(index)
      ? []
      : [{ start: index, end: index + length, name: groups!.name!, space: groups!.space ?? '' }],
  );
}

type Libraries = ReadonlyMap<string, ReadonlySet<string>>;

/** Macros of the files of each name that are known whole: they take none from elsewhere. */
const librariesOf = (byName: ReadonlyMap<string, string[]>, style: Style): Libraries =>
  new Map(
    [...byName].flatMap(([name, texts]): [string, ReadonlySet<string>][] => {
      const made = madeIn(texts, style);
      return made.size > 0 && !texts.some((text) => style.borrows!.test(text)) ? [[name, made]] : [];
    }),
  );

/** Macros of the spaces that a text imports. */
function spacesOf(
  { text }: Part,
  { imports }: Style,
  libraries: Libraries,
): Map<string, ReadonlySet<string>> {
  return new Map(
    [...text.matchAll(imports!)].flatMap(({ groups }): [string, ReadonlySet<string>][] => {
      const made = libraries.get(groups!.file!.split(/[/\\]/).at(-1)!);
      return made ? [[groups!.space!, made]] : [];
    }),
  );
}

/** Velocity looks a name up in all libraries, so others of a text tell whether its libraries are here. */
function* unmade(part: Part, calls: readonly Call[], made: ReadonlySet<string>): Generator<UndefinedMacro> {
  const own = calls.filter(({ name }) => !ofVelocity.has(name));
  const known = own.filter(({ name }) => made.has(name)).length;
  for (const call of own) if (known > 0 && !made.has(call.name)) yield { part, ...call };
}

/** Calls of macros that the files they come from do not make. */
export function* undefinedMacros(parts: readonly Part[]): Generator<UndefinedMacro> {
  const whole = parts.filter(({ key }) => key === '');
  const byName = new Map<string, string[]>();
  for (const { file, text } of whole) addTo(byName, file.path.split('/').at(-1)!, text);
  const known = new Map<Style, Libraries>();
  const ofAll = madeIn([...byName.values()].flat(), styles.velocity!);
  for (const part of whole) {
    const style = styles[part.parsed.syntax];
    if (!style) continue;
    if (!style.imports) yield* unmade(part, callsIn(part, style), ofAll);
    else {
      const libraries = known.get(style) ?? librariesOf(byName, style);
      known.set(style, libraries);
      const spaces = spacesOf(part, style, libraries);
      if (spaces.size === 0) continue;
      for (const call of callsIn(part, style))
        if (spaces.get(call.space)?.has(call.name) === false) yield { part, ...call };
    }
  }
}
