import type { Finding } from '../../model/finding.js';
import { groupDigits } from '../../text/numbers.js';
import { causeSentence } from '../parts/cause.js';
import { statusWords } from '../parts/past.js';
import { renderOwners, renderPlace } from '../parts/places.js';
import { affectedPhrases } from '../parts/shares.js';
import type { Stop } from '../parts/systems.js';
import type { Way } from '../parts/way.js';
import { wayStrip } from '../parts/way-text.js';
import { cutLines, wrap } from '../parts/width.js';
import { labelled } from './layout.js';
import type { Style } from './style.js';

const indent = 10;
const titleIndent = 12;

export interface Lookups {
  readonly system: (id: string) => Stop;
  readonly way: (finding: Finding) => Way;
}

function firstPlace({ evidence }: Finding): string {
  const [first] = evidence;
  if (first === undefined) return '';
  const rest = evidence.length - 1;
  return rest === 0
    ? renderPlace(first)
    : `${renderPlace(first)} and ${groupDigits(rest)} more in the sample`;
}

function terms(finding: Finding): string {
  const due = finding.due === null ? '' : `due ${finding.due}`;
  return [due, finding.confidence, finding.fingerprint].filter((part) => part !== '').join(' · ');
}

/** One finding: what, whom, why, where, what to do, who. */
export function renderFinding(finding: Finding, lookups: Lookups, style: Style): string[] {
  const line = (label: string, text: string) => labelled(style, label, indent, text);
  const status = finding.status === null ? '' : `, ${statusWords[finding.status]}`;
  const width = style.width - titleIndent;
  const titles = cutLines(wrap(`${finding.title} (${finding.rule})${status}`, width), 3, width);
  return [
    ...titles.map((title, index) => {
      const lead = index === 0 ? style.severity(finding.severity) : '';
      return `${lead}${' '.repeat(titleIndent - (index === 0 ? finding.severity.length + 2 : 0))}${style.chalk.bold(title)}`;
    }),
    ...labelled(style, '', 2, finding.message),
    ...line('  Whom', affectedPhrases(finding).join('; ')),
    ...line('  Cause', causeSentence(finding, lookups.system)),
    ...line('  Way', wayStrip(lookups.way(finding))),
    ...line('  See', firstPlace(finding)),
    ...line('  Do', finding.remediation),
    ...line('  Who', renderOwners(finding)),
    ...line('  Id', terms(finding)),
    '',
  ];
}
