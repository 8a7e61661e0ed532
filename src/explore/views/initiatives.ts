import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { countOf } from '../../report/parts/shares.js';
import { marksOf, summaryOf } from '../../report/roadmap/words.js';
import { groupDigits } from '../../text/numbers.js';
import { cell, type Line, labelled, piece } from '../line.js';
import { gap, message, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';

const line = ({ wave, persons_added: added, effort, title }: RoadmapInitiative): Line => [
  piece(cell(wave === null ? 'later' : `wave ${wave}`, 8), wave === null ? 'dim' : 'strong'),
  piece(`${cell(groupDigits(added), 9, 'right')}  ${cell(groupDigits(effort), 5, 'right')}  `),
  piece(title, wave === null ? 'dim' : 'plain'),
];

/** Initiatives, those of the plan first. */
export function initiativesView(roadmap: Roadmap, width: number): Sheet {
  const head = `${cell('', 8)}${cell('persons', 9, 'right')}  effort`;
  return sheetOf(`${countOf(roadmap.initiatives.length, 'initiative')}`, [
    ...summaryOf(roadmap).flatMap((text) => rowsOf(labelled('', 0, text, width))),
    gap,
    row([piece(head, 'dim')]),
    ...roadmap.initiatives.map((one) => row(line(one), `initiative:${one.id}`)),
  ]);
}

const people = ({ giver, receiver }: RoadmapInitiative['owners']): string =>
  [giver, receiver].filter((name) => name !== null).join(', ');

/** One initiative: what is to be done, what it fixes, what it takes. */
export function initiativeView({ shelf, system }: World, roadmap: Roadmap, id: string, width: number): Sheet {
  const one = roadmap.initiatives.find((initiative) => initiative.id === id);
  if (one === undefined) return message('Roadmap', `There is no initiative '${id}'.`);
  const say = (label: string, text: string): Row[] => rowsOf(labelled(label, 10, text, width));
  const findings = one.findings_aimed.flatMap((fingerprint) => shelf.at(fingerprint) ?? []);
  return sheetOf(one.title, [
    ...say('', one.what),
    gap,
    ...say('When', marksOf(one)),
    ...say(
      'Fixes',
      `${countOf(one.persons_added, 'person')} with those before it, ${groupDigits(one.persons_alone)} alone`,
    ),
    ...say('Effort', groupDigits(one.effort)),
    ...say('Who', people(one.owners)),
    ...say('After', one.depends_on.join(', ')),
    ...say('Goals', one.goals.join(', ')),
    ...one.risks.flatMap((risk, at) => say(at === 0 ? 'Risks' : '', risk)),
    ...section(
      'Findings it is made from',
      findings.map((finding) =>
        row([piece(`  ${finding.title}  `), piece(finding.subject, 'dim')], `finding:${finding.fingerprint}`),
      ),
    ),
    ...section(
      'Systems',
      one.systems.map((own) => row([piece(`  ${system(own).name}`)], `system:${own}`)),
    ),
  ]);
}

/** Before a roadmap is computed, which takes as long as several audits. */
export const notYet = (): Sheet =>
  sheetOf('Roadmap', [
    row(
      [piece('Enter computes the roadmap: it takes as long as several audits.', 'strong')],
      'initiatives:now',
    ),
    row(
      [piece('You can go on meanwhile; Esc leads back, and the roadmap waits here.', 'dim')],
      'initiatives:now',
    ),
  ]);
