import { collectorsOf, covers, leafFields, wayFinder } from '../graph.js';
import { stepsOf } from '../world/steps.js';
import type { Flow, World } from '../world/types.js';
import type { Label } from './types.js';

type Ways = ReturnType<typeof wayFinder>;
const agreed = 10 * 24 * 60;
const label = (rule: string, subject: string, cause: string | null = null): Label => ({
  rule,
  subject,
  cause,
  persons: 0,
});

/** Groups of collecting systems that nothing outside the group feeds. */
function sourceGroups(collectors: readonly string[], reaches: (a: string, b: string) => boolean): number {
  const same = (a: string, b: string) => a === b || (reaches(a, b) && reaches(b, a));
  const sources = collectors.filter((a) => collectors.every((b) => same(a, b) || !reaches(b, a)));
  const groups = new Set(sources.map((a) => collectors.find((b) => same(a, b))));
  return groups.size;
}

function collectedTwice(world: World, fields: readonly string[], ways: Ways): Label[] {
  return fields
    .filter((field) => !field.startsWith('key.') && !field.startsWith('outcome.'))
    .filter((field) => sourceGroups(collectorsOf(world, field), (a, b) => !!ways(a, b, field)) > 1)
    .map((field) => label('collection/collected-twice', `field:${field}`));
}

/** Flows to where a field is changed, in the receiver or in step with it, whose giver never hears of the change. */
function oneWay(world: World, fields: readonly string[], ways: Ways): Label[] {
  const inStep = (a: string, b: string, field: string) =>
    a === b || (!!ways(a, b, field) && !!ways(b, a, field));
  const stays = (flow: Flow, field: string) =>
    flow.fields.some((row) => row.source === row.target && covers(row.source, field)) &&
    !ways(flow.to, flow.from, field) &&
    collectorsOf(world, field).some((system) => inStep(system, flow.to, field));
  return world.flows
    .filter((flow) => fields.some((field) => stays(flow, field)))
    .map((flow) => label('flow/one-way', `flow:${flow.id}`, 'one_way'));
}

/** A parent asked at a point stands for its leaves. */
const asked = (world: World, fields: readonly string[]) =>
  world.points.flatMap((point) =>
    point.asks.flatMap((ask) =>
      fields.filter((field) => covers(ask.field, field)).map((field) => ({ point, ask, field })),
    ),
  );

function askedAgain(world: World, fields: readonly string[], ways: Ways): Label[] {
  return asked(world, fields)
    .filter(({ point, ask }) => !ask.prefilled && point.process !== 'onboarding')
    .filter(({ point, field }) =>
      collectorsOf(world, field).some(
        (other) =>
          other !== point.system && (ways(other, point.system, field)?.latency ?? Infinity) <= agreed,
      ),
    )
    .map(({ point, field }) => label('collection/asked-again', `point:${point.id}/${field}`));
}

function neverUsed(world: World, fields: readonly string[], ways: Ways): Label[] {
  const steps = world.communications.flatMap((message) =>
    stepsOf(world, message).map((step) => ({ system: step.system, fields: message.fields })),
  );
  const users = (field: string) => [
    ...steps.filter((step) => step.fields.some((need) => covers(need, field))).map((step) => step.system),
    ...world.holdings
      .filter((row) => covers(row.field, field) && ['consumes', 'derives'].includes(row.role))
      .map((row) => row.system),
  ];
  return asked(world, fields)
    .filter(({ ask }) => ask.legalDuty === '')
    .filter(({ point, field }) => !users(field).some((user) => ways(point.system, user, field)))
    .map(({ point, field }) => label('collection/never-used', `point:${point.id}/${field}`));
}

/** The rules about the inventory alone: what is collected, and which way it goes. */
export function collectionLabels(world: World): Label[] {
  const ways = wayFinder(world);
  const fields = leafFields(world);
  return [
    ...collectedTwice(world, fields, ways),
    ...oneWay(world, fields, ways),
    ...askedAgain(world, fields, ways),
    ...neverUsed(world, fields, ways),
  ];
}
