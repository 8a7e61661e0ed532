import { timetableOf } from '../facts/demands/timetable.js';
import { type Atlas, openAtlas } from '../map/estate.js';
import { toInventory } from '../map/inventory.js';
import type { Answer } from '../map/questions/answer.js';
import { askCollected } from '../map/questions/collected.js';
import { askFeedback } from '../map/questions/feedback.js';
import { askFinding } from '../map/questions/finding.js';
import { askImpact } from '../map/questions/impact.js';
import { assertField, findSystem } from '../map/questions/names.js';
import { askPath } from '../map/questions/path.js';
import { askReach } from '../map/questions/reach.js';
import { parseSpan } from '../map/questions/span.js';
import { countPersons, readEstate } from './map/read-estate.js';
import { type Rendered, renderAnswer, renderMap, type View } from './map/render.js';
import { type Announce, type Run, type RunRequest, withRun } from './run-stages.js';

export type { Rendered } from './map/render.js';
export { answerFormats, type MapFormat, mapFormats } from './map/render.js';

/** A question as it was typed: names of systems by id or name. */
export type Question =
  | { readonly kind: 'path'; readonly from: string; readonly to: string; readonly field?: string }
  | { readonly kind: 'reach'; readonly from: string; readonly within?: string; readonly field?: string }
  | { readonly kind: 'impact'; readonly system: string }
  | { readonly kind: 'feedback' }
  | { readonly kind: 'collected'; readonly field: string }
  | { readonly kind: 'finding'; readonly fingerprint: string }
  | { readonly kind: 'coupling' };

export interface MapRequest extends RunRequest {
  /** Without one the whole map is asked for. */
  readonly question?: Question;
  readonly view: View;
}

/** Checks the names of a question and answers it. */
async function answer(atlas: Atlas, run: Run, question: Question): Promise<Answer> {
  const system = (typed: string): string => findSystem(atlas.map, typed);
  const field = (typed: string | undefined): string | undefined =>
    typed === undefined ? undefined : assertField(atlas.map, typed);
  switch (question.kind) {
    case 'path':
      return askPath(atlas, system(question.from), system(question.to), field(question.field));
    case 'reach': {
      const within = question.within === undefined ? undefined : parseSpan('--within', question.within);
      return askReach(atlas, system(question.from), within, field(question.field));
    }
    case 'impact':
      return askImpact(atlas, system(question.system), (systems) => countPersons(run.store, systems));
    case 'feedback':
      return askFeedback(atlas);
    case 'collected':
      return askCollected(atlas, assertField(atlas.map, question.field));
    case 'finding':
      return askFinding(atlas, question.fingerprint);
    case 'coupling': {
      const { askCoupling } = await import('../map/questions/coupling.js');
      return askCoupling(atlas);
    }
  }
}

/** Adds what changes take at worst, where the inventory says when jobs run. */
function withSchedules(atlas: Atlas): Atlas {
  if (atlas.flows.every(({ schedule }) => schedule === null)) return atlas;
  const { graph } = atlas;
  const timetable = timetableOf(toInventory(atlas.map), graph, atlas.map.as_of);
  return Object.assign(atlas, {
    latest(from: string, to: string, field?: string): number | null {
      const [start, end] = [graph.place(from), graph.place(to)];
      if (start === undefined || end === undefined) return null;
      const seconds = timetable.latestFrom(graph.network(field), start)[end]!;
      return Number.isFinite(seconds) ? seconds : null;
    },
  });
}

/** The map of a run, and what is known about it. */
export const openMap = async (run: Run): Promise<Atlas> => withSchedules(openAtlas(await readEstate(run)));

/** Answers a question about the map or draws it, once in every format asked for. */
export async function draw(
  atlas: Atlas,
  run: Run,
  { question, view }: Pick<MapRequest, 'question' | 'view'>,
): Promise<readonly Rendered[]> {
  if (question === undefined) return renderMap(atlas, view);
  return renderAnswer(await answer(atlas, run, question), view);
}

/** Runs the audit, then answers or draws what is asked for. */
export async function map(request: MapRequest, announce: Announce): Promise<readonly Rendered[]> {
  return withRun(request, announce, async (run) => {
    const atlas = await openMap(run);
    announce('drawing the map');
    return draw(atlas, run, request);
  });
}

/** One picture of the whole map as SVG. */
export async function drawPicture(
  request: RunRequest,
  picture: NonNullable<View['picture']>,
): Promise<string> {
  const view: View = { formats: ['svg'], depth: 1, collapse: false, picture, width: 100 };
  const [drawn] = await map({ ...request, view }, () => undefined);
  return drawn!.files[0]!.text;
}
