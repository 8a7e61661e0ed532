import { countOf } from '../../report/parts/shares.js';
import { drawCoupling } from '../coupling/draw.js';
import { type Coupling, measureCoupling, startCount } from '../coupling/measure.js';
import { couplingTables, leftOut, siloLines } from '../coupling/tables.js';
import type { Atlas } from '../estate.js';
import { drawNetwork } from '../pictures/network.js';
import { type Answer, hopOf } from './answer.js';

const question = 'Do the declared silos match how systems exchange data?';

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;
const two = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2);

const poor = 0.65;

/** Words for an index as Steinley proposes them (2004, doi:10.1037/1082-989X.9.3.386): 0.9, 0.8, 0.65. */
function verdict(index: number): string {
  if (index >= 0.9) return 'match well';
  if (index >= 0.8) return 'match, with some exceptions';
  return index >= poor ? 'match in part' : 'match poorly';
}

function tellStability(stability: number): string {
  const words = `${startCount} starts agree with each other to ${two(stability)}`;
  if (stability >= 0.9) return `The groups are stable: ${words}.`;
  return stability >= 0.65
    ? `The groups are fairly stable: ${words}.`
    : `The groups are unstable, so read them with care: ${words} only.`;
}

function tellMisplaced({ misplaced }: Coupling): string {
  const sure = misplaced.filter(({ starts }) => starts * 2 > startCount).length;
  const rest = misplaced.length - sure;
  const more = rest === 0 ? '' : `, ${rest} more in fewer`;
  if (sure === 0 && rest === 0) return 'No system exchanges more with another silo and is found there.';
  return `${countOf(sure, 'system')} ${sure === 1 ? 'exchanges' : 'exchange'} more with another silo than with ${sure === 1 ? 'its' : 'their'} own and ${sure === 1 ? 'is' : 'are'} found with it in most starts${more}.`;
}

function tell(coupling: Coupling): string[] {
  const { index, declaredModularity, foundModularity, exchange, groups } = coupling;
  const gain = foundModularity - declaredModularity;
  const difference = Math.abs(gain) < 0.005 ? '' : `, ${two(Math.abs(gain))} ${gain < 0 ? 'less' : 'more'}`;
  return [
    `They ${verdict(index)}: adjusted Rand index ${two(index)} between ${countOf(exchange.silos.length, 'silo')} and ${countOf(new Set(groups).size, 'group')} found (1 the same, 0 as by chance).`,
    `Modularity is ${two(declaredModularity)} by silos and ${two(foundModularity)} by groups${difference}.`,
    tellStability(coupling.stability),
    tellMisplaced(coupling),
    ...(index < poor
      ? ['Silos cut by function, such as output or service, exchange with others by design.']
      : []),
    ...leftOut(coupling),
  ];
}

const factsOf = (coupling: Coupling) => ({
  question: 'coupling',
  measurable: true,
  reason: null,
  adjusted_rand_index: rounded(coupling.index),
  modularity: {
    declared: rounded(coupling.declaredModularity),
    found: rounded(coupling.foundModularity),
    difference: rounded(coupling.foundModularity - coupling.declaredModularity),
  },
  stability: { starts: startCount, mean_adjusted_rand_index: rounded(coupling.stability) },
  misplaced: coupling.misplaced.map((one) => ({
    system_id: one.system.system_id,
    silo_id: one.system.silo_id,
    exchanges_most_with: one.with,
    fields_with_it: one.fieldsWith,
    fields_with_own: one.fieldsOwn,
    starts_that_agree: one.starts,
    flows: one.flows.map(({ flow, weight }) => ({ ...hopOf(flow), fields: weight })),
  })),
  silos: siloLines(coupling).map(({ silo, inside, across, ...line }) => ({
    silo_id: silo,
    ...line,
    fields_inside: inside,
    fields_across: across,
  })),
  groups: [...new Set(coupling.groups)]
    .sort((a, b) => a - b)
    .map((group) => ({
      group: group + 1,
      systems: coupling.exchange.systems
        .filter((_, node) => coupling.groups[node] === group)
        .map(({ system_id }) => system_id),
    })),
  left_out: {
    systems: coupling.exchange.idle.map(({ system_id }) => system_id),
    flows: coupling.exchange.outside,
  },
  flows_without_fields: coupling.exchange.unnamed,
});

/** Nothing is claimed where nothing can be compared. */
function notMeasurable(reason: string): Answer {
  const sentences = [`Not measurable: ${reason}.`];
  const table = { caption: question, heads: ['Nothing'], rows: [], numeric: [] };
  const about = { id: 'coupling', title: question, description: sentences[0]!, table };
  return {
    question,
    sentences,
    tables: [],
    facts: {
      question: 'coupling',
      measurable: false,
      reason,
      adjusted_rand_index: null,
      modularity: null,
      stability: null,
      misplaced: [],
    },
    picture: drawNetwork(about, [{ id: '', name: 'Not measurable', notes: [], kind: 'faint' }], []),
  };
}

/** `--coupling`: whether systems exchange data within the silos they are declared in. */
export async function askCoupling(atlas: Atlas): Promise<Answer> {
  const coupling = await measureCoupling(atlas);
  if (typeof coupling === 'string') return notMeasurable(coupling);
  const sentences = tell(coupling);
  const tables = couplingTables(atlas, coupling);
  return {
    question,
    sentences,
    tables,
    facts: factsOf(coupling),
    picture: drawCoupling(atlas, coupling, {
      id: 'coupling',
      title: question,
      description: sentences.join(' '),
      table: tables[0]!,
    }),
  };
}
