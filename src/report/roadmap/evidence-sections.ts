import type { RoadmapDocument, RoadmapEvidence } from '../../model/roadmap-document.js';
import { groupDigits } from '../../text/numbers.js';
import { type DocumentSection, type DocumentTable, tableOf } from '../document/section.js';

const row = ({ severity, title, message, persons, place, fingerprint }: RoadmapEvidence): string[] => [
  severity,
  `${title}. ${message}`,
  persons === null ? '' : groupDigits(persons),
  place,
  fingerprint,
];

const heads = ['Severity', 'Finding', 'Persons', 'First evidence', 'Fingerprint'];

/** A table of the worst of them; its caption says how many are left out. */
function tableFor(caption: string, of: readonly RoadmapEvidence[], most: number): DocumentTable[] {
  const shown = of.slice(0, most);
  const left = of.length - shown.length;
  return tableOf({
    caption:
      left > 0 ? `${caption}: the worst ${groupDigits(shown.length)} of ${groupDigits(of.length)}` : caption,
    heads,
    rows: shown.map(row),
    numeric: [2],
  });
}

function findingsOf({ evidence, roadmap }: RoadmapDocument, most: number): DocumentSection {
  const stays = evidence.filter(({ wave }) => wave === null);
  const opened = roadmap.waves.at(-1)?.findings_opened ?? [];
  return {
    id: 'evidence',
    title: 'Evidence',
    paragraphs: [
      'What the audit of today found, and after which wave an audit of the changed inventory no longer finds it. unsilo affected lists everybody behind a fingerprint.',
    ],
    tables: [
      ...roadmap.waves.flatMap(({ wave }) =>
        tableFor(
          `Gone after wave ${wave}`,
          evidence.filter((one) => one.wave === wave),
          most,
        ),
      ),
      ...tableOf({
        caption: 'After the last wave, and not found today: most are smaller forms of those that go',
        heads: ['Severity', 'Finding', 'Fingerprint'],
        rows: opened
          .slice(0, most)
          .map(({ severity, message, fingerprint }) => [severity, message, fingerprint]),
        numeric: [],
      }),
      ...tableFor(roadmap.waves.length > 0 ? 'Stay' : 'Found today', stays, most),
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
export const evidenceSections = (document: RoadmapDocument, most: number): DocumentSection[] => [
  findingsOf(document, most),
  inputsOf(document),
];
