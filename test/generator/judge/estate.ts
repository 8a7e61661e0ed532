import { collectorsOf, covers, holdersOf, leafFields, mastersOf, wayFinder, waysFrom } from '../graph.js';
import { stepsOf } from '../world/steps.js';
import type { Communication, Flow, World } from '../world/types.js';
import { byCode, type Label } from './types.js';

const label = (rule: string, subject: string, persons = 0): Label => ({
  rule,
  subject,
  cause: null,
  persons,
});
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** The authorities of a generated world give every master the same rank: two of one line are undecided. */
function twoMasters(world: World): Label[] {
  const lobs = (id: string) => world.systems.find((system) => system.id === id)?.lobs ?? [];
  const meet = (a: string, b: string) =>
    lobs(a).length === 0 || lobs(b).length === 0 || lobs(a).some((lob) => lobs(b).includes(lob));
  const fields = unique(world.holdings.filter((row) => row.role === 'masters').map((row) => row.field));
  return fields
    .filter((field) => {
      const masters = mastersOf(world, field);
      return masters.some((a, i) => masters.slice(i + 1).some((b) => meet(a, b)));
    })
    .map((field) => label('flow/two-masters', `field:${field}`));
}

const isDuty = (message: Communication) => message.basis === 'legal_obligation';
const slack = ['manual', 'file'];
const refusals = ['preference.consent', 'preference.suppression'];

/** Stations in order, channel by channel. */
const routes = (world: World, message: Communication) =>
  message.channels.map((channel) => stepsOf(world, message).filter((step) => step.channel === channel));

/** Hops of messages the law demands that nothing but a hand or a file makes. */
function dutyHops(world: World): Flow[] {
  const pairs = world.communications
    .filter(isDuty)
    .flatMap((message) => routes(world, message))
    .flatMap((steps) => steps.slice(1).map((step, i) => `${steps[i]!.system}>${step.system}`));
  return unique(pairs).flatMap((pair) => {
    const joining = world.flows.filter((flow) => `${flow.from}>${flow.to}` === pair);
    return joining.every((flow) => slack.includes(flow.mechanism)) ? joining : [];
  });
}

/** A flow is on the quickest way when the way through it takes no longer than the quickest. */
function refusalHops(world: World): Flow[] {
  const candidates = world.flows.filter((flow) => slack.includes(flow.mechanism));
  if (candidates.length === 0) return [];
  const fields = leafFields(world).filter((field) => refusals.some((parent) => covers(parent, field)));
  const choices = fields.flatMap((field) =>
    collectorsOf(world, field).flatMap((from) => holdersOf(world, field).map((to) => ({ from, to, field }))),
  );
  const seen = world.gateways.flatMap(({ system: from, channel }) =>
    mastersOf(world, `preference.consent.${channel}`).map((to) => ({
      from,
      to,
      field: 'outcome.unsubscribed',
    })),
  );
  const find = wayFinder(world);
  const isOn = (flow: Flow) =>
    [...choices, ...seen].some(({ from, to, field }) => {
      if (from === to || !flow.fields.some((row) => covers(row.source, field))) return false;
      const whole = find(from, to, field)?.latency;
      const head = find(from, flow.from, field)?.latency;
      const tail = find(flow.to, to, field)?.latency;
      if (whole === undefined || head === undefined || tail === undefined) return false;
      return head + flow.latency + tail === whole;
    });
  return candidates.filter(isOn);
}

const manualHops = (world: World): Label[] =>
  unique([...dutyHops(world), ...refusalHops(world)].map((flow) => flow.id)).map((id) =>
    label('flow/manual-hop', `flow:${id}`),
  );

/** Pairs of choices that have none once the system is gone, of all that have a way; fields that lose none are left out. */
function partedBy(world: World, gone: string): { parted: number; pairs: number } {
  const less: World = {
    ...world,
    flows: world.flows.filter((flow) => flow.from !== gone && flow.to !== gone),
  };
  let [parted, pairs] = [0, 0];
  for (const field of leafFields(world).filter((name) => covers('preference', name))) {
    const here = collectorsOf(world, field).flatMap((from) => {
      const [ways, left] = [waysFrom(world, from, field), waysFrom(less, from, field)];
      return holdersOf(world, field)
        .filter((to) => from !== to && ways.has(to))
        .map((to) => from !== gone && to !== gone && !left.has(to));
    });
    const lost = here.filter(Boolean).length;
    parted += lost;
    pairs += lost > 0 ? here.length : 0;
  }
  return { parted, pairs };
}

const minShare = 0.05;
function singlePoints(world: World): Label[] {
  const legacy = world.systems.filter(
    ({ id, silo, kind }) => (silo === 'meridian' && kind !== 'crm') || world.trouble.retiring.includes(id),
  );
  const duties = world.communications.filter(isDuty);
  return legacy
    .filter(({ id }) => {
      const { parted, pairs } = partedBy(world, id);
      const alone = (kind: string) =>
        duties.filter((message) =>
          routes(world, message).every((steps) =>
            steps.filter((step) => step.kind === kind).every((step) => step.system === id),
          ),
        ).length;
      const messages = Math.max(alone('composition'), alone('delivery'));
      return (
        (parted > 0 && parted >= minShare * pairs) || (messages > 0 && messages >= minShare * duties.length)
      );
    })
    .map(({ id }) => label('flow/single-point', `system:${id}`));
}

function isolated(world: World): Label[] {
  const stations = new Set(
    world.communications.flatMap((message) => stepsOf(world, message).map((step) => step.system)),
  );
  const used = (id: string) =>
    stations.has(id) ||
    world.points.some((point) => point.system === id) ||
    world.stores.some((store) => store.id === id);
  return world.systems
    .filter(({ id }) => used(id) && !world.flows.some((flow) => flow.from === id || flow.to === id))
    .map(({ id }) => label('flow/isolated-system', `system:${id}`));
}

function unreported(world: World): Label[] {
  const reporting = world.systems.filter(({ kind }) => kind === 'reporting').map(({ id }) => id);
  const outcomes = leafFields(world).filter((field) => covers('outcome', field));
  const ways = wayFinder(world);
  const isReported = (from: string) =>
    reporting.some((to) => outcomes.some((outcome) => ways(from, to, outcome) !== undefined));
  const used = world.communications.flatMap((message) =>
    stepsOf(world, message)
      .filter((step) => step.kind === 'delivery')
      .map((step) => ({ system: step.system, channel: step.channel })),
  );
  return unique(
    used
      .filter(({ system }) => !isReported(system))
      .map(({ system, channel }) => `system:${system}/${channel}`),
  ).map((subject) => label('feedback/unreported', subject));
}

const maxEngines = 2;
function manyEngines(world: World): Label[] {
  const engines = new Map<string, Set<string>>();
  for (const message of world.communications)
    for (const channel of message.channels) {
      const subject = `lob:${message.lob}/${channel}`;
      engines.set(subject, (engines.get(subject) ?? new Set()).add(message.composer));
    }
  return [...engines]
    .filter(([, systems]) => systems.size > maxEngines)
    .map(([subject]) => label('delivery/many-engines', subject));
}

/** Rules about what hangs on which system and flow. */
export const estateLabels = (world: World): Label[] =>
  [
    ...twoMasters(world),
    ...manualHops(world),
    ...singlePoints(world),
    ...isolated(world),
    ...unreported(world),
    ...manyEngines(world),
  ].sort((a, b) => byCode(a.subject, b.subject));
