import type { LinkReport, Measured } from '../../model/link.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { wrap } from '../parts/width.js';
import { bits, countOf, percent } from './figures.js';
import { alignRows } from './table.js';

type File = LinkReport['files'][number];

const rolesOf = ({ columns, record_id }: File): string => {
  const used = columns.filter(({ role }) => role !== null);
  const names = used.map(({ header, role }) => (header === role ? header : `${header} as ${role}`));
  return `${names.join(', ')}${record_id === null ? '; records are named by their rows' : ''}`;
};

const reasons: Readonly<Record<string, string>> = {
  unknown: 'not known by name',
  'never compared': 'tells nothing of a person',
  doubled: 'another column says it',
  'said by others': 'said by given and family name',
  ignored: 'ignored',
};

const leftOf = ({ columns }: File): string =>
  columns
    .filter(({ role }) => role === null)
    .map(({ header, left }) => `${header} (${reasons[left ?? 'unknown']})`)
    .join(', ');

function setAsideOf({ rows_set_aside, set_aside }: File): string[] {
  if (rows_set_aside === 0) return [];
  const rows = set_aside.map(({ row, expected }) => `row ${row} (expected: ${expected})`);
  return [`${countOf(rows_set_aside, 'row')} could not be read: ${rows.join('; ')}`];
}

const fileLines = (file: File): string[] => {
  const left = leftOf(file);
  return [
    `${file.file}: ${countOf(file.rows_used, 'record')} of ${countOf(file.rows_in, 'row')}`,
    `  columns: ${rolesOf(file)}`,
    ...(left === '' ? [] : [`  left alone: ${left}`]),
    ...setAsideOf(file).map((line) => `  ${line}`),
  ];
};

/** Below so many links what is estimated of them may be far off. */
const fewLinks = 30;

function resultLines(report: LinkReport): string[] {
  const { bands, estimated, blocks } = report;
  const dropped = blocks.reduce((sum, block) => sum + block.dropped_pairs, 0);
  return [
    `${countOf(report.records, 'record')}, ${countOf(report.persons, 'person')}; ${countOf(report.persons_of_several, 'person')} with several records, the largest with ${report.largest}.`,
    `${countOf(report.compared, 'pair')} compared, ${countOf(report.links, 'link')} from a probability of ${report.threshold}: certain ${bands.certain}, likely ${bands.likely}, possible ${bands.possible}.`,
    `Estimated without labels: precision ${percent(estimated.precision)}, recall ${percent(estimated.recall)}; ${percent(estimated.blocking_recall)} of what belongs together was compared at all.${report.links > 0 && report.links < fewLinks ? ' Of so few links this says little.' : ''}`,
    ...(dropped === 0
      ? []
      : [`${countOf(dropped, 'pair')} not compared, because too many records share the values.`]),
    ...(report.crowded_names === 0
      ? []
      : [
          `${countOf(report.crowded_names, 'name')} not compared across scripts with all that sound alike, because there are too many.`,
        ]),
  ];
}

/** What hardly ever differs between two records of one person. */
const telling: ReadonlySet<string> = new Set([
  'family_name',
  'date_of_birth',
  'national_id',
  'email',
  'phone',
]);

/** A model in which most of what tells persons apart differs within them has learnt something else. */
function doubtOf({ fields, links }: LinkReport): string[] {
  const told = fields.filter(({ role }) => telling.has(role));
  const odd = told.filter(({ levels }) => (levels[0]?.m ?? 1) < 0.5);
  if (links === 0 || odd.length === 0 || odd.length * 2 <= told.length) return [];
  const names = odd.map(({ column }) => column).join(', ');
  return [
    `Doubtful: within what is taken for one person, ${names} mostly differ. Perhaps hardly anybody stands twice in these files; judge some pairs (--review) before you use the crosswalk.`,
  ];
}

function fieldTable({ fields }: LinkReport): string[] {
  const rows = fields.map(({ column, levels }) => {
    const weights = levels.map(({ weight }) => weight);
    const [best, worst] = [Math.max(...weights), Math.min(...weights)];
    return [column, bits(best), bits(worst), String(levels.length)];
  });
  return alignRows([['Field', 'agrees', 'differs', 'levels'], ...rows], new Set([1, 2, 3]));
}

/** What a review showed, in words. */
export function measuredLines({ judged, open, links, others }: Measured): string[] {
  const range = ({ low, high }: Measured['links']): string => `95 %: ${percent(low)} to ${percent(high)}`;
  const said = ({ same, of, share }: Measured['links']): string => `${same} of ${of}, ${percent(share)}`;
  return [
    `${countOf(judged, 'pair')} judged${open === 0 ? '' : `, ${open} without answer`}.`,
    ...(links.of === 0
      ? []
      : [
          `Of the links judged, one person: ${said(links)} (${range(links)}). Near the threshold it is hardest; over all links precision is higher.`,
        ]),
    ...(others.of === 0
      ? []
      : [`Of the pairs below the threshold, one person after all: ${said(others)} (${range(others)}).`]),
  ];
}

/** How the files were linked, for people. */
export function renderLinkSummary(raw: LinkReport, columns: number): string {
  const report = cleanDeep(raw);
  const width = Math.max(72, Math.min(columns, 110));
  const { known, measured } = report;
  const paragraphs = [
    ...resultLines(report),
    ...doubtOf(report),
    ...(known === null
      ? []
      : [
          `${countOf(known.used, 'line')} of the known crosswalk used${known.foreign === 0 ? '' : `, ${known.foreign} of ${known.foreign === 1 ? 'a record that is' : 'records that are'} in no file`}.`,
        ]),
    ...(measured === null ? [] : measuredLines(measured)),
  ];
  const lines = [...report.files.flatMap(fileLines), '', ...paragraphs, '', ...fieldTable(report)];
  const wrapped = lines.flatMap((line) => {
    const [, indent = '', text = ''] = /^( *)(.*)$/su.exec(line) ?? [];
    const isTable = /\s{2,}/.test(text);
    return isTable ? [line] : wrap(text, width - indent.length).map((part) => `${indent}${part}`);
  });
  return `${wrapped.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
