import { editTables } from '../../../facts/future/edit-tables.js';
import { type Ways, waysOf } from '../../../facts/read-ways.js';
import { isInTime } from '../../../facts/ways.js';
import type { TwinSide } from '../../../map/twin/sides.js';
import type { Config } from '../../../model/config.js';
import type { Edit } from '../../../model/edit.js';
import type { Report } from '../../../model/report.js';
import type { Heard } from '../../../model/roadmap-document.js';

/** Where a system stands on the map: its box, and what stands below its name. */
export type Place = (system: string) => { readonly id: string; readonly name: string; readonly note: string };

/** Names of systems, those of the report and those that changes add. */
export function systemsOf({ systems, scorecard }: Report, edits: readonly Edit[]) {
  const known = new Map(systems.map(({ system_id: id, name, silo }) => [id, { name, silo: silo ?? '' }]));
  const silos = new Map([
    ...scorecard.silos.map(({ silo_id: id, name }) => [id, name] as const),
    ...edits.flatMap((edit) =>
      'add' in edit && edit.add === 'silos'
        ? [[String(edit.row.silo_id), String(edit.row.name ?? edit.row.silo_id)] as const]
        : [],
    ),
  ]);
  for (const edit of edits)
    if ('add' in edit && edit.add === 'systems') {
      const id = String(edit.row.system_id);
      const silo = String(edit.row.silo_id ?? '');
      known.set(id, { name: String(edit.row.name ?? id), silo: silos.get(silo) ?? silo });
    }
  return known;
}

/** Changes made elsewhere that each box must hear of. */
function heardOf({ graph }: Ways, place: Place): Map<string, Heard> {
  const heard = new Map<string, Heard>();
  for (const field of graph.fields)
    for (const from of graph.collectors(field))
      for (const to of graph.holders(field)) {
        if (from === to) continue;
        const { id } = place(to);
        const known = heard.get(id) ?? { met: 0, of: 0 };
        const met = isInTime(graph.way(from, to, field), graph.agreed(field));
        heard.set(id, { met: known.met + Number(met), of: known.of + 1 });
      }
  return heard;
}

function sideOf(ways: Ways, place: Place): TwinSide {
  const { inventory, graph } = ways;
  const nodes = new Map(
    graph.systems.map((system) => {
      const { id, name, note } = place(system);
      return [id, { name, note }];
    }),
  );
  return {
    nodes,
    heard: heardOf(ways, place),
    flows: inventory.flows.map(({ from, to, latency, fields, ...flow }) => ({
      from: place(from).id,
      to: place(to).id,
      says: JSON.stringify([flow.flowId, latency, fields]),
      fields: fields.length,
    })),
  };
}

/** The ecosystem as it is, and as it is with these changes. */
export function sidesOf(
  ways: Ways,
  config: Config,
  edits: readonly Edit[],
  place: Place,
): [TwinSide, TwinSide] {
  return [sideOf(ways, place), sideOf(waysOf(editTables(ways.tables, edits), config), place)];
}
