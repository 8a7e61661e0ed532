import { type channels, channels as known } from '../../model/enums.js';
import type { GateSettings } from '../../model/gate-settings.js';
import { type PartName, partNames } from '../../model/template.js';
import { normaliseLocale } from './locale.js';
import { channelWords, partWords } from './vocabulary.js';

export type Place = NonNullable<GateSettings['templates']>[number];

/** What a pattern with names in braces took out of a path or key. */
export interface Taken {
  readonly message?: string;
  readonly locale?: string;
  readonly channel?: (typeof channels)[number];
  readonly part?: PartName;
}

type Fit = (text: string) => Taken | undefined;

const special = /[.+^$()|[\]\\]/g;
const names = /\{(message|locale|channel|part)\}/;

/** How a locale is written, the likeliest first: beside `_` or `-` a name may go on, `order_ready_en`. */
const localeShapes = [
  '[A-Za-z]{2}(?:[-_][A-Z][a-z]{3})?(?:[-_]r?(?:[A-Za-z]{2}|\\d{3}))?(?:@\\w+)?',
  '[A-Za-z]{2,3}(?:[-_]\\w{2,4}){0,2}',
  '[\\w@-]+',
];

/** `{message}` may go over several steps, the others stay in one; a name that comes again must be the same. */
function expressionOf(pattern: string, separator: '/' | '.', locale: string): RegExp {
  const inStep = `[^${separator === '/' ? '/' : '.'}]`;
  const seen = new Set<string>();
  const source = pattern
    .split(/(\{(?:message|locale|channel|part)\}|\*\*\/?|\*|\?)/)
    .map((piece) => {
      const name = names.exec(piece)?.[1];
      if (name !== undefined && seen.has(name)) return `\\k<${name}>`;
      if (name !== undefined) {
        seen.add(name);
        return name === 'message'
          ? `(?<message>.+?)`
          : `(?<${name}>${name === 'locale' ? locale : `${inStep}+?`})`;
      }
      if (piece === '**/') return `(?:${inStep}+/)*`;
      if (piece === '**') return '.*';
      if (piece === '*') return `${inStep}*`;
      if (piece === '?') return inStep;
      return piece.replace(special, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 's');
}

const channelNames = new Set<string>(known);
const parts = new Set<string>(partNames);

function toTaken(groups: Readonly<Record<string, string | undefined>>): Taken {
  const { message, locale, channel, part } = groups;
  const word = channel?.toLowerCase() ?? '';
  const ownChannel = channelNames.has(word) ? word : channelWords.get(word);
  const ownPart = parts.has(part ?? '') ? part : partWords.get(part?.toLowerCase() ?? '');
  return {
    ...(message !== undefined && { message }),
    ...(locale !== undefined && { locale: normaliseLocale(locale) || locale }),
    ...(ownChannel !== undefined &&
      ownChannel !== 'unknown' && { channel: ownChannel as Taken['channel'] & string }),
    ...(ownPart !== undefined && { part: ownPart as PartName }),
  };
}

/** Tells what a pattern takes out of a text; undefined when it does not fit. */
export function createFit(pattern: string, separator: '/' | '.'): Fit {
  const shapes = pattern.includes('{locale}') ? localeShapes : localeShapes.slice(-1);
  const expressions = shapes.map((shape) => expressionOf(pattern.replace(/^\.\//, ''), separator, shape));
  return (text) => {
    for (const expression of expressions) {
      const match = expression.exec(text);
      if (match) return toTaken(match.groups ?? {});
    }
    return undefined;
  };
}

/** Where a file stands in the settings, and what its path says there. */
export interface Placed extends Taken {
  readonly place: Place;
  /** Of catalogues: what a key says, undefined for keys that are no messages. */
  readonly keyFit?: Fit;
}

const given = ({ message, locale, channel, part }: Place): Taken => ({
  ...(message !== undefined && { message }),
  ...(locale !== undefined && { locale: normaliseLocale(locale) || locale }),
  ...(channel !== undefined && { channel }),
  ...(part !== undefined && { part }),
});

/** Tells the first place of the settings that a path fits. */
export function createPlaces({ templates = [] }: GateSettings): (path: string) => Placed | undefined {
  const places = templates.map((place) => ({
    place,
    take: createFit(place.files, '/'),
    ...(place.keys !== undefined && { keyFit: createFit(place.keys, '.') }),
  }));
  return (path) => {
    for (const { take, ...rest } of places) {
      const taken = take(path);
      if (taken) return { ...taken, ...given(rest.place), ...rest };
    }
    return undefined;
  };
}
