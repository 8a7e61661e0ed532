import type { Row } from '../../store/store.js';
import { addTo } from '../../text/group-by.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';

/** Share of records with a value, as stated: the text of a decimal. */
export type FillRate = (system: string, field: string) => string | undefined;

/** The system that has the field less often; undefined when one share is unknown or both are the same. */
function weakerOf(a: string, b: string, fill: readonly (string | undefined)[]): string | undefined {
  const [first, second] = fill.map((share) => (share === undefined ? Number.NaN : Number(share)));
  if (first! < second!) return a;
  return second! < first! ? b : undefined;
}

/** Rows of `fact_double_entry`: systems that both change a field and are joined by a flow that carries it. */
export function doubleEntryRows(
  { graph, inventory: { flows } }: FactContext,
  { places, files }: Basis,
  fillRate: FillRate,
): Row[] {
  return graph.fields.flatMap((field) => {
    const changes = new Set(graph.collectors(field));
    const pairs = new Map<string, number[]>();
    for (const i of graph.network(field).carrying) {
      const { from, to } = flows[i]!;
      if (from === to || !changes.has(from) || !changes.has(to)) continue;
      const key = JSON.stringify([from, to]);
      addTo(pairs, key, i);
    }
    return [...pairs].map(([key, between]): Row => {
      const [from, to] = JSON.parse(key) as [string, string];
      const fill = [fillRate(from, field), fillRate(to, field)];
      const codes = between.map((i) => toCode(flows[i]!.source, flows[i]!.row));
      return {
        field,
        from_system_id: from,
        to_system_id: to,
        flows: between.map((i) => flows[i]!.flowId).join('|'),
        both_ways: pairs.has(JSON.stringify([to, from])),
        from_fill: fill[0] ?? null,
        to_fill: fill[1] ?? null,
        weaker: weakerOf(from, to, fill) ?? null,
        evidence: renderEvidence(
          [...codes, ...places.changing(from, field), ...places.changing(to, field)],
          files,
        ),
      };
    });
  });
}
