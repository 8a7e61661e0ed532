import { type Atlas, openAtlas } from '../../map/estate.js';
import type { ExportedFile } from '../../map/export/types.js';
import { around, collapseSilos, narrowTo } from '../../map/narrow.js';
import { tellOverview } from '../../map/overview.js';
import { drawEgo } from '../../map/pictures/ego.js';
import { drawHeatMap } from '../../map/pictures/heat-map.js';
import { drawMatrix } from '../../map/pictures/matrix.js';
import { type Picture, renderSvg } from '../../map/pictures/picture.js';
import { drawSiloMap } from '../../map/pictures/silo-map.js';
import { drawSystems } from '../../map/pictures/systems.js';
import type { Answer } from '../../map/questions/answer.js';
import { findSilo, findSystem } from '../../map/questions/names.js';
import { renderText } from '../../map/render-text.js';

/** Formats of an answer, and of the map. */
export const answerFormats = ['text', 'json', 'svg'] as const;
export const mapFormats = ['text', 'svg', 'html', 'json', 'dot', 'mermaid', 'graphml', 'csv'] as const;
export type MapFormat = (typeof mapFormats)[number];

/** What of the map is shown, and how. */
export interface View {
  readonly formats: readonly MapFormat[];
  /** A system or a silo, by id or name. */
  readonly focus?: string;
  /** Flows away from it, in either direction. */
  readonly depth: number;
  readonly collapse: boolean;
  readonly picture?: 'silos' | 'systems' | 'matrix' | 'heat';
  /** Columns of the terminal. */
  readonly width: number;
}

export interface Rendered {
  readonly format: MapFormat;
  /** One file; of `csv` one for each table. */
  readonly files: readonly ExportedFile[];
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** An answer in every format asked for. */
export function renderAnswer(answer: Answer, { formats, width }: View): Rendered[] {
  const renderers: Readonly<Record<string, () => ExportedFile>> = {
    text: () => ({ name: 'map.txt', text: renderText(answer, width) }),
    json: () => ({
      name: 'map.json',
      text: toJson({ asked: answer.question, answer: answer.sentences, ...answer.facts }),
    }),
    svg: () => ({ name: 'map.svg', text: renderSvg(answer.picture) }),
  };
  return formats.map((format) => ({ format, files: [renderers[format]!()] }));
}

/** Every silo as one system, in the map and in what is said of it. */
function collapse(atlas: Atlas): Atlas {
  const id = (system: string): string => atlas.system(system)?.silo_id || 'outside';
  const turn = <T extends { from: string; to: string }>(rows: readonly T[]): T[] =>
    rows
      .map((row) => ({ ...row, from: id(row.from), to: id(row.to), path: [] }))
      .filter(({ from, to }) => from !== to);
  const map = collapseSilos(atlas.map, atlas.siloName);
  return openAtlas({ ...atlas, map, demands: turn(atlas.demands), loops: turn(atlas.loops) });
}

/** The part of the map that is asked for, and the systems it is about. */
interface Part {
  readonly atlas: Atlas;
  readonly centre: ReadonlySet<string>;
}

function lookAt(whole: Atlas, { focus, depth }: View): Part {
  if (focus === undefined) return { atlas: whole, centre: new Set() };
  const silo = findSilo(whole, focus);
  const centre =
    silo === undefined
      ? [findSystem(whole.map, focus)]
      : whole.map.systems.filter(({ silo_id }) => silo_id === silo).map(({ system_id }) => system_id);
  const keep = around(whole.map, centre, depth);
  const inside = ({ from, to }: { from: string; to: string }): boolean => keep.has(from) && keep.has(to);
  const atlas = openAtlas({
    ...whole,
    map: narrowTo(whole.map, keep),
    demands: whole.demands.filter(inside),
    loops: whole.loops.filter(inside),
  });
  return { atlas, centre: new Set(centre) };
}

/** The picture asked for; else of one system its neighbours, of few systems each of them, of many their silos. */
function draw({ atlas, centre }: Part, { picture, depth, collapse }: View): Picture {
  const [only] = centre;
  if (picture === 'matrix') return drawMatrix(atlas);
  if (picture === 'heat') return drawHeatMap(atlas);
  if (picture === 'silos' || (picture === undefined && collapse)) return drawSiloMap(atlas);
  if (picture === 'systems') return drawSystems(atlas, centre);
  if (centre.size === 1 && only !== undefined && depth <= 1) return drawEgo(atlas, only);
  return centre.size > 0 && atlas.map.systems.length <= 40 ? drawSystems(atlas, centre) : drawSiloMap(atlas);
}

/** The map in every format asked for. */
export async function renderMap(whole: Atlas, view: View): Promise<Rendered[]> {
  const part = lookAt(whole, view);
  const atlas = view.collapse ? collapse(part.atlas) : part.atlas;
  const render = async (format: MapFormat): Promise<readonly ExportedFile[]> => {
    if (format === 'text') return [{ name: 'map.txt', text: renderText(tellOverview(atlas), view.width) }];
    if (format === 'svg') return [{ name: 'map.svg', text: renderSvg(draw(part, view)) }];
    if (format === 'html') {
      const { renderPage } = await import('../../map/page/page.js');
      return [{ name: 'map.html', text: renderPage(atlas) }];
    }
    const { exporters } = await import('../../map/export/index.js');
    return exporters[format](atlas.map);
  };
  return Promise.all(view.formats.map(async (format) => ({ format, files: await render(format) })));
}
