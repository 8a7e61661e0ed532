import type { Channel } from '../../../model/communications.js';
import { groupDigits } from '../../../text/numbers.js';
import { costWords, measureWords } from '../../parts/communications.js';
import { channelWords } from '../../parts/subject.js';
import type { Context } from '../context.js';
import { data, type Html, html, type Part, when } from '../tag.js';
import { renderTable } from './facts.js';

const most = 300;
const none = 'n/m';
const heads = [
  'Messages',
  'Persons',
  'With outcome',
  'Delivered',
  'Failed',
  'Opened',
  'Answered',
  'Complaints',
  'Opt-outs',
];
const more = ['Returned', 'Late', 'Cost'];
const numeric = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const counts = (row: Channel): string[] => {
  const of = row.delivered;
  return [
    groupDigits(row.messages),
    measureWords(row.persons, row.persons_of),
    groupDigits(row.observed),
    measureWords(row.delivered, row.observed, none),
    measureWords(row.failed, row.observed, none),
    measureWords(row.opened, of, none),
    measureWords(row.answered, of, none),
    measureWords(row.complained, of, none),
    measureWords(row.opted_out, of, none),
    measureWords(row.returned, row.observed, none),
    measureWords(row.late, row.due, none),
    costWords(row, none),
  ];
};

const tableOf = (caption: string, head: string, rows: readonly (readonly [string, Channel])[]): Html =>
  renderTable(
    caption,
    [head, ...heads, ...more],
    rows.map(([name, row]) => [data(name), ...counts(row)]),
    numeric,
  );

/** What messages achieve, by channel and by communication. */
export function renderChannels({ report }: Context): Part {
  const all = report.channels.filter(({ communication }) => communication === null);
  const single = report.channels.filter(({ communication }) => communication !== null);
  const named = (row: Channel): [string, Channel] => [
    `${row.name ?? row.communication} by ${channelWords(row.channel)}`,
    row,
  ];
  return when(
    all.length > 0,
    () => html`<section aria-labelledby="channels">
<h2 id="channels">Channel effectiveness</h2>
<p>From the logs. Delivered, failed and returned are shares of the messages with an outcome; opened, answered, complaints and opt-outs of those delivered. <strong>n/m</strong>: not measurable, the logs of the channel never tell.</p>
${tableOf(
  'By channel',
  'Channel',
  all.map((row) => [channelWords(row.channel), row]),
)}
${when(single.length > 0, () => html`<details><summary>By communication</summary>${tableOf('By communication', 'Communication', single.slice(0, most).map(named))}</details>`)}
${when(single.length > most, () => html`<p>${groupDigits(single.length - most)} more are in the JSON report.</p>`)}
</section>`,
  );
}
