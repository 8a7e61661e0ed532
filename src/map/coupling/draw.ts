import { countOf } from '../../report/parts/shares.js';
import type { Atlas } from '../estate.js';
import { boxOfRest, drawNetwork, type Edge, type Node } from '../pictures/network.js';
import type { Picture } from '../pictures/picture.js';
import { type Coupling, startCount } from './measure.js';
import type { Misplaced } from './misplaced.js';
import { siloLines, silosOfGroup } from './tables.js';

const most = 14;

/** Left the silo a system is declared in, right the one it exchanges data with. */
function drawMisplaced(atlas: Atlas, { misplaced }: Coupling): [Node[], Edge[]] {
  const shown = misplaced.slice(0, most);
  const left = misplaced.length - shown.length;
  const silos = (column: number, silo: (one: Misplaced) => string, note: string): Node[] =>
    [...new Set(shown.map(silo))].map((id) => ({
      id: `${column}:${id}`,
      name: atlas.siloName(id),
      notes: [note],
      column,
    }));
  const systems: Node[] = shown.map(({ system, fieldsWith, fieldsOwn, starts }) => ({
    id: system.system_id,
    name: system.name,
    notes: [`fields: ${fieldsOwn} at home, ${fieldsWith} there`, `${starts} of ${startCount} starts`],
    kind: 'strong',
    column: 1,
  }));
  const rest = boxOfRest(left, 'system', { column: 1 });
  const edges = shown.flatMap(({ system: { system_id, silo_id }, with: other }) => [
    { from: `0:${silo_id}`, to: system_id, missing: true },
    { from: system_id, to: `2:${other}` },
  ]);
  const owners = silos(0, ({ system }) => system.silo_id, 'declared silo');
  return [[...owners, ...systems, ...rest, ...silos(2, (one) => one.with, 'exchanges most')], edges];
}

/** Left the silos, right the groups their systems are found in. */
function drawGroups(atlas: Atlas, coupling: Coupling): [Node[], Edge[]] {
  const lines = siloLines(coupling);
  const groups = [...new Set(lines.flatMap((line) => line.groups.map(({ group }) => group)))].sort(
    (a, b) => a - b,
  );
  const nodes: Node[] = [
    ...lines.map(({ silo, systems }) => ({
      id: `silo:${silo}`,
      name: atlas.siloName(silo),
      notes: [countOf(systems, 'system')],
      column: 0,
    })),
    ...groups.map((group) => ({
      id: `group:${group}`,
      name: `group ${group}`,
      notes: [silosOfGroup(atlas, coupling, group).join(', ')],
      column: 1,
    })),
  ];
  const edges = lines.flatMap(({ silo, groups: own }) =>
    own.map(({ group }) => ({ from: `silo:${silo}`, to: `group:${group}` })),
  );
  return [nodes, edges];
}

/** The systems that sit elsewhere than their data; where none does, silos and groups. */
export const drawCoupling = (
  atlas: Atlas,
  coupling: Coupling,
  about: Pick<Picture, 'id' | 'title' | 'description' | 'table'>,
): Picture =>
  drawNetwork(about, ...(coupling.misplaced.length > 0 ? drawMisplaced : drawGroups)(atlas, coupling));
