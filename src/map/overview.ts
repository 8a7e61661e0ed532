import { countOf } from '../report/parts/shares.js';
import { groupDigits } from '../text/numbers.js';
import type { Atlas } from './estate.js';
import { groupSilos } from './groups.js';
import { drawHeatMap } from './pictures/heat-map.js';
import { siloTable } from './pictures/silo-table.js';
import type { Told } from './render-text.js';
import { linksOf } from './silo-links.js';

/** The whole map in words: how large it is, where it hurts, and what goes between the silos. */
export function tellOverview(atlas: Atlas): Told {
  const { map, flows, demands, loops } = atlas;
  const groups = groupSilos(atlas);
  const groupOf = new Map(
    groups.flatMap(({ id, systems }) => systems.map(({ system_id }) => [system_id, id])),
  );
  const name = new Map(groups.map((group) => [group.id, group.name]));
  const links = linksOf(atlas, (id) => groupOf.get(id) ?? '');
  const unmet = demands.filter(({ met }) => !met).length;
  const broken = loops.filter(({ present }) => !present).length;
  const heat = drawHeatMap(atlas).table;
  return {
    question: `${map.ecosystem}, as of ${map.as_of.slice(0, 10)}`,
    sentences: [
      `${countOf(map.systems.length, 'system')} in ${countOf(groups.length, 'silo')}; ${countOf(flows.length, 'flow')} of ${countOf(map.fields.length, 'field')}; ${countOf(map.communications.length, 'communication')}.`,
      demands.length === 0
        ? 'The inventory declares no place where customers give data, so nothing must be told to anybody.'
        : `Of ${countOf(demands.length, 'place')} that must hear of a change made elsewhere, ${groupDigits(unmet)} ${unmet === 1 ? 'does' : 'do'} not hear of it in time.`,
      ...(loops.length === 0
        ? []
        : [
            `${groupDigits(broken)} of ${countOf(loops.length, 'feedback loop')} ${broken === 1 ? 'is' : 'are'} broken.`,
          ]),
    ],
    tables: [heat, siloTable(links, (id) => name.get(id) ?? id)],
  };
}
