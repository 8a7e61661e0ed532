import type { Trace } from '../../model/trace.js';
import { causeWords } from '../../report/parts/cause-words.js';
import { classWords } from '../../report/parts/choice-words.js';
import { renderTraceTerminal } from '../../report/trace/terminal.js';
import { piece, plain } from '../line.js';
import { type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';

const linesOf = (text: string): string[] => text.trimEnd().split('\n');

/** Each conflict leads to the findings about its two systems. */
function conflicts({ conflicts: all, systems }: Trace): Row[] {
  const name = (id: string): string => systems.find((stop) => stop.id === id)?.name ?? id;
  return all.map((one) =>
    row(
      [
        piece(`  ${name(one.to_system_id)} `, 'strong'),
        piece(classWords[one.class]),
        piece(`  ${causeWords(one.cause)}`, 'dim'),
      ],
      `findings:system:${one.from_system_id} "pair:${one.from_system_id}>${one.to_system_id}"`,
    ),
  );
}

/** One customer: what each system holds, what should hold, and where the way broke. */
export function customerView(trace: Trace, width: number): Sheet {
  const [head = '', ...lines] = linesOf(renderTraceTerminal(trace, { color: false, width, all: true }));
  return sheetOf(head, [
    ...rowsOf(lines.map(plain)),
    ...section('Findings about these conflicts', conflicts(trace)),
    ...section(
      'Systems',
      trace.systems.map(({ id, name, silo }) =>
        row([piece(`  ${name}`), piece(silo === '' ? '' : ` (${silo})`, 'dim')], `system:${id}`),
      ),
    ),
  ]);
}

/** Before anybody is named. */
export const anyCustomer = (): Sheet =>
  sheetOf('One customer', [
    row([piece('Press t and type any key of any system, system:key, an address, or a pseudonym.')]),
    row([piece('Or pick a person behind a finding: p, then Enter.', 'dim')]),
  ]);
