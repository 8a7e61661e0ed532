import type { Flow } from '../../report/parts/flows.js';
import { quickest } from '../../report/parts/flows.js';
import { countOf } from '../../report/parts/shares.js';
import { compareText } from '../../text/compare.js';
import { addTo } from '../../text/group-by.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import { labelled, piece } from '../line.js';
import type { SystemNotes } from '../port.js';
import { gap, type Row, row, rowsOf, type Sheet, section, sheetOf } from '../sheet.js';
import type { World } from '../world.js';
import { findingLine } from './findings.js';

const indent = 11;
/** Findings listed here; the list of findings has them all. */
const most = 12;
/** Fields between two systems that are named. */
const few = 5;

function fieldWords(flows: readonly Flow[]): string {
  const fields = [...new Set(flows.flatMap(({ fields: own }) => own))].sort(compareText);
  if (fields.length === 0) return 'no field declared';
  const rest = fields.length - few;
  return rest <= 0 ? fields.join(', ') : `${fields.slice(0, few).join(', ')} and ${rest} more`;
}

function flowWords(flows: readonly Flow[]): string {
  const ways = [...new Set(flows.map(({ mechanism }) => mechanism.replaceAll('_', ' ')))].sort(compareText);
  const latency = quickest(flows);
  return `${ways.join(', ')}, ${latency === null ? 'time unknown' : renderSeconds(latency)}`;
}

/** A neighbour and what passes between; all flows of the pair on one line. */
function neighbour({ system }: World, id: string, arrow: string, flows: readonly Flow[]): Row {
  const { name, silo } = system(id);
  return row(
    [
      piece(` ${arrow} `, 'good'),
      piece(name, 'strong'),
      piece(silo === '' ? '' : ` (${silo})`, 'dim'),
      piece(`  ${flowWords(flows)}  `),
      piece(fieldWords(flows), 'dim'),
    ],
    `system:${id}`,
  );
}

type Sides = ReadonlyMap<string, ReadonlyMap<string, readonly Flow[]>>;

/** Flows by one end, then by the other. */
function bySide(flows: readonly Flow[], near: 'from' | 'to', far: 'from' | 'to'): Sides {
  const sides = new Map<string, Map<string, Flow[]>>();
  for (const flow of flows) {
    const ends = sides.get(flow[near]) ?? new Map<string, Flow[]>();
    addTo(ends, flow[far], flow);
    sides.set(flow[near], ends);
  }
  return sides;
}

const kept = new WeakMap<World, { readonly into: Sides; readonly out: Sides }>();

function sidesOf(world: World) {
  const { flows } = world.report;
  const known = kept.get(world) ?? { into: bySide(flows, 'to', 'from'), out: bySide(flows, 'from', 'to') };
  kept.set(world, known);
  return known;
}

function neighbours(world: World, side: Sides, id: string, arrow: string): Row[] {
  const ends = [...(side.get(id) ?? [])].sort(([a], [b]) => compareText(a, b));
  return ends.map(([other, flows]) => neighbour(world, other, arrow, flows));
}

function noteRows({ persons, channels, communications, points, fields }: SystemNotes, width: number): Row[] {
  const say = (label: string, text: string): Row[] => rowsOf(labelled(label, indent, text, width));
  return [
    gap,
    ...say('Customers', groupDigits(persons)),
    ...fields.flatMap(({ role, fields: own }) => say(role, own.join(', '))),
    ...say('Channels', channels.join(', ')),
    ...say('Asks at', points.join(', ')),
    ...say('Messages', communications.join(', ')),
  ];
}

function findingRows({ findingsAt, shelf }: World, id: string, width: number): Row[] {
  const places = findingsAt(id);
  const rest = places.length - most;
  const rows = places.slice(0, most).map((at) => {
    const finding = shelf.findings[at]!;
    return row(findingLine(finding, false, width), `finding:${finding.fingerprint}`);
  });
  const more = row([piece(`  ${groupDigits(rest)} more`, 'dim')], `findings:system:${id}`);
  return section(countOf(places.length, 'finding'), rest > 0 ? [...rows, more] : rows);
}

/** A system amid those that give to it and get from it; `notes` are what the inventory says, or why nothing does. */
export function systemView(world: World, id: string, width: number, notes: SystemNotes | string): Sheet {
  const { name, silo } = world.system(id);
  const known = world.report.systems.find(({ system_id }) => system_id === id);
  const { into, out } = sidesOf(world);
  const givers = neighbours(world, into, id, '◀──');
  const takers = neighbours(world, out, id, '──▶');
  const about = [silo, known?.kind?.replaceAll('_', ' '), known?.owner && `owner ${known.owner}`]
    .filter(Boolean)
    .join(' · ');
  return sheetOf(name, [
    row([piece(name, 'strong'), piece(`  ${id}`, 'dim')]),
    row([piece(about === '' ? 'The inventory does not know it.' : about, 'dim')]),
    ...(typeof notes === 'string' ? rowsOf(labelled('', 0, notes, width, 'dim')) : noteRows(notes, width)),
    ...section(`${countOf(givers.length, 'system')} giving to it`, givers),
    ...section(`${countOf(takers.length, 'system')} getting from it`, takers),
    ...findingRows(world, id, width),
  ]);
}
