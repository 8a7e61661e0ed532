import { covers } from '../../graph/index.js';
import { keysOf, mappingOf } from '../../graph/mappings.js';
import { remember, rememberList } from '../../graph/remember.js';
import type { EcosystemGraph, FlowField, Way } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import { addTo } from '../../text/group-by.js';
import type { Ways } from '../read-ways.js';
import { isKeyMissing } from '../ways.js';

/** Two systems that differ in a choice, and what the inventory says about the way between them. */
export interface Pair extends Row {
  readonly class: string;
  readonly from_system_id: string;
  readonly to_system_id: string;
  readonly field: string;
  /** The field itself, or of a choice for all channels the channel by which the way is judged. */
  readonly carrier: string;
  readonly choice: string;
  readonly held: string | null;
  readonly comm_type: string | null;
}

interface Offer {
  readonly lob: string;
  readonly commType: string;
}

/** `cards/statement/monthly/*` → line `cards`, type `statement/monthly`; the last part is the channel. */
function parseOffers(scopes: string | null): Offer[] {
  return (scopes ?? '').split('|').flatMap((scope) => {
    const parts = scope.trim().split('/');
    return parts.length < 3 ? [] : [{ lob: parts[0]!, commType: parts.slice(1, -1).join('/') }];
  });
}

const isPrefix = (above: string, below: string): boolean => below === above || below.startsWith(`${above}/`);
const overlaps = (a: string, b: string): boolean =>
  a === '*' || b === '*' || isPrefix(a, b) || isPrefix(b, a);

/** The choice that says the opposite. */
export const opposites: Readonly<Record<string, string>> = {
  opt_in: 'opt_out',
  opt_out: 'opt_in',
  paper: 'electronic',
  electronic: 'paper',
};

function transformed(value: string, field: FlowField): string {
  if (field.transform === 'invert') return opposites[value] ?? value;
  if (field.transform === 'constant') return field.valueMap;
  if (field.transform !== 'map') return value;
  const entries = field.valueMap.split('|').map((entry) => entry.split('=') as [string, string]);
  return new Map(entries).get(value) ?? value;
}

/** The value that arrives when `value` goes this way, by the transforms the inventory states. */
export function arriving(way: Way, field: string, value: string): string {
  return way.flows.reduce((current, flow) => {
    const mapped = mappingOf(flow, field);
    return mapped ? transformed(current, mapped) : current;
  }, value);
}

export interface Surroundings {
  readonly graph: EcosystemGraph;
  /** Keys by which a system can attach values. */
  readonly keys: (system: string) => readonly string[];
  readonly lobs: ReadonlyMap<string, readonly string[]>;
  /** Offers of choice by system and field asked. */
  readonly offers: readonly { systemId: string; field: string; offers: Offer[] }[];
}

/**
 * What was offered at `from` cannot be read as covering the receiver's line of business. A point that does not say
 * what it offers proves nothing; and an address is not offered for a line of business.
 */
function isOfferedTooNarrow(pair: Pair, around: Surroundings): boolean {
  const lobs = around.lobs.get(pair.to_system_id) ?? [];
  if (pair.class !== 'not_carried_over' || pair.field !== 'preference.delivery' || lobs.length === 0)
    return false;
  const offered = around.offers.filter(
    (point) =>
      point.systemId === pair.from_system_id &&
      (covers(point.field, pair.field) || covers(pair.field, point.field)),
  );
  const reaches = (offer: Offer) =>
    overlaps(offer.commType, pair.comm_type ?? '*') && (offer.lob === '*' || lobs.includes(offer.lob));
  return offered.length > 0 && !offered.some(({ offers }) => offers.length === 0 || offers.some(reaches));
}

/** What the decision tree asks about the way between two systems. */
export interface WayVerdict {
  /** Offered for less, and nothing carries it further. */
  readonly narrow: boolean;
  /** Changed at the receiver. */
  readonly writable: boolean;
  readonly reach: boolean;
  readonly back: boolean;
  readonly carried: boolean;
  readonly mapped_wrong: boolean;
  readonly key_gap: boolean;
  readonly latency_ms: number;
  readonly agreed_ms: number;
  readonly path: string;
}

/** Judges the way between two systems that differ in a choice. */
export function judgeWay(pair: Pair, around: Surroundings): WayVerdict {
  const { graph } = around;
  const { from_system_id: from, to_system_id: to, carrier: field } = pair;
  const way = graph.way(from, to, field);
  const arrives = way ? arriving(way, field, pair.choice) : pair.choice;
  return {
    narrow: !way && isOfferedTooNarrow(pair, around),
    writable: graph.collectors(field).includes(to),
    reach: from === to || graph.reaches(from, to),
    back: graph.reaches(to, from),
    carried: from === to || way !== undefined,
    mapped_wrong: arrives !== pair.choice && arrives === pair.held,
    key_gap: way ? isKeyMissing(way, field, around.keys(to)) : false,
    latency_ms: (way?.latency ?? 0) * 1000,
    agreed_ms: graph.agreed(field) * 1000,
    path: (way ?? graph.nearest(from, to, field))?.systems.join('|') ?? '',
  };
}

/** The columns of `work_pairs`: the pair's own and everything the decision tree asks about the graph. */
export const judgePair = (pair: Pair, around: Surroundings): Row => ({ ...pair, ...judgeWay(pair, around) });

/** Items of a list of the inventory; `none` is known to be none. */
export const listed = (cell: Row[string] | undefined): string[] =>
  String(cell ?? '')
    .split('|')
    .filter((item) => item !== '' && item !== 'none');

const lobsOf = rememberList(
  (systems: readonly Row[]) =>
    new Map(systems.map(({ system_id: id, lobs }) => [String(id), listed(lobs)] as const)),
);

/** Fields asked at each collection point. */
export const askedOf = rememberList((fields: readonly Row[]) => {
  const asked = new Map<string, string[]>();
  for (const { collection_point_id: id, field } of fields) addTo(asked, String(id), String(field));
  return asked;
});

const offersOf = ({ tables }: Ways): Surroundings['offers'] =>
  tables.collection_points.flatMap((point) => {
    const offers = parseOffers(point.offers_scopes as string | null);
    const asked = askedOf(tables.collection_point_fields).get(String(point.collection_point_id)) ?? [];
    return asked.map((field) => ({ systemId: String(point.system_id), field, offers }));
  });

/** What the decision tree asks of ways. */
export const surroundingsOf = (ways: Ways): Surroundings => ({
  graph: ways.graph,
  keys: remember((system: string) => keysOf(ways.inventory, system)),
  lobs: lobsOf(ways.tables.systems),
  offers: offersOf(ways),
});
