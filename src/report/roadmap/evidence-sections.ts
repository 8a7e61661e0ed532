import type { RoadmapDocument, RoadmapEvidence } from '../../model/roadmap-document.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, tableOf } from '../document/section.js';
import { countOf } from '../parts/shares.js';

const row = ({ severity, title, message, persons, place, fingerprint }: RoadmapEvidence): string[] => [
  severity,
  `${title}. ${message}`,
  persons === null ? '' : groupDigits(persons),
  place,
  fingerprint,
];

const heads = ['Severity', 'Finding', 'Persons', 'First evidence', 'Fingerprint'];

function findingsOf({ evidence, roadmap }: RoadmapDocument): DocumentSection {
  const stays = evidence.filter(({ wave }) => wave === null);
  const opened = roadmap.waves.at(-1)?.findings_opened.length ?? 0;
  return {
    id: 'evidence',
    title: 'Evidence',
    paragraphs: [
      `What the audit of today found, and after which wave an audit of the changed inventory no longer finds it. \`unsilo affected\` lists everybody behind a fingerprint.${opened > 0 ? ` ${countOf(opened, 'finding')} of the last wave's audit were not there before: most are smaller forms of those that went.` : ''}`,
    ],
    tables: [
      ...roadmap.waves.flatMap(({ wave }) =>
        tableOf({
          caption: `Gone after wave ${wave}`,
          heads,
          rows: evidence.filter((one) => one.wave === wave).map(row),
          numeric: [2],
        }),
      ),
      ...tableOf({
        caption: roadmap.waves.length > 0 ? 'Stay, worst first' : 'Worst first',
        heads,
        rows: stays.map(row),
        numeric: [2],
      }),
    ],
  };
}

const inputsOf = ({ inputs, version }: RoadmapDocument): DocumentSection => ({
  id: 'inputs',
  title: 'What it was made from',
  paragraphs: [`Made by unsilo ${version}. The same files give the same document.`],
  tables: tableOf({
    caption: 'Inputs',
    heads: ['File', 'Table', 'Rows', 'Used', 'SHA-256'],
    rows: inputs.map((input) => [
      input.file,
      input.table,
      groupDigits(input.rows_in),
      groupDigits(input.rows_used),
      `${input.sha256.slice(0, 16)}…`,
    ]),
    numeric: [2, 3],
  }),
});

/** Where the figures come from: findings and files. */
export const evidenceSections = (document: RoadmapDocument): DocumentSection[] => [
  findingsOf(document),
  inputsOf(document),
];
