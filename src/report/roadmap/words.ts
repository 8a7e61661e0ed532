import type { Roadmap, RoadmapInitiative, Standing } from '../../model/roadmap-report.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import { notMeasurable } from '../parts/communications.js';
import { countOf } from '../parts/shares.js';
import { costWords, planCost, savingWords } from './costs.js';

/** `12 of 340 persons (4 %)`. */
export const personsOf = (count: number, of: number): string =>
  `${groupDigits(count)} of ${countOf(of, 'person')}${of > 0 ? ` (${Math.round((100 * count) / of)} %)` : ''}`;

/** How long a way takes: `45 d 12 h`. */
export const spanOf = (seconds: number | null): string =>
  seconds === null ? 'no way' : renderSeconds(seconds);

/** Persons that are put right, as audits show; of changes that were tried there is no list. */
function fixedOf({ waves, initiatives }: Roadmap): string {
  const last = waves.at(-1);
  if (last === undefined) return 'No change of the inventory puts any of them right.';
  const { persons_confirmed: persons, after } = last;
  const left = `${groupDigits(after.persons_in_conflict)} ${after.persons_in_conflict === 1 ? 'stays' : 'stay'}.`;
  if (initiatives.length === 0 && persons < 0)
    return `What was tried puts ${groupDigits(-persons)} more at odds, as an audit of the changed ecosystem shows; ${groupDigits(after.persons_in_conflict)} then are.`;
  if (initiatives.length === 0)
    return `What was tried puts ${groupDigits(persons)} of them right, as an audit of the changed ecosystem shows; ${left}`;
  const planned = initiatives.filter(({ wave }) => wave !== null).length;
  return `${countOf(planned, 'change')} in ${countOf(waves.length, 'wave')} ${planned === 1 ? 'puts' : 'put'} ${groupDigits(persons)} of them right, as audits of the changed ecosystem show; ${left}`;
}

/** What the plan comes to, for somebody who reads nothing else. */
export function summaryOf(roadmap: Roadmap): string[] {
  const { today, mendable, beyond, waves, initiatives, verdict } = roadmap;
  if (today.persons === 0)
    return ['Nobody is counted: no customers and no choices are among the sources.', verdict.sentence];
  return [
    `Today ${personsOf(today.persons_in_conflict, today.persons)} meet systems that disagree about what they chose.`,
    fixedOf(roadmap),
    `The conflicts of ${countOf(mendable, 'person')} lie in flows, maps, keys and offers alone; ${countOf(beyond, 'person')} ${beyond === 1 ? 'has' : 'have'} one that no flow mends, such as a value lost on a good way or a sender that knew.`,
    ...(initiatives.some(({ wave }) => wave !== null) ? [`All of it takes ${planCost({ waves })}.`] : []),
    verdict.sentence,
  ];
}

/** Why an audit may show more persons fixed than a plan claims; nothing where it shows just as many. */
export const beyondClaims = (waves: Roadmap['waves']): string[] =>
  waves.some(({ persons_claimed: claimed, persons_confirmed: confirmed }) => confirmed > claimed)
    ? [
        'Where more persons are confirmed than claimed, the others chose long enough ago for ways to have brought it that are slower than agreed; a claim counts only ways that keep to the agreed time, whenever somebody chooses.',
      ]
    : [];

/** `4 findings` when all of them are, else `3 of 4 findings`. */
export const partOf = (closed: number, aimed: number): string =>
  closed === aimed ? countOf(aimed, 'finding') : `${groupDigits(closed)} of ${countOf(aimed, 'finding')}`;

/** Figures of a standing by what they are called. */
export const figuresOf = (standing: Standing): (readonly [string, string])[] => [
  ['Persons in conflict', groupDigits(standing.persons_in_conflict)],
  ['Messages against a choice', groupDigits(standing.messages_in_conflict)],
  ['Changes that arrive in time', `${groupDigits(standing.demands_met)} of ${groupDigits(standing.demands)}`],
  ['Slowest way', spanOf(standing.worst_latency_s)],
  ['Systems that some way cannot do without', groupDigits(standing.single_points)],
  ['Critical findings', groupDigits(standing.findings.critical)],
  ['High findings', groupDigits(standing.findings.high)],
];

/** What an initiative brings: persons put right, and what becomes of the findings it is made from. */
export function gainOf(one: RoadmapInitiative): string {
  const { persons_touched: touched, findings_aimed: aimed, findings_closed: closed } = one;
  const persons =
    one.basis === 'conflicts'
      ? `${countOf(one.persons_added, 'person')} fixed with those before, ${groupDigits(one.persons_alone)} alone, ${groupDigits(touched)} touched`
      : one.persons_added > 0
        ? `${countOf(one.persons_added, 'person')} fixed with those before`
        : '';
  const concerned = one.basis !== 'conflicts' && touched > 0 ? `${countOf(touched, 'person')} concerned` : '';
  const findings =
    aimed.length === 0
      ? ''
      : one.provable && one.wave !== null
        ? `${partOf(closed.length, aimed.length)} gone after its wave`
        : `${countOf(aimed.length, 'finding')} to close`;
  const unproven = one.provable ? '' : 'no audit of the inventory can show it';
  return [persons, concerned, findings, unproven].filter((part) => part !== '').join('; ');
}

/** What an initiative costs, and what its messages cost in a month. */
export function costOf(one: RoadmapInitiative): string {
  const saving = savingWords(one);
  const cost = one.cost === null ? `cost ${notMeasurable}` : `costs ${costWords(one.cost)}`;
  return saving === '' ? cost : `${cost}, ${saving} a month in messages`;
}

/** Marks beside an initiative. */
export const marksOf = ({ quick_win: quick, wave }: RoadmapInitiative): string =>
  [wave === null ? 'not in the plan' : `wave ${wave}`, ...(quick ? ['quick win'] : [])].join(', ');

/** What the plan changes, figure by figure: `1 090 → 295`. */
export function changesOf({ today, waves }: Pick<Roadmap, 'today' | 'waves'>): (readonly [string, string])[] {
  const last = waves.at(-1);
  const now = figuresOf(today);
  if (last === undefined) return now;
  const then = figuresOf(last.after);
  return now.map(([name, value], i) => [name, value === then[i]![1] ? value : `${value} → ${then[i]![1]}`]);
}
