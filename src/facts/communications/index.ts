import type { Query } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import { readFiles } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { computeEffectiveness } from './effectiveness.js';
import { describedBy, fieldRows, keeperFinder, type Standing, standingsOf } from './fields.js';
import { follower } from './knowledge.js';
import { computeKnownUnused } from './known/index.js';
import { outcomeEndRows } from './outcome-ends.js';
import { pathRows, type Question, singlePointsOf } from './paths.js';
import { type Message, readEstate } from './read.js';
import { type Way, waysOf } from './routes.js';

/** Ways by communication, in order of channel. */
function byMessage(ways: readonly Way[]): ReadonlyMap<string, readonly Way[]> {
  return groupBy(ways, (way) => way.communication);
}

/** Creates the facts about where communication breaks down; they need no records. */
export async function computeCommunications(store: Query, context: FactContext): Promise<void> {
  const { graph, inventory, asOf } = context;
  const files = await readFiles(store);
  const estate = await readEstate(store);
  const ways = waysOf(graph, inventory, estate.steps);
  const groups = byMessage(ways);
  const follow = follower(graph, inventory);
  const described = describedBy(inventory, estate.keepers);
  const sources = { graph, described, follow, keeperOf: keeperFinder(estate.keepers) };
  const standings: Standing[] = [];
  const ask = (message: Message): Question[] => {
    const own = groups.get(message.id) ?? [];
    const found = standingsOf(sources, message, own);
    standings.push(...found);
    const named = [...new Set(found.filter(({ listed }) => listed).map(({ field }) => field))];
    const singlePoints = singlePointsOf(own);
    return own.map((way) => {
      const courses = new Map(named.map((field) => [field, follow(way, field)]));
      return { message, way, singlePoints, courses, standings: found };
    });
  };
  const questions = estate.messages.flatMap(ask);
  await writeFact(store, 'fact_communication_paths', pathRows({ graph, estate, asOf }, questions, files));
  await writeFact(store, 'fact_communication_fields', fieldRows(standings, files));
  await writeFact(store, 'fact_outcome_ends', outcomeEndRows(graph, inventory, estate, ways, files));
}

/** Creates the facts about what messages achieve, and what was known when they went out; needs the facts of preferences, delivery and systems. */
export async function computeAchievements(store: Query): Promise<void> {
  await computeEffectiveness(store);
  await computeKnownUnused(store);
}
