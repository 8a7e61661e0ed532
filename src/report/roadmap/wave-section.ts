import type { Roadmap } from '../../model/roadmap-report.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { countOf } from '../parts/shares.js';
import { carriedOf } from './carried.js';
import { planCost } from './costs.js';
import { beyondClaims, figuresOf } from './words.js';

/** What an audit shows of the ways themselves. */
function structureOf(wave: Roadmap['waves'][number]): string {
  const { weak_points_opened: points, flows_made_redundant: flows, errors_explained: errors } = wave;
  const named = (list: readonly string[]) =>
    list.length > 5 ? `${list.slice(0, 5).join(', ')} and ${list.length - 5} more` : list.join(', ');
  return [
    ...(points.length > 0 ? [`new weak points: ${named(points)}`] : []),
    ...(flows.length > 0 ? [`flows nothing would miss any more: ${named(flows)}`] : []),
    ...(errors > 0
      ? [`${countOf(errors, 'error')} ${errors === 1 ? 'was' : 'were'} reported on ways it touches`]
      : []),
  ]
    .map((part) => `; ${part}`)
    .join('');
}

/** What an audit shows after each wave. */
export function wavesOf({ today, waves, carried }: Roadmap): DocumentSection {
  const columns = [today, ...waves.map(({ after }) => after)].map(figuresOf);
  return {
    id: 'waves',
    title: 'Waves, each audited',
    paragraphs: [
      'After each wave the whole audit is run again on the inventory as that wave leaves it. What stood in the way of a choice and no longer does counts as arrived; what was sent and chosen stays as it was.',
      ...beyondClaims(waves),
    ],
    tables: [
      ...(tableOf({
        caption: 'The ecosystem today and after each wave',
        heads: ['', 'Today', ...waves.map(({ wave }) => `After wave ${wave}`)],
        rows:
          waves.length === 0
            ? []
            : figuresOf(today).map(([name], i) => [name, ...columns.map((one) => one[i]![1])]),
        numeric: columns.map((_, i) => i + 1),
      }) ?? []),
      ...(carriedOf(
        carried,
        waves.map((wave) => [`After wave ${wave.wave}`, wave.carried]),
      ) ?? []),
    ],
    items: waves.map(
      (wave) =>
        `Wave ${wave.wave}: ${groupDigits(wave.persons_claimed)} persons claimed, ${groupDigits(wave.persons_confirmed)} confirmed; ${countOf(wave.findings_closed.length, 'finding')} closed, ${groupDigits(wave.findings_opened.length)} new${structureOf(wave)}${wave.initiatives.length > 0 && wave.effort > 0 ? `; ${planCost({ waves: [wave] })}` : ''}.`,
    ),
  };
}
