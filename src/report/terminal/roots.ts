import type { Report } from '../../model/report.js';
import { groupDigits } from '../../text/numbers.js';
import { rootSentence } from '../parts/roots.js';
import { countOf } from '../parts/shares.js';
import { indexSystems } from '../parts/systems.js';
import { cutLines, wrap } from '../parts/width.js';
import { labelled } from './layout.js';
import type { Style } from './style.js';

const most = 5;
const indent = 12;
const mostLines = 6;

/** What mends most findings at once, worst first. */
export function renderRoots(report: Report, style: Style): string[] {
  if (report.roots.length === 0) return [];
  const system = indexSystems(report);
  const lines = report.roots.slice(0, most).flatMap((root) => {
    const counts = `${countOf(root.findings.length, 'finding')}, ${countOf(root.persons, 'person')}`;
    const width = style.width - indent;
    const texts = cutLines(wrap(`${rootSentence(root, system)} ${counts}.`, width), mostLines, width);
    const mark = `${style.severity(root.severity)}${' '.repeat(indent - root.severity.length - 2)}`;
    return texts.map((text, index) => `${index === 0 ? mark : ' '.repeat(indent)}${text}`);
  });
  const rest = report.roots.length - most;
  const more = rest > 0 ? `${groupDigits(rest)} more: --format html or --format json shows all.` : '';
  return [style.chalk.bold('Mend first'), ...lines, ...labelled(style, '', indent, more), ''];
}
