import type { Finding } from '../../model/finding.js';
import { causeSentence } from '../../report/parts/cause.js';
import { suppressionWords } from '../../report/parts/failing.js';
import { statusWords } from '../../report/parts/past.js';
import { renderOwners, renderPlace } from '../../report/parts/places.js';
import { severityMarks } from '../../report/parts/severity.js';
import type { Hop, Way } from '../../report/parts/way.js';
import { hopWords } from '../../report/parts/way-text.js';
import { whyItMatters } from '../../report/parts/why.js';
import { systemsOf } from '../findings/shelf.js';
import { type Line, labelled, piece } from '../line.js';
import { gap, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';
import { affectedWords } from './findings.js';

const indent = 9;

/** How a step of the way looks; the shape tells it without colour. */
const arrows: Readonly<Record<Hop['state'], string>> = {
  carried: '──▶',
  broken: '──✗',
  slow: '─…▶',
  altered: '─≠▶',
};

/** The way as a strip: every system with its silo on a line, the step to it before. */
function strip(way: Way): Row[] {
  const [first] = way;
  if (first === undefined) return [];
  const stop = (lead: Line, { id, name, silo }: Hop['from'], rest: Line): Row =>
    row(
      [...lead, piece(name, 'strong'), piece(silo === '' ? '' : ` (${silo})`, 'dim'), ...rest],
      `system:${id}`,
    );
  return [
    stop([piece('     ')], first.from, []),
    ...way.map((hop) => {
      const { rest } = hopWords(hop);
      const isSound = hop.state === 'carried';
      return stop([piece(` ${arrows[hop.state]} `, isSound ? 'good' : 'bad')], hop.to, [
        piece(rest === '.' ? '' : rest.replace(/^: /, '  ').replace(/\.$/, ''), isSound ? 'dim' : 'bad'),
      ]);
    }),
  ];
}

function head(finding: Finding, width: number): Row[] {
  const { severity, title, rule, status, confidence, due } = finding;
  const said = status === null ? '' : `, ${statusWords[status]}`;
  const lines: Line[] = [
    [piece(`${severityMarks[severity]} ${severity}  `, severity), piece(title, 'strong'), piece(said)],
    [piece(`${rule} · ${confidence}${due === null ? '' : ` · due ${due}`} · ${finding.fingerprint}`, 'dim')],
    ...(finding.suppression === null ? [] : labelled('', 0, suppressionWords(finding), width, 'dim')),
  ];
  return [...rowsOf(lines), gap, ...rowsOf(labelled('', 0, finding.message, width))];
}

function evidence({ evidence: places }: Finding, target: string): Row[] {
  return places.map((place) => row([piece(`  ${renderPlace(place)}`)], target));
}

/** Everything that is known of one finding; systems and persons lead on. */
export function findingView(world: World, fingerprint: string, width: number): Sheet {
  const finding = world.shelf.at(fingerprint);
  if (finding === undefined) return sheetOf('No such finding', []);
  const persons = `persons:${fingerprint}`;
  const say = (label: string, text: string, target?: string) =>
    rowsOf(labelled(label, indent, text, width), target);
  const systems = systemsOf(finding).map((id) => world.system(id));
  return sheetOf(finding.subject, [
    ...head(finding, width),
    gap,
    ...say('Whom', affectedWords(finding), persons),
    ...say('Cause', causeSentence(finding, world.system)),
    ...say('Matters', whyItMatters(finding.rule)),
    ...say('Do', finding.remediation),
    ...say('Who', renderOwners(finding)),
    ...section('Way', strip(world.way(finding))),
    ...section('Evidence, a sample', evidence(finding, persons)),
    ...section(
      'Systems',
      systems.map(({ id, name, silo }) =>
        row([piece(`  ${name}`), piece(silo === '' ? '' : ` (${silo})`, 'dim')], `system:${id}`),
      ),
    ),
  ]);
}
