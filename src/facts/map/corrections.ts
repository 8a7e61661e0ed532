import type { EcosystemGraph, Way } from '../../graph/types.js';
import type { Row } from '../../store/store.js';
import type { FactContext } from '../context.js';
import type { Basis } from '../demands/list.js';
import { renderEvidence, toCode } from '../evidence.js';
import { desksOf } from '../feedback/candidates.js';
import { isInTime } from '../ways.js';
import { largest } from './reach.js';

const corrected = 'outcome.corrected';

/** The quicker of the ways of the field itself and of word that it was corrected. */
function wayOf(graph: EcosystemGraph, from: string, to: string, field: string): Way | undefined {
  const [own, word] = [graph.way(from, to, field), graph.way(from, to, corrected)];
  if (!own || !word) return own ?? word;
  return (word.latency ?? 0) < (own.latency ?? 0) ? word : own;
}

/** Rows of `fact_corrections`. */
export function correctionRows({ graph, inventory }: FactContext, { places, files }: Basis): Row[] {
  const { flows } = inventory;
  const agreed = graph.agreed(corrected);
  return graph.fields.flatMap((field) => {
    const desks = desksOf(inventory, field);
    const isDesk = new Set(desks);
    const entering = graph.network(field).carrying.filter((i) => isDesk.has(flows[i]!.to));
    return desks.map((desk): Row => {
      const others = (systems: readonly string[]) =>
        systems.filter((id) => id !== desk).map((id) => ({ id, way: wayOf(graph, desk, id, field) }));
      const masters = others(graph.masters(field));
      const holders = others(graph.holders(field));
      const reached = holders.filter(({ way }) => way !== undefined);
      const names = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('|') || null;
      const isAnswered = (giver: string) => [field, corrected].some((one) => graph.reaches(desk, giver, one));
      const back = entering
        .map((i) => flows[i]!)
        .filter(({ from, to }) => to === desk && from !== desk && !isAnswered(from));
      return {
        field,
        system_id: desk,
        masters: names(masters),
        master_s: largest(masters.map(({ way }) => way?.latency ?? null)),
        sticks: masters.every(({ way }) => isInTime(way, agreed)),
        holders: holders.length,
        late: names(reached.filter(({ way }) => !isInTime(way, agreed))),
        unreached: names(holders.filter(({ way }) => way === undefined)),
        slowest_s: largest(reached.map(({ way }) => way!.latency)),
        overwritten_by: back.map(({ flowId }) => flowId).join('|') || null,
        evidence: renderEvidence(
          [...places.changing(desk, field), ...back.map(({ source, row }) => toCode(source, row))],
          files,
        ),
      };
    });
  });
}
