import type { Channel } from '../../../model/communications.js';
import { groupDigits } from '../../../text/numbers.js';
import { communicationTitle, costWords, measureWords } from '../../parts/communications.js';
import { channelWords } from '../../parts/subject.js';
import type { Context } from '../context.js';
import { data, type Html, html, type Part, when } from '../tag.js';
import { renderTable } from './facts.js';

const most = 300;
const none = 'n/m';

/** A column; `measured` says whether a row has anything to tell. */
interface Column {
  readonly head: string;
  readonly cell: (row: Channel) => string;
  readonly measured: (row: Channel) => boolean;
}

const always = (head: string, cell: (row: Channel) => string): Column => ({
  head,
  cell,
  measured: () => true,
});
const share = (
  head: string,
  count: (row: Channel) => number | null,
  of: (row: Channel) => number | null,
): Column => ({
  head,
  cell: (row) => measureWords(count(row), of(row), none),
  measured: (row) => count(row) !== null,
});

const columns: readonly Column[] = [
  always('Messages', (row) => groupDigits(row.messages)),
  always('Persons', (row) => measureWords(row.persons, row.persons_of)),
  always('With outcome', (row) => groupDigits(row.observed)),
  share(
    'Delivered',
    (row) => row.delivered,
    (row) => row.observed,
  ),
  share(
    'Failed',
    (row) => row.failed,
    (row) => row.observed,
  ),
  share(
    'Returned',
    (row) => row.returned,
    (row) => row.observed,
  ),
  share(
    'Opened',
    (row) => row.opened,
    (row) => row.delivered,
  ),
  share(
    'Answered',
    (row) => row.answered,
    (row) => row.delivered,
  ),
  share(
    'Complaints',
    (row) => row.complained,
    (row) => row.delivered,
  ),
  share(
    'Opt-outs',
    (row) => row.opted_out,
    (row) => row.delivered,
  ),
  share(
    'Late',
    (row) => row.late,
    (row) => row.due,
  ),
  { head: 'Cost', cell: (row) => costWords(row, none), measured: (row) => row.cost !== null },
];

function tableOf(
  caption: string,
  head: string,
  shown: readonly Column[],
  rows: readonly (readonly [string, Channel])[],
): Html {
  return renderTable(
    caption,
    [head, ...shown.map((column) => column.head)],
    rows.map(([name, row]) => [data(name), ...shown.map((column) => column.cell(row))]),
    shown.map((_, index) => index + 1),
  );
}

/** What messages achieve, by channel and by communication; what no log tells is said in a sentence. */
export function renderChannels({ report }: Context): Part {
  const all = report.channels.filter(({ communication }) => communication === null);
  const single = report.channels.filter(({ communication }) => communication !== null);
  const shown = columns.filter(({ measured }) => all.some(measured));
  const untold = columns.filter((column) => !shown.includes(column)).map(({ head }) => head.toLowerCase());
  const titled = (row: Channel): [string, Channel] => [
    communicationTitle({ name: row.name ?? row.communication ?? '', channel: row.channel }),
    row,
  ];
  const channels = all.map((row): [string, Channel] => [channelWords(row.channel), row]);
  return when(
    all.length > 0,
    () => html`<section aria-labelledby="channels">
<h2 id="channels">Channel effectiveness</h2>
<p>From the logs. Delivered, failed and returned are shares of the messages with an outcome; opened, answered, complaints and opt-outs of those delivered. <strong>${none}</strong>: not measurable, the logs of the channel never tell.${when(untold.length > 0, () => ` Not measurable on any channel: ${untold.join(', ')}.`)}</p>
${tableOf('By channel', 'Channel', shown, channels)}
${when(single.length > 0, () => html`<details><summary>By communication</summary>${tableOf('By communication', 'Communication', shown, single.slice(0, most).map(titled))}</details>`)}
${when(single.length > most, () => html`<p>${groupDigits(single.length - most)} more are in the JSON report.</p>`)}
</section>`,
  );
}
