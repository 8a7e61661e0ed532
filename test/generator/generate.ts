import { exampleFaults } from './faults/example.js';
import { randomFaults } from './faults/random.js';
import type { Fault } from './faults/types.js';
import { labelsOf } from './judge/labels.js';
import type { Label } from './judge/types.js';
import { lifelike } from './life/lifelike.js';
import { liveThrough, type Size, withOutcomes, type Year } from './simulate/run.js';
import type { Blueprint } from './world/blueprint.js';
import { buildWorld } from './world/build.js';
import { exampleBank } from './world/example-bank.js';
import { shapes } from './world/shapes.js';
import type { World } from './world/types.js';
import { writeEcosystem } from './write/ecosystem.js';
import type { Files } from './write/files.js';
import { listed } from './write/listed.js';
import { renderReadme } from './write/readme.js';

/** What is asked of the generator. */
export interface Order extends Size {
  /** 0: the example bank; 1 to 5: estates of other structure. */
  readonly shape: number;
  /** `none`, `all`, or ids separated by commas. */
  readonly faults: string;
  /** Several changes of mind, families, spellings, and files in the forms analysts hold. Shapes 1 to 5 only. */
  readonly lifelike?: boolean;
  /** Percent of the flows between stores that are missing from the inventory; they run all the same. */
  readonly unlisted?: number;
}

interface Plan {
  readonly blueprint: Blueprint;
  readonly faults: readonly Fault[];
}

/** Shape 0 is the example bank with its own faults; in the others the seed draws the faults. */
function planOf({ shape, seed, lifelike: isLifelike }: Order): Plan {
  if (shape === 0) return { blueprint: exampleBank, faults: exampleFaults };
  const tidy = shapes[shape - 1];
  const blueprint = tidy && isLifelike ? lifelike(tidy, seed) : tidy;
  if (!blueprint) throw new Error(`unknown shape ${shape}; known: 0 to ${shapes.length}`);
  return { blueprint, faults: randomFaults(blueprint, seed) };
}

function chosen(all: readonly Fault[], wanted: string): Fault[] {
  if (wanted === 'none') return [];
  if (wanted === 'all') return [...all];
  const ids = wanted.split(',');
  const unknown = ids.filter((id) => !all.some((fault) => fault.id === id));
  if (unknown.length > 0)
    throw new Error(`unknown fault ${unknown.join(', ')}; known: ${all.map((fault) => fault.id).join(', ')}`);
  return all.filter((fault) => ids.includes(fault.id));
}

const broken = (blueprint: Blueprint, faults: readonly Fault[]): World => {
  const world = buildWorld(blueprint);
  for (const fault of faults) fault.apply(world);
  return world;
};

const nameOf = ({ id, kind, what }: Fault) => ({ id, kind, what });

/** What one fault alone would cause, parted into what it is about and what follows from it. */
function describe(
  blueprint: Blueprint,
  fault: Fault,
  size: Size,
  quiet: Year,
  expected: ReadonlySet<string>,
) {
  const world = broken(blueprint, [fault]);
  // Only faults about choices change what systems know and send; the others share the quiet year.
  const aboutChoices = fault.rules.some((rule) => /^preference|^flow.(undeclared|slower)/.test(rule));
  const year = aboutChoices ? liveThrough(world, size) : withOutcomes(world, size.seed, quiet);
  const alone = labelsOf(world, year).filter((label) => expected.has(`${label.rule} ${label.subject}`));
  const isAbout = (label: Label) => fault.rules.some((rule) => label.rule.startsWith(rule));
  return {
    id: fault.id,
    kind: fault.kind,
    what: fault.what,
    findings: alone.filter(isAbout),
    consequences: alone.filter((label) => !isAbout(label)),
  };
}

const commandOf = ({ persons, sends, seed, shape, faults, lifelike: isLifelike }: Order): string =>
  `npm run generate -- --persons ${persons} --sends ${sends} --seed ${seed}` +
  `${shape === 0 ? '' : ` --shape ${shape}`}${faults === 'all' ? '' : ` --faults ${faults}`}${isLifelike ? ' --lifelike' : ''} --out DIR`;

/** A world with its faults, and a year of it. */
export function live(order: Order) {
  const { blueprint, faults: all } = planOf(order);
  const faults = chosen(all, order.faults);
  const world = broken(blueprint, faults);
  return { blueprint, faults, world, year: liveThrough(world, order) };
}

/** All files of an ecosystem, with the labels of its faults in `planted.json`. Same order, same bytes. */
export function generate(order: Order): Files {
  const { blueprint, faults, world, year } = live(order);
  const labels = labelsOf(world, year);
  const files = writeEcosystem(listed(world, order.seed, order.unlisted ?? 0), year);
  const expected = new Set(labels.map((label) => `${label.rule} ${label.subject}`));
  const quiet = faults.length === 0 || world.life ? year : liveThrough(buildWorld(blueprint), order);
  const planted = {
    faults: faults.map((fault) =>
      world.life ? nameOf(fault) : describe(blueprint, fault, order, quiet, expected),
    ),
    expected: labels,
  };
  const findings = labels.length;
  files.set('README.md', renderReadme({ world, year, faults, findings, command: commandOf(order) }));
  files.set('planted.json', `${JSON.stringify(planted, null, 1)}\n`);
  return files;
}
