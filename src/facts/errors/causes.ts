import { type Cube, type Feature, nameOf } from './cube.js';
import { type Pattern, scanErrors } from './scan.js';
import { explainedShares, type Statistics, statisticsOf } from './statistics.js';

/** A cause of errors of one class, with its name. */
export interface Cause {
  readonly origin: string;
  readonly verdict: 'localised' | 'tie';
  readonly pattern: string;
  readonly sameRowsAs: readonly string[];
  readonly leaves: readonly number[];
  readonly messages: number;
  readonly statistics: Statistics;
}

export interface Located {
  readonly causes: readonly Cause[];
  /** What is to be said of errors outside the causes. */
  readonly restVerdict: 'external_cause' | 'listed_only';
}

/** One of these is reported from the first case on. */
const severe = new Set(['wrong_recipient', 'other_customer_data']);
const enoughErrors = 2;
const enoughExplained = 0.65;

/** Attributes by which a cause is named when it has several. */
const naming = ['template', 'system', 'vendor', 'comm', 'lob', 'channel', 'locale'];

const originOf = (feature: Feature): string => `${feature.attribute}:${feature.value}`;

/** Name of a pattern: its most telling attribute, or all of them when that name is taken. */
function nameCause(pattern: Pattern, taken: ReadonlySet<string>): string {
  const features = [...pattern.features].sort(
    (a, b) => naming.indexOf(a.attribute) - naming.indexOf(b.attribute),
  );
  const short = originOf(features[0]!);
  return taken.has(short) ? features.map(originOf).join(' & ') : short;
}

function toCause(pattern: Pattern, origin: string, statistics: Statistics): Cause {
  return {
    origin,
    verdict: pattern.rivals.length > 0 ? 'tie' : 'localised',
    pattern: pattern.features.map(nameOf).join(' & '),
    sameRowsAs: [...pattern.aliases, ...pattern.rivals],
    leaves: pattern.leaves,
    messages: pattern.sends,
    statistics,
  };
}

/** Finds the causes of the errors of one class. `errors` by leaf. */
export function locateErrors(cube: Cube, errors: Float64Array, errorClass: string): Located {
  const total = errors.reduce((sum, count) => sum + count, 0);
  const patterns = scanErrors(cube, errors, severe.has(errorClass) ? 1 : enoughErrors);
  const statistics = statisticsOf(cube, errors, patterns);
  const taken = new Set<string>();
  const causes = patterns.map((pattern, i) => {
    const origin = nameCause(pattern, taken);
    taken.add(origin);
    return toCause(pattern, origin, statistics[i]!);
  });
  const explained = explainedShares(cube, errors, patterns).reduce((sum, share) => sum + share, 0);
  const open = total >= enoughErrors && explained < enoughExplained;
  return { causes, restVerdict: open ? 'external_cause' : 'listed_only' };
}
