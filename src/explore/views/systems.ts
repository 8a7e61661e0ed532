import type { Report } from '../../model/report.js';
import { compareText } from '../../text/compare.js';
import { groupDigits } from '../../text/numbers.js';
import { cell, type Line, piece } from '../line.js';
import type { Sheet } from '../sheet.js';
import type { World } from '../world.js';

type System = Report['systems'][number];

/** Systems of the inventory, those with most findings first. */
function ranked({ report, findingsAt }: World): { system: System; findings: number }[] {
  return report.systems
    .map((system) => ({ system, findings: findingsAt(system.system_id).length }))
    .sort((a, b) => b.findings - a.findings || compareText(a.system.system_id, b.system.system_id));
}

function systemLine({ name, silo, owner, has_data }: System, findings: number, width: number): Line {
  const rest = width - 14;
  const part = Math.floor(rest / 3);
  return [
    piece(`${cell(groupDigits(findings), 10, 'right')}  `, findings > 0 ? 'plain' : 'dim'),
    piece(`${cell(name, part + 4)} `),
    piece(`${cell(silo, part - 4)} `, 'dim'),
    piece(has_data ? (owner ?? 'nobody named') : 'no data given', 'dim'),
  ];
}

const kept = new WeakMap<World, ReturnType<typeof ranked>>();

/** Every system, with how many findings concern it. */
export function systemsView(world: World): Sheet {
  const systems = kept.get(world) ?? ranked(world);
  kept.set(world, systems);
  return {
    title: `${groupDigits(systems.length)} systems, most findings first`,
    length: systems.length,
    line: (at, width) => (systems[at] ? systemLine(systems[at].system, systems[at].findings, width) : []),
    target: (at) => systems[at] && `system:${systems[at].system.system_id}`,
  };
}
