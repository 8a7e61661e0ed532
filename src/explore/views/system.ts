import { type Flow, indexFlows } from '../../report/parts/flows.js';
import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import { type Line, labelled, piece } from '../line.js';
import type { SystemNotes } from '../port.js';
import { gap, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';
import { findingLine } from './findings.js';

const indent = 11;
/** Findings listed here; the list of findings has them all. */
const most = 12;
/** Fields of a flow that are named. */
const few = 4;

const fieldWords = ({ fields }: Flow): string =>
  fields.length <= few
    ? fields.join(', ')
    : `${fields.slice(0, few).join(', ')} and ${fields.length - few} more`;

const flowWords = ({ mechanism, latency_s: latency }: Flow): string =>
  `${mechanism.replaceAll('_', ' ')}, ${latency === null ? 'time unknown' : renderSeconds(latency)}`;

/** A neighbour and what passes between. */
function neighbour(world: World, id: string, arrow: string, flow: Flow): Row {
  const { name, silo } = world.system(id);
  const line: Line = [
    piece(` ${arrow} `, 'good'),
    piece(name, 'strong'),
    piece(silo === '' ? '' : ` (${silo})`, 'dim'),
    piece(`  ${flowWords(flow)}`),
    piece(flow.fields.length === 0 ? '  no field declared' : `  ${fieldWords(flow)}`, 'dim'),
  ];
  return row(line, `system:${id}`);
}

const kept = new WeakMap<World, ReturnType<typeof indexBoth>>();

/** Flows by receiver and by giver. */
function indexBoth({ report }: World) {
  const [into, out] = [new Map<string, Flow[]>(), new Map<string, Flow[]>()];
  for (const flow of report.flows) {
    into.set(flow.to, [...(into.get(flow.to) ?? []), flow]);
    out.set(flow.from, [...(out.get(flow.from) ?? []), flow]);
  }
  return { into, out, between: indexFlows(report.flows) };
}

function flowsOf(world: World) {
  const known = kept.get(world) ?? indexBoth(world);
  kept.set(world, known);
  return known;
}

function noteRows({ persons, channels, communications, points, fields }: SystemNotes, width: number): Row[] {
  const say = (label: string, text: string): Row[] => rowsOf(labelled(label, indent, text, width));
  return [
    ...say('Customers', groupDigits(persons)),
    ...fields.flatMap(({ role, fields: own }) => say(role, own.join(', '))),
    ...say('Channels', channels.join(', ')),
    ...say('Asks at', points.join(', ')),
    ...say('Messages', communications.join(', ')),
  ];
}

/** A system amid those that give to it and get from it. */
export function systemView(world: World, id: string, width: number, notes?: SystemNotes | string): Sheet {
  const { name, silo } = world.system(id);
  const known = world.report.systems.find(({ system_id }) => system_id === id);
  const { into, out } = flowsOf(world);
  const findings = world.findingsAt(id).map((at) => world.shelf.findings[at]!);
  const byName = (a: Row, b: Row): number => compareText(a.target ?? '', b.target ?? '');
  const givers = (into.get(id) ?? []).map((flow) => neighbour(world, flow.from, '◀──', flow)).sort(byName);
  const takers = (out.get(id) ?? []).map((flow) => neighbour(world, flow.to, '──▶', flow)).sort(byName);
  const about = [silo, known?.kind?.replaceAll('_', ' '), known?.owner ? `owner ${known.owner}` : '']
    .filter(Boolean)
    .join(' · ');
  const rest = findings.length - most;
  return sheetOf(name, [
    row([piece(name, 'strong'), piece(`  ${id}`, 'dim')]),
    row([piece(about === '' ? 'The inventory does not know it.' : about, 'dim')]),
    ...(notes === undefined
      ? []
      : typeof notes === 'string'
        ? [row([piece(notes, 'dim')])]
        : [gap, ...noteRows(notes, width)]),
    ...section(`${givers.length} give to it`, givers),
    ...section(`${takers.length} get from it`, takers),
    ...section(
      countOf(findings.length, 'finding'),
      findings
        .slice(0, most)
        .map((finding) => row(findingLine(finding, false, width), `finding:${finding.fingerprint}`)),
    ),
    ...(rest > 0 ? [row([piece(`  ${groupDigits(rest)} more`, 'dim')], `findings:system:${id}`)] : []),
  ]);
}
