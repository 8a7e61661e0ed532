import { countOf } from '../../report/parts/shares.js';
import { channelWords } from '../../report/parts/subject.js';
import { groupDigits, renderSeconds } from '../../text/numbers.js';
import type { Atlas, Loop } from '../estate.js';
import type { Table } from '../pictures/picture.js';
import { type Answer, carries } from './answer.js';
import { drawFeedback } from './feedback-picture.js';

const outcomeWords = (outcome: string): string => outcome.replace('outcome.', '').replaceAll('_', ' ');

/** Where the way back stops, if not between its two ends: no flow at all, one that does not carry the outcome, or too late. */
function missingAt({ graph, flows, system }: Atlas, { from, to, outcome, latency_s }: Loop): string {
  if (latency_s !== null) return `too late: ${renderSeconds(latency_s)}`;
  const way = graph.way(from, to);
  if (way === undefined) return 'no flow leads there';
  const byId = new Map(flows.map((flow) => [flow.flow_id, flow]));
  const gap = way.flows.find(({ flowId }) => !carries(byId.get(flowId)!, outcome));
  if (gap === undefined) return 'time unknown';
  const stage = [
    ...(gap.from === from ? [] : [`from ${system(gap.from).name}`]),
    ...(gap.to === to ? [] : [`to ${system(gap.to).name}`]),
  ];
  return stage.length === 0
    ? 'a flow leads there, but does not carry it'
    : `not carried on ${stage.join(' ')}`;
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
  return {
    question,
    sentences,
    tables: [table],
    facts: {
      question: 'feedback',
      broken: broken.length,
      loops: loops.map((loop) => ({ ...loop, what_happens: state(atlas, loop) })),
    },
    picture: drawFeedback(atlas, loops, {
      id: 'feedback',
      title: question,
      description: sentences.join(' '),
      table,
    }),
  };
}
