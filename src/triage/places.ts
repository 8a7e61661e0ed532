import type { TriageGroup } from '../model/triage.js';
import { compareText } from '../text/compare.js';
import type { Estate, Owner, Step } from './estate.js';

/** One part of an origin, `template:T12/v3` as kind, id and what follows it. */
export interface OriginPart {
  readonly kind: string;
  readonly id: string;
  readonly detail: string;
}

/** Parts of an origin; the id of a template or communication ends at its last slash. */
export const originParts = (origin: string): OriginPart[] =>
  origin.split(' & ').map((part) => {
    const [, kind = '', rest = ''] = /^([a-z]+):(.*)$/su.exec(part) ?? [];
    const slash = kind === 'template' || kind === 'comm' ? rest.lastIndexOf('/') : -1;
    return slash < 0
      ? { kind, id: rest, detail: '' }
      : { kind, id: rest.slice(0, slash), detail: rest.slice(slash + 1) };
  });

/** A pattern, `system=x & channel=sms`, in the form of an origin. */
export const patternOrigin = (pattern: string): string =>
  pattern
    .split(' & ')
    .map((part) => part.replace('=', ':'))
    .join(' & ');

/** What a part of an origin touches: systems where the cause sits, and steps of what passes there. */
interface Touched {
  readonly places: readonly string[];
  readonly steps: readonly Step[];
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];
const at = (steps: readonly Step[], systems: readonly string[]): Step[] =>
  steps.filter(({ system_id }) => systems.includes(system_id));

/** Steps of a communication on a channel; a step without a channel belongs to all of them. */
const stepsOf = (steps: readonly Step[], communication: string, channel: string | null): Step[] =>
  steps.filter(
    (step) =>
      step.communication_id === communication &&
      (channel === null || step.channel === null || step.channel === channel),
  );

/** Systems that make the text, else those that deliver it. */
function makersOf(steps: readonly Step[]): string[] {
  const makers = steps.filter(({ kind }) => kind === 'composition');
  return unique(
    (makers.length > 0 ? makers : steps.filter(({ kind }) => kind === 'delivery')).map((s) => s.system_id),
  );
}

const readers: Readonly<Record<string, (part: OriginPart, estate: Estate) => Touched>> = {
  system: ({ id }, { steps }) => ({ places: [id], steps: at(steps, [id]) }),
  flow: ({ id }, { steps, flows }) => {
    const flow = flows.find(({ flow_id }) => flow_id === id);
    return flow ? { places: [flow.from, flow.to], steps: at(steps, [flow.to]) } : { places: [], steps: [] };
  },
  vendor: ({ id }, { steps, channels }) => {
    const own = channels.filter(({ vendor }) => vendor === id);
    const delivered = ({ kind, channel, system_id }: Step): boolean =>
      kind === 'delivery' &&
      own.some((one) => one.system_id === system_id && (channel === null || channel === one.channel));
    return { places: unique(own.map(({ system_id }) => system_id)), steps: steps.filter(delivered) };
  },
  template: (part, { steps, templates }) => {
    const own = templates.filter(
      ({ template_id }) => template_id === part.id || template_id === `${part.id}/${part.detail}`,
    );
    const found = own.flatMap(({ communication_id, channel }) => stepsOf(steps, communication_id, channel));
    return { places: makersOf(found), steps: found };
  },
  channel: ({ id }, { steps }) => ({
    places: [],
    steps: steps.filter(({ channel }) => channel === null || channel === id),
  }),
  comm: ({ id, detail }, { steps }) => {
    const found = stepsOf(steps, id, detail === '' ? null : detail);
    return { places: makersOf(found), steps: found };
  },
};

type Where = Pick<TriageGroup, 'places' | 'communications'>;

/** Systems where a cause sits, and the communications that all parts of its origin touch. */
export function whereOf(origin: string, estate: Estate): Where {
  const touched = originParts(origin).flatMap((part) => readers[part.kind]?.(part, estate) ?? []);
  const keyed = touched.map(
    ({ steps }) =>
      new Map(steps.map((step) => [JSON.stringify([step.communication_id, step.channel]), step])),
  );
  const [first, ...others] = keyed;
  const common = [...(first ?? [])].filter(([key]) => others.every((map) => map.has(key)));
  return {
    places: unique(touched.flatMap(({ places }) => places)),
    communications: common
      .map(([, { communication_id, channel }]) => ({
        communication_id,
        name: estate.communications.get(communication_id) ?? communication_id,
        channel,
      }))
      .sort(
        (a, b) =>
          compareText(a.communication_id, b.communication_id) ||
          compareText(a.channel ?? '', b.channel ?? ''),
      ),
  };
}

/** Who answers for an origin: for its own node, else for where the cause sits, else for the last system of the path. */
export function ownerOf(
  origin: string,
  { places, path }: { places: readonly string[]; path: readonly string[] },
  { answering, owners }: Estate,
): Owner | undefined {
  const own = originParts(origin).map(({ kind, id }) => `${kind}:${id}`);
  const systems = [...places, ...path.slice(-1)].map((id) => `system:${id}`);
  const id = [...own, ...systems].map((node) => answering.get(node)).find((found) => found !== undefined);
  return id === undefined
    ? undefined
    : (owners.get(id) ?? { owner_id: id, name: id, contact: null, escalates_to: null });
}
