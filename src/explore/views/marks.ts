import type { Finding } from '../../model/finding.js';
import { groupDigits } from '../../text/numbers.js';
import { cell, type Line, piece } from '../line.js';
import { gap, message, type Row, row, rowsOf, type Sheet } from '../sheet.js';
import type { World } from '../world.js';
import { aboutWords, findingLine } from './findings.js';

/** A row that is made when it is shown. */
type Lazy = Row | { readonly finding: Finding; line(width: number): Line };

const heading = (title: string, key: string): Lazy[] => [
  gap,
  row([piece(title, 'strong'), piece(`  ${key}`, 'dim')]),
];

function acceptedLine({ title, subject, suppression }: Finding, width: number): Line {
  const { expires = '', owner = '', reason = '' } = suppression ?? {};
  return [
    piece(`  until ${expires}  `),
    piece(cell(owner, 16)),
    piece(` ${cell(reason, Math.max(20, Math.floor(width * 0.28)))} `),
    piece(`${title}  ${aboutWords(subject)}`, 'dim'),
  ];
}

const ownedLine = ({ title, subject, owners }: Finding): Line => [
  piece(`  ${cell(owners.map(({ name }) => name).join(', '), 24)} `),
  piece(`${title}  `),
  piece(aboutWords(subject), 'dim'),
];

function under(
  title: string,
  key: string,
  findings: readonly Finding[],
  line: (finding: Finding, width: number) => Line,
): Lazy[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding) => ({ finding, line: (width: number) => line(finding, width) }));
  return [...heading(`${title} ${groupDigits(findings.length)}`, key), ...rows];
}

/** What is marked, accepted and assigned, and what was done since the explorer was opened. */
export function marksView({ port, report, marked }: World): Sheet {
  const { assigned, done } = port.deeds.standing();
  const pick = (chosen: ReadonlySet<string>): Finding[] =>
    report.findings.filter(({ fingerprint }) => chosen.has(fingerprint));
  const accepted = report.findings.filter(({ suppression }) => suppression !== null);
  const rows: Lazy[] = [
    ...under('Marked', 'Space takes one out, U all', pick(marked), (one, width) =>
      findingLine(one, true, width),
    ),
    ...under('Accepted', 'X takes one back', accepted, acceptedLine),
    ...under('Assigned', 'O takes one back', pick(assigned), ownedLine),
    ...(done.length === 0 ? [] : heading('Done just now', 'u undoes the last')),
    ...rowsOf([...done].reverse().map((said) => [piece(`  ${said}`)])),
  ].slice(1);
  if (rows.length === 0) return message('Marks', 'Nothing is marked, accepted or assigned.');
  return {
    title: 'What is marked, accepted and assigned',
    length: rows.length,
    line(at, width) {
      const one = rows[at];
      if (one === undefined) return [];
      return 'finding' in one ? one.line(width) : one.line;
    },
    target(at) {
      const one = rows[at];
      return one && 'finding' in one ? `finding:${one.finding.fingerprint}` : undefined;
    },
  };
}
