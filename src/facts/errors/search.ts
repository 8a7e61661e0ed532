import type { LeafTable } from '../../localisation/types.js';
import type { Query } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Leaf } from './leaves.js';
import { type Located, locateErrors } from './locate.js';
import { type RankOf, ranking } from './naming.js';
import { readNeededFields, readServes, type Step, stepsByCommunication } from './steps.js';
import { type Frame, frameOf, makersOf } from './table.js';
import { type Fed, madeOf, type Upstream, upstreamBy, wantedBy } from './upstream.js';

/** What the search came to for one kind of error. */
export interface Searched {
  readonly located: Located;
  /** Errors of the kind, those of unknown messages included. */
  readonly total: number;
  /** Messages among which they were sought. */
  readonly messages: number;
}

type Counted = { kind: string; error_class: string; leaf: number | null; errors: number };

/** Errors by kind and leaf. */
const countErrors = (store: Query): Promise<Counted[]> =>
  store.all<Counted>(
    `SELECT kind, min(error_class) AS error_class, leaf, count(*) AS errors FROM work_error_rows
     GROUP BY kind, leaf ORDER BY kind, leaf`,
  );

type Steps = ReadonlyMap<string, readonly Step[]>;

/** What feeds each leaf; leaves made alike share it. */
function upstreamOf(leaves: readonly Leaf[], steps: Steps, find: (fed: Fed) => Upstream): Upstream[] {
  const known = new Map<string, Upstream>();
  return leaves.map((leaf) => {
    const { communication, channel, lob, system } = leaf;
    const key = [communication, channel, lob, system].join('\n');
    const upstream = known.get(key) ?? find({ communication, channel, lob, makers: makersOf(leaf, steps) });
    known.set(key, upstream);
    return upstream;
  });
}

/** Leaves in the light of what feeds them, and how names are chosen there. */
interface Scene {
  readonly frame: Frame;
  readonly rankOf: RankOf;
}

/** What was sent against a choice was fed by what carries choices, everything else by what messages are made of. */
const isChoice = (errorClass: string): boolean => errorClass === 'against_preference';

/** Builds a scene for what messages are made of and one for choices, each when it is asked for. */
async function scenesOf(
  store: Query,
  context: FactContext,
  leaves: readonly Leaf[],
  steps: readonly Step[],
): Promise<(errorClass: string) => Scene> {
  const said = madeOf(await readNeededFields(store));
  const serves = await readServes(store);
  const byCommunication = stepsByCommunication(steps);
  const senders = new Set(leaves.map((leaf) => leaf.system));
  const known = new Map<boolean, Scene>();
  return (errorClass) => {
    const ofChoice = isChoice(errorClass);
    const find = upstreamBy(context, ofChoice ? wantedBy : said, serves);
    const build = (): Scene => {
      const upstream = upstreamOf(leaves, byCommunication, find);
      return { frame: frameOf(leaves, upstream), rankOf: ranking(steps, senders, new Set(upstream)) };
    };
    const scene = known.get(ofChoice) ?? build();
    known.set(ofChoice, scene);
    return scene;
  };
}

const nothing: Located = { causes: [], restVerdict: 'listed_only' };

function searchKind(
  rows: readonly Counted[],
  leaves: readonly Leaf[],
  sceneOf: (errorClass: string) => Scene,
): Searched {
  const errorClass = rows[0]!.error_class;
  const { frame, rankOf } = sceneOf(errorClass);
  const table = tableOf(frame, leaves, rows);
  const isKnown = rows.some(({ leaf }) => leaf !== null);
  const located = isKnown ? locateErrors(table, errorClass, rankOf) : nothing;
  const total = rows.reduce((sum, { errors }) => sum + errors, 0);
  return { located, total, messages: table.now.totals.reduce((sum, n) => sum + n, 0) };
}

/** Lets other connections' answers be taken and their next statements be given: the engine would wait for the search. */
const takeTurns = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Searches each kind of error for causes; without messages to compare with there is nothing to search. */
export async function searchCauses(
  store: Query,
  context: FactContext,
  leaves: readonly Leaf[],
  steps: readonly Step[],
): Promise<ReadonlyMap<string, Searched>> {
  const counted = await countErrors(store);
  const sceneOf = await scenesOf(store, context, leaves, steps);
  const kinds = [...new Set(counted.map(({ kind }) => kind))];
  const found = new Map<string, Searched>();
  for (const kind of kinds) {
    await takeTurns();
    const rows = counted.filter((row) => row.kind === kind);
    found.set(kind, searchKind(rows, leaves, sceneOf));
  }
  return found;
}

/** Failed messages are counted among those of which the delivery log knows, other errors among all. */
function tableOf(frame: Frame, leaves: readonly Leaf[], rows: readonly Counted[]): LeafTable {
  const errors = new Float64Array(leaves.length);
  for (const { leaf, errors: count } of rows) if (leaf !== null) errors[leaf] = count;
  const isObserved = rows[0]!.kind.includes('/');
  const totals = Float64Array.from(leaves, (leaf) => (isObserved ? leaf.observed : leaf.sends));
  return { ...frame, now: { errors, totals } };
}
