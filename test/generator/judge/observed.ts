import { collectorsOf, inTruth, type Way, wayFinder, waysFrom } from '../graph.js';
import type { Year } from '../simulate/run.js';
import { type Entry, standing } from '../simulate/stores.js';
import { DAY, period } from '../time.js';
import type { Flow, Store, World } from '../world/types.js';
import { byCode, type Label } from './types.js';

/** A choice made in one system, and what became of it in another. */
interface Fate {
  readonly from: string;
  readonly to: string;
  readonly field: string;
  readonly made: number;
  readonly end: 'arrived' | 'missed' | 'overwritten';
}

const fieldOf = (line: Entry): string =>
  line.kind === 'delivery' ? 'preference.delivery' : `preference.consent.${line.channel}`;
const scopeOf = (line: Entry): string => `${line.kind} ${line.type} ${line.channel} ${line.lob}`;

/** What a person said last on each scope, where it was said. */
function lastWords(lines: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const line of lines)
    if (!line.copied && line.strength === 'explicit') {
      const known = last.get(scopeOf(line));
      if (!known || known.time < line.time) last.set(scopeOf(line), line);
    }
  return [...last.values()];
}

function endOf(word: Entry, book: readonly Entry[], inverted: boolean): Fate['end'] | undefined {
  const lines = standing(book, period.asOf);
  const held = lines.find((line) => scopeOf(line) === scopeOf(word));
  if (!held) return lines.some((line) => fieldOf(line) === fieldOf(word)) ? undefined : 'missed';
  if (held.copied && held.decided === word.time) return 'arrived';
  const isSame = held.value === word.value;
  if (isSame !== inverted) return undefined;
  return held.actor === 'batch' && held.time > word.time ? 'overwritten' : 'missed';
}

const keeps = (store: Store, word: Entry): boolean =>
  word.kind === 'delivery' ? store.delivery : store.consent.some((channel) => channel === word.channel);

/** Every choice of everybody, seen from every other system that knows the person. */
function fatesOf(world: World, { people, books }: Year, declared: ReturnType<typeof wayFinder>): Fate[] {
  const byPerson = new Map<number, Map<string, Entry[]>>();
  for (const book of books.values())
    for (const line of book) {
      if (line.person < 0) continue;
      const mine = byPerson.get(line.person) ?? new Map<string, Entry[]>();
      mine.set(line.system, [...(mine.get(line.system) ?? []), line]);
      byPerson.set(line.person, mine);
    }
  return people.flatMap((person) => {
    const mine = byPerson.get(person.index) ?? new Map<string, Entry[]>();
    const known = world.stores.filter(
      ({ id, key }) => person.stores.includes(id) && !(key === 'email' && person.sharesEmail),
    );
    return lastWords([...mine.values()].flat()).flatMap((word) =>
      known
        .filter((store) => store.id !== word.system && keeps(store, word))
        .flatMap((store): Fate[] => {
          const field = fieldOf(word);
          const inverted = declared(word.system, store.id, field)?.inverted ?? false;
          const end = endOf(word, mine.get(store.id) ?? [], inverted);
          return end ? [{ from: word.system, to: store.id, field, made: word.time, end }] : [];
        }),
    );
  });
}

const enough = { changes: 10, putBack: 5 };
const isDue = ({ made }: Fate, latency: number): boolean =>
  period.asOf - made >= Math.max(2 * latency, latency + 2 * DAY);
const arrivesBy = (world: World, to: string, way: Way): boolean =>
  way.key === '' || world.stores.find(({ id }) => id === to)!.keys.includes(`key.${way.key}`);

const label = (rule: string, subject: string, cause: string | null = null): Label => ({
  rule,
  subject,
  cause,
  persons: 0,
});

/** Without the system no way is left. */
function isNeeded(world: World, system: string, { from, to, field }: Fate): boolean {
  if (system === from || system === to) return true;
  const flows = world.flows.filter((flow) => flow.from !== system && flow.to !== system);
  return !waysFrom({ ...world, flows }, from, field).has(to);
}

type Find = ReturnType<typeof wayFinder>;

/** Fates of changes that had to take the flow, and had time to. */
const through = (world: World, find: Find, flow: Flow, fates: readonly Fate[]): Fate[] =>
  fates.filter((fate) => {
    const way = find(fate.from, fate.to, fate.field);
    return (
      way?.flows.includes(flow.id) &&
      arrivesBy(world, fate.to, way) &&
      isDue(fate, way.latency) &&
      isNeeded(world, flow.from, fate) &&
      isNeeded(world, flow.to, fate)
    );
  });

/** Broken flows, each with what the ones before it do not explain. */
function broken(world: World, find: Find, fates: readonly Fate[]): Label[] {
  const missed = fates.filter(({ end }) => end === 'missed');
  const found: Label[] = [];
  let rest = missed;
  for (;;) {
    const counted = world.flows
      .filter((flow) => flow.broken)
      .map((flow) => ({ flow, lost: through(world, find, flow, rest) }))
      .sort((a, b) => b.lost.length - a.lost.length || byCode(a.flow.id, b.flow.id));
    const [worst] = counted;
    if (!worst || worst.lost.length < enough.changes) return found;
    found.push(label('flow/broken', `flow:${worst.flow.id}`, 'lost'));
    rest = rest.filter((fate) => !worst.lost.includes(fate));
  }
}

function undeclared(world: World, find: Find, fates: readonly Fate[]): Label[] {
  const truth = wayFinder(inTruth(world), true);
  const collecting = (fate: Fate) => collectorsOf(world, fate.field).includes(fate.from);
  const unexplained = fates.filter(
    (fate) => fate.end === 'arrived' && !find(fate.from, fate.to, fate.field) && collecting(fate),
  );
  return world.hidden.flatMap((flow) => {
    const by = unexplained.filter((fate) => truth(fate.from, fate.to, fate.field)?.flows.includes(flow.id));
    return by.length < enough.changes
      ? []
      : [label('flow/undeclared', `pair:${flow.from}>${flow.to}/preference`)];
  });
}

const year = 364 * DAY;
function slower(world: World, find: Find, fates: readonly Fate[]): Label[] {
  const recent = fates.filter(({ end, made }) => end === 'arrived' && period.asOf - made < year);
  return world.flows
    .filter((flow) => flow.takes !== undefined)
    .filter((flow) => through(world, find, flow, recent).length >= enough.changes)
    .map((flow) => label('flow/slower-than-declared', `flow:${flow.id}`));
}

function putBack(world: World, find: Find, fates: readonly Fate[]): Label[] {
  return world.reimports.flatMap(({ system, channel }) => {
    const field = `preference.consent.${channel}`;
    const gone = fates.filter(
      (fate) =>
        fate.end === 'overwritten' &&
        fate.to === system &&
        fate.field === field &&
        find(fate.from, system, field),
    );
    return gone.length < enough.putBack
      ? []
      : [label('flow/correction-overwritten', `system:${system}/${field}`)];
  });
}

/** Rules about what records show of flows; of lifelike worlds the files may show less. */
export function observedLabels(world: World, lived: Year): Label[] {
  const find = wayFinder(world);
  const fates = fatesOf(world, lived, find);
  return [
    ...broken(world, find, fates),
    ...undeclared(world, find, fates),
    ...slower(world, find, fates),
    ...putBack(world, find, fates),
  ].sort((a, b) => byCode(a.rule, b.rule) || byCode(a.subject, b.subject));
}
