import { distance } from 'fastest-levenshtein';
import type { HelperUse, Include, Part } from '../../../model/template.js';
import type { Check, GateHit } from '../../check.js';
import type { World } from '../../world.js';
import { builtWords } from './engine-words.js';
import { undefinedMacros } from './undefined-macros.js';

/** `mails/_footer.html.erb` and `@mails/footer` are both `footer`. */
const baseOf = (path: string): string =>
  path
    .split(/[/\\:]/)
    .at(-1)!
    .replace(/^_/, '')
    .replace(/\.[\w.]+$/, '')
    .toLowerCase();

/** Names that templates are included by. */
function namesIn({ files, parts, settings }: World): ReadonlySet<string> {
  const names = [
    ...files.map(({ path }) => path),
    ...parts.map(({ key }) => key),
    ...(settings.helpers ?? []),
  ];
  return new Set(names.filter(Boolean).map(baseOf));
}

/** Includes are known where the engine looks them up by name, and not by an address of their own. */
const isNamed = ({ name }: Include): boolean => /^[\p{L}_@][\p{L}\p{N}_@./:-]*$/u.test(name);

function* unknownIncludes(parts: readonly Part[], known: ReadonlySet<string>): Generator<GateHit> {
  const all = parts.flatMap(({ parsed }) => parsed.includes).filter(isNamed);
  const found = all.filter(({ name }) => known.has(baseOf(name))).length;
  for (const part of parts)
    for (const include of part.parsed.includes) {
      const inline =
        part.text.includes(`*inline "${include.name}"`) || part.text.includes(`define "${include.name}"`);
      if (inline || !isNamed(include) || known.has(baseOf(include.name))) continue;
      const span = { start: include.start, end: include.end };
      const args = { name: include.name, kind: include.kind };
      yield {
        case: found > 0 ? 'partial' : 'partials-elsewhere',
        at: { part, span },
        about: include.name,
        args,
      };
    }
}

interface Registered {
  readonly helpers: ReadonlySet<string>;
  /** Whether somebody says which helpers there are. */
  readonly said: boolean;
  /** How often a name is used in all texts. */
  readonly used: ReadonlyMap<string, number>;
}

/** A name that is used by few texts and almost is one of the engine's. */
function nearest(name: string, built: ReadonlySet<string>, { used }: Registered): string | undefined {
  if (name.length < 4 || (used.get(name) ?? 0) > 2) return undefined;
  return [...built].find(
    (one) => one.length > 3 && distance(one, name) === 1 && !/s$/.test(one.length > name.length ? one : name),
  );
}

function hitOf(part: Part, helper: HelperUse, registered: Registered): GateHit | undefined {
  const built = builtWords(part.parsed.syntax);
  const { name, kind } = helper;
  if (!built || built.has(name) || registered.helpers.has(name)) return undefined;
  const near = nearest(name, built, registered);
  if (near === undefined && !registered.said) return undefined;
  const at = { part, span: { start: helper.start, end: helper.end } };
  const known = near === undefined ? 'helper' : 'misspelt';
  return { case: known, at, about: name, args: { name, kind, near: near ?? null } };
}

function* unknownMacros(parts: readonly Part[], known: ReadonlySet<string>): Generator<GateHit> {
  for (const { part, name, start, end } of undefinedMacros(parts))
    if (!known.has(name.toLowerCase()))
      yield {
        case: 'partial',
        at: { part, span: { start, end } },
        about: name,
        args: { name, kind: 'macro' },
      };
}

/** Partials that are not there, macros nobody makes, and helpers and filters nobody registers. */
export const unknownPartialOrHelper: Check = function* (world) {
  const { parts, settings } = world;
  const known = namesIn(world);
  yield* unknownIncludes(parts, known);
  yield* unknownMacros(parts, known);
  const used = new Map<string, number>();
  for (const { parsed } of parts)
    for (const { name } of parsed.helpers) used.set(name, (used.get(name) ?? 0) + 1);
  const registered = { helpers: new Set(settings.helpers ?? []), said: settings.helpers !== undefined, used };
  for (const part of parts)
    for (const helper of part.parsed.helpers) {
      const hit = hitOf(part, helper, registered);
      if (hit) yield hit;
    }
};
