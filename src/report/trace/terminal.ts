import type { Trace, TraceConflict } from '../../model/trace.js';
import { cleanDeep } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';
import { addTo } from '../../text/group-by.js';
import { asOfDay } from '../parts/as-of.js';
import { causeWords } from '../parts/cause-words.js';
import { countOf } from '../parts/shares.js';
import { wayStrip } from '../parts/way-text.js';
import { labelled } from '../terminal/layout.js';
import { createStyle, type Style } from '../terminal/style.js';
import { renderTable } from './table.js';
import {
  cellParts,
  conflictWords,
  isDisputed,
  linkWords,
  listed,
  namesOf,
  orderedCells,
  screenGroups,
  whySentence,
} from './words.js';

/** Ways that are told, so that a usual case stays on one screen. */
const mostWays = 5;

function head({ keys, person, as_of, policy }: Trace): string {
  const systems = new Set(keys.map(({ system_id }) => system_id)).size;
  return `Customer ${person}: ${countOf(keys.length, 'key')} in ${countOf(systems, 'system')}, ${asOfDay(as_of)}, policy ${policy}`;
}

/** `by e-mail and date of birth: Card processing, Mobile app`, one line a basis. */
function links(trace: Trace, style: Style): string[] {
  const name = namesOf(trace);
  const groups = new Map<string, string[]>();
  for (const { basis, confidence, system_id, key } of trace.keys) {
    const by =
      basis === null ? '' : `by ${linkWords(basis)}${confidence === 'certain' ? '' : ` (${confidence})`}`;
    addTo(groups, by, `${name(system_id)} ${key}`);
  }
  return [...groups].flatMap(([by, keys], at) =>
    labelled(style, at === 0 ? 'Linked' : '', 9, by === '' ? listed(keys, 8) : `${listed(keys, 8)} ${by}`, 2),
  );
}

function why(trace: Trace, style: Style): string[] {
  const name = namesOf(trace);
  return orderedCells(trace)
    .filter(isDisputed)
    .slice(0, 3)
    .flatMap((cell, at) =>
      labelled(
        style,
        at === 0 ? 'Why' : '',
        9,
        `${cellParts(cell).slice(0, 2).join(', ')}: ${whySentence(cell, name)}`,
        2,
      ),
    );
}

/** Where the way broke; several receivers of one cause are named by that. */
function breakOf(conflicts: readonly TraceConflict[]): string {
  const [first] = conflicts;
  const receivers = new Set(conflicts.map(({ to_system_id }) => to_system_id));
  const strip = first && receivers.size === 1 ? wayStrip(first.way) : '';
  const cause = first?.cause ? `${causeWords(first.cause)}.` : '';
  return strip === '' ? (receivers.size > 1 ? cause : (first?.explanation ?? '')) : strip;
}

function way(conflicts: readonly TraceConflict[], trace: Trace, style: Style, label: string): string[] {
  const name = namesOf(trace);
  const receivers = [...new Set(conflicts.map(({ to_system_id }) => name(to_system_id)))];
  const words = [...new Set(conflicts.map(conflictWords))];
  return [
    ...labelled(style, label, 9, `${listed(receivers, 3)}. ${words.join('. ')}.`, 2),
    ...labelled(style, '', 11, breakOf(conflicts), 1),
  ];
}

/** One customer on one screen: what systems hold, what should hold and why, and where the way broke. */
export function renderTraceTerminal(
  raw: Trace,
  options: { color: boolean; width: number; all: boolean },
): string {
  const trace = cleanDeep(raw);
  const style = createStyle(options.color, options.width);
  const groups = screenGroups(trace);
  const shown = options.all ? groups : groups.slice(0, mostWays);
  const rest = groups.length - shown.length;
  const lines = [
    ...labelled(style, '', 0, head(trace)),
    ...renderTable(trace, style),
    ...why(trace, style),
    ...shown.flatMap((group, at) => way(group, trace, style, at === 0 ? 'Unheard' : '')),
    ...(rest > 0
      ? labelled(style, '', 9, `${countOf(rest, 'more way')}: --all, --html FILE or --format json`)
      : []),
    ...(groups.length === 0 ? ['No system is at odds with another about this customer.'] : []),
    ...links(trace, style),
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
