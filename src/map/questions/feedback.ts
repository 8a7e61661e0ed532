import { countOf } from '../../report/parts/shares.js';
import { channelWords } from '../../report/parts/subject.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import type { Atlas, Loop } from '../estate.js';
import { drawNetwork } from '../pictures/network.js';
import type { Table } from '../pictures/picture.js';
import { type Answer, carries } from './answer.js';

const outcomeWords = (outcome: string): string => outcome.replace('outcome.', '').replaceAll('_', ' ');

/** Where the way back stops: no flow at all, flows that do not carry the outcome, or too late. */
function missingAt({ graph, flows, system }: Atlas, { from, to, outcome, latency_s }: Loop): string {
  if (latency_s !== null) return `too late: ${renderSeconds(latency_s)}`;
  const way = graph.way(from, to);
  if (way === undefined) return `no flow leads from ${system(from).name} to ${system(to).name}`;
  const byId = new Map(flows.map((flow) => [flow.flow_id, flow]));
  const gap = way.flows.find(({ flowId }) => !carries(byId.get(flowId)!, outcome));
  return gap === undefined
    ? 'time unknown'
    : `${outcome} is not carried from ${system(gap.from).name} to ${system(gap.to).name}`;
}

const state = (atlas: Atlas, loop: Loop): string =>
  loop.present
    ? loop.latency_s === null
      ? 'comes back'
      : `comes back within ${renderSeconds(loop.latency_s)}`
    : missingAt(atlas, loop);

/** Loops that miss first, and of these where most messages had that outcome. */
const order = (loops: readonly Loop[]): Loop[] =>
  [...loops].sort((a, b) => Number(a.present) - Number(b.present) || b.messages - a.messages);

function tableOf(atlas: Atlas, loops: readonly Loop[]): Table {
  return {
    caption: 'Outcomes that must come back, those that do not first',
    heads: ['Outcome', 'Channel', 'Seen in', 'Must reach', 'Because it is', 'What happens', 'Messages'],
    rows: loops.map((loop) => [
      outcomeWords(loop.outcome),
      loop.channel === '' ? '' : channelWords(loop.channel),
      atlas.system(loop.from)?.name ?? loop.from,
      atlas.system(loop.to)?.name ?? loop.to,
      loop.because,
      state(atlas, loop),
      groupDigits(loop.messages),
    ]),
    numeric: [6],
  };
}

/** `--feedback`: every outcome that must come back to somebody, and whether it does. */
export function askFeedback(atlas: Atlas): Answer {
  const loops = order(atlas.loops);
  const broken = loops.filter(({ present }) => !present);
  const question = 'Which outcomes come back to those who must know of them?';
  const sentences =
    loops.length === 0
      ? ['The inventory names no channel and no place of correction from which anything must come back.']
      : [
          `${broken.length} of ${countOf(loops.length, 'feedback loop')} ${broken.length === 1 ? 'is' : 'are'} broken.`,
        ];
  const table = tableOf(atlas, loops);
  const ends = (key: 'from' | 'to') => [...new Set(loops.map((loop) => loop[key]))];
  const told = (id: string, key: 'from' | 'to'): string => {
    const own = loops.filter((loop) => loop[key] === id);
    return `${own.filter(({ present }) => !present).length} of ${own.length} ${key === 'from' ? 'do not get out' : 'do not arrive'}`;
  };
  const nodes = (['from', 'to'] as const).flatMap((key, column) =>
    ends(key).map((id) => ({
      id: `${key}:${id}`,
      name: atlas.system(id)?.name ?? id,
      notes: [told(id, key)],
      column,
    })),
  );
  const pairs = new Map<string, { from: string; to: string; missing: boolean }>();
  for (const { from, to, present } of loops) {
    const known = pairs.get(`${from}>${to}`);
    pairs.set(`${from}>${to}`, {
      from: `from:${from}`,
      to: `to:${to}`,
      missing: !present || (known?.missing ?? false),
    });
  }
  return {
    question,
    sentences,
    tables: [table],
    facts: {
      question: 'feedback',
      broken: broken.length,
      loops: loops.map((loop) => ({ ...loop, what_happens: state(atlas, loop) })),
    },
    picture: drawNetwork(
      { id: 'feedback', title: question, description: sentences.join(' '), table },
      nodes,
      [...pairs.values()],
    ),
  };
}
