import { byCodeUnit } from '../../graph/index.js';
import type { Query, Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import { readFiles, renderEvidence } from '../evidence.js';
import { writeFact } from '../write-fact.js';
import { harderOut } from './harder-out.js';
import { type Group, readGroups } from './persons.js';
import { type Place, readPlaces } from './points.js';
import { readScopes, type UsedScope } from './scopes.js';
import { type Offering, smallestCover } from './smallest-cover.js';

type Files = ReadonlyMap<number, string>;
const idsOf = (places: readonly Place[]): string => places.map(({ id }) => id).join('|');

const scopeRow = (scope: UsedScope, persons: number, files: Files): Row => ({
  lob: scope.lob,
  comm_type: scope.commType,
  channel: scope.channel,
  places: idsOf(scope.places),
  places_at_start: idsOf(scope.atStart),
  places_unsure: idsOf(scope.unsure),
  persons,
  messages: scope.messages,
  evidence: renderEvidence(scope.codes, files),
});

/** What a group needs, by the points of systems that know its persons. */
function answerFor({ scopes, systems }: Group, used: readonly UsedScope[]) {
  const offerings = new Map<string, Set<number>>();
  for (const n of scopes)
    for (const { id, system } of used[n]!.places)
      if (systems.has(system)) offerings.set(id, (offerings.get(id) ?? new Set()).add(n));
  const all: Offering[] = [...offerings].map(([id, covers]) => ({ id, covers }));
  const within = new Set([...scopes].filter((n) => all.some(({ covers }) => covers.has(n))));
  return { points: smallestCover(within, all)!, isOut: within.size < scopes.size };
}

interface Answer {
  readonly places: number;
  readonly isOut: boolean;
  persons: number;
  readonly sets: Map<string, number>;
}

/** Persons by number of places, and the set of points most of them need. */
function distributionOf(groups: readonly Group[], used: readonly UsedScope[]): Answer[] {
  const answers = new Map<string, Answer>();
  for (const group of groups) {
    const { points, isOut } = answerFor(group, used);
    const key = `${points.length} ${isOut}`;
    const answer = answers.get(key) ?? { places: points.length, isOut, persons: 0, sets: new Map() };
    answer.persons += group.persons;
    const set = points.join('|');
    answer.sets.set(set, (answer.sets.get(set) ?? 0) + group.persons);
    answers.set(key, answer);
  }
  return [...answers.values()].sort((a, b) => a.places - b.places || Number(a.isOut) - Number(b.isOut));
}

function answerRow({ places, isOut, persons, sets }: Answer, points: readonly Place[], files: Files): Row {
  const [most] = [...sets].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))[0]!;
  const ids = most.split('|');
  const codes = points.filter(({ id }) => ids.includes(id)).flatMap((place) => place.codes);
  return { places, out_of_reach: isOut, persons, points: most, evidence: renderEvidence(codes, files) };
}

const facts = ['fact_consent_scopes', 'fact_places_to_choose', 'fact_harder_out'];

/**
 * Creates the facts about places to choose. Nothing is said where no collection point says what it offers, and nothing
 * about scopes that a point may offer without saying so. Needs `work_presence` and the sends of `src/facts/preferences`.
 */
export async function computePlaces(store: Query, context: FactContext): Promise<void> {
  const places = await readPlaces(store, context.graph);
  if (!places.some(({ offers }) => offers !== undefined)) {
    for (const fact of facts) await writeFact(store, fact, []);
    return;
  }
  const files = await readFiles(store);
  const used = await readScopes(store, places);
  const clear = used.filter(({ places: sure, unsure }) => sure.length > 0 || unsure.length === 0);
  const systems = [...new Set(places.map(({ system }) => system))].sort(byCodeUnit);
  const isSent = clear.some(({ messages }) => messages > 0);
  const groups = isSent ? await readGroups(store, clear, systems) : [];
  const personsIn = (scope: UsedScope) =>
    groups
      .filter(({ scopes }) => scopes.has(clear.indexOf(scope)))
      .reduce((sum, { persons }) => sum + persons, 0);
  await writeFact(
    store,
    'fact_consent_scopes',
    used.map((scope) => scopeRow(scope, personsIn(scope), files)),
  );
  const answers = distributionOf(groups, clear);
  await writeFact(
    store,
    'fact_places_to_choose',
    answers.map((answer) => answerRow(answer, places, files)),
  );
  await writeFact(store, 'fact_harder_out', harderOut(places, used, files));
}
