import type { EcosystemGraph } from '../../graph/types.js';
import type { Contract } from '../../model/contract.js';
import type { ContractInventory } from './read-inventory.js';

type Target = Contract['opt_out_targets'][number];

/** What a scope `lob/comm_type/channel` is a choice about: `preference.delivery`, or consent on its channels. */
function fieldsOf(scopes: readonly string[], fields: readonly string[]): string[] {
  const channels = new Set(scopes.map((scope) => scope.split('/').at(-1)!));
  const consents = fields.filter((field) => field.startsWith('preference.consent'));
  const own = channels.has('*')
    ? [...consents, 'preference.delivery']
    : [...channels].map((channel) => `preference.consent.${channel}`);
  return own.length > 0 ? own : ['preference.delivery'];
}

/** A choice arrives where a system that answers for it hears of it, without end if need be but by a flow. */
function isKept(graph: EcosystemGraph, system: string, field: string): boolean {
  const masters = graph.masters(field);
  const keepers = masters.length > 0 ? masters : graph.holders(field).filter((one) => one !== system);
  if (keepers.length === 0) return graph.holders(field).includes(system);
  return keepers.some((keeper) => keeper === system || graph.reaches(system, keeper, field));
}

/** Addresses of preference centres are handed over by name. */
const isAddress = ({ field, type }: { field: string; type: string }): boolean =>
  /^preference\b/.test(field) && /^(?:url|uri|link)$/i.test(type);

/** Places where customers can say no, each with whether that reaches who keeps it. */
export function optOutsOf(inventory: ContractInventory, graph: EcosystemGraph): Target[] {
  const points = inventory.points.map((point): Target => {
    const scopes = point.offers_scopes.split('|');
    const fields = fieldsOf(scopes, graph.fields);
    return {
      target: point.collection_point_id,
      system_id: point.system_id,
      channel: point.channel,
      scopes,
      stores_preferences: fields.some((field) => isKept(graph, point.system_id, field)),
    };
  });
  const named = new Map(
    inventory.supplies.filter(isAddress).map((row) => [`${row.name} ${row.system_id}`, row]),
  );
  const addresses = [...named.values()].map(
    ({ name, field, system_id: system }): Target => ({
      target: name,
      system_id: system,
      channel: null,
      scopes: [],
      stores_preferences: system !== null && isKept(graph, system, field),
    }),
  );
  return [...points, ...addresses];
}
