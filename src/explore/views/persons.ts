import { groupDigits } from '../../text/numbers.js';
import { cell, type Line, piece } from '../line.js';
import type { PersonRow, Persons } from '../port.js';
import type { Sheet } from '../sheet.js';
import type { World } from '../world.js';

const personWidth = 20;

function personLine({ person, system, key, file, row }: PersonRow, width: number): Line {
  const rest = Math.max(20, width - personWidth - 12);
  const named = Math.floor(rest * 0.4);
  return [
    piece(cell(person === '' ? 'nobody yet' : person, personWidth), 'strong'),
    piece(`${cell(system, named)} ${cell(key, 10)} `),
    piece(`${file}:${row}`, 'dim'),
  ];
}

/** Who stands behind a finding, record by record; keys are masked. */
export function personsView({ shelf }: World, fingerprint: string, { rows, more }: Persons): Sheet {
  const finding = shelf.at(fingerprint);
  const persons = new Set(rows.map(({ person }) => person)).size;
  const many = `${more ? 'the first ' : ''}${groupDigits(rows.length)} records of ${groupDigits(persons)} persons`;
  return {
    title: `${many} behind ${finding?.subject ?? fingerprint}${more ? '; y copies the command for all' : ''}`,
    length: rows.length,
    line: (at, width) => (rows[at] ? personLine(rows[at], width) : []),
    target: (at) => (rows[at]?.person ? `customer:${rows[at].person}` : undefined),
  };
}
