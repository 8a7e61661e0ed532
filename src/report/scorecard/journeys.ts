import type { Journey, Scorecard } from '../../model/scorecard.js';
import { groupDigits, renderPercentage, renderSeconds } from '../../text/numbers.js';
import { type DocumentSection, type DocumentTable, tableOf } from '../document/section.js';
import { notMeasurable } from '../parts/communications.js';
import { countOf } from '../parts/shares.js';

const span = (seconds: number | null): string =>
  seconds === null ? notMeasurable : renderSeconds(Math.round(seconds));
const nameOf = ({ journey }: Journey): string => journey ?? 'unnamed';
const limits = ['1 min', '5 min', '1 h', '1 d', '1 week', '4 weeks', '12 weeks', 'longer'];

/** One sentence on how a journey went. */
function sentenceOf(journey: Journey): string {
  const { cases, success, rejected, withdrawn, abandoned, open, times, survival } = journey;
  const name = `${nameOf(journey)}: ${countOf(cases, 'case')}`;
  if (!journey.told) return `${name}; no event says how they ended.`;
  const ends = `${groupDigits(success)} succeeded, ${groupDigits(rejected)} rejected, ${groupDigits(withdrawn)} withdrawn, ${groupDigits(abandoned)} abandoned, ${groupDigits(open)} under way`;
  if (success === 0) return `${name}; ${ends}.`;
  const slow = `half within ${span(times.median)}, nine of ten within ${span(times.p90)}, all within ${span(times.max)}`;
  return `${name}; ${ends}. Of the successes ${slow}; counting those that did not succeed with the time they lasted, the median is ${span(survival)}.`;
}

/** Whom successes waited for. */
function waitOf({ journey, customer_s: customer, firm_s: firm }: Journey): string[] {
  if (customer === null || firm === null || customer + firm === 0) return [];
  const share = renderPercentage(firm, customer + firm);
  return [`${journey ?? 'unnamed'}: ${share} of the waiting was for the firm, the rest for the customer.`];
}

const bucketTable = (journeys: readonly Journey[]): DocumentTable[] =>
  tableOf({
    caption: 'Successes by time, each up to',
    heads: ['Journey', ...limits],
    rows: journeys.map((journey) => [nameOf(journey), ...journey.buckets.map(groupDigits)]),
    numeric: limits.map((_, i) => i + 1),
  });

const stepTable = (journeys: readonly Journey[]): DocumentTable[] =>
  tableOf({
    caption: 'Where cases were abandoned',
    heads: ['Journey', 'Furthest step', 'Reached it', 'Got no further', 'Share', 'Right after an error'],
    rows: journeys.flatMap((journey) =>
      journey.steps.map(({ activity, reached, abandoned, after_error: wrong }) => [
        nameOf(journey),
        activity,
        groupDigits(reached),
        groupDigits(abandoned),
        renderPercentage(abandoned, reached),
        groupDigits(wrong),
      ]),
    ),
    numeric: [2, 3, 4, 5],
  });

/** Places where abandoned cases were last heard of that a page shows of a journey. */
const mostLasts = 8;

const lastTable = (journeys: readonly Journey[]): DocumentTable[] =>
  tableOf({
    caption: `Where abandoned cases were last heard of${journeys.some(({ lasts }) => lasts.length > mostLasts) ? `, the ${mostLasts} most frequent places of each journey` : ''}`,
    heads: ['Journey', 'Last event', 'Channel', 'Last message', 'Cases', 'Had a message error', 'Since then'],
    rows: journeys.flatMap((journey) =>
      journey.lasts
        .slice(0, mostLasts)
        .map(({ activity, channel, message, abandoned, after_error: wrong, since_error_s: since }) => [
          nameOf(journey),
          activity,
          channel ?? 'not told',
          message ?? 'none named',
          groupDigits(abandoned),
          groupDigits(wrong),
          since === null ? '' : renderSeconds(since),
        ]),
    ),
    numeric: [4, 5, 6],
  });

const documentTable = (journeys: readonly Journey[]): DocumentTable[] =>
  tableOf({
    caption: 'Documents asked for although they had been given and still held, in persons',
    heads: ['Journey', 'Document', 'Asked', 'Asked again', 'By the same silo or team', 'By another'],
    rows: journeys.flatMap((journey) =>
      journey.documents.map(({ document_type: type, asked, again, by_same: same, by_other: other }) => [
        nameOf(journey),
        type,
        ...[asked, again, same, other].map(groupDigits),
      ]),
    ),
    numeric: [2, 3, 4, 5],
  });

/** How journeys went, how long they took, and where they stopped. */
export const journeySection = ({ journeys }: Scorecard): DocumentSection => ({
  id: 'journeys',
  title: 'Journeys',
  items: [...journeys.map(sentenceOf), ...journeys.flatMap(waitOf)],
  tables: journeys.some(({ told }) => told)
    ? [...bucketTable(journeys), ...stepTable(journeys), ...lastTable(journeys), ...documentTable(journeys)]
    : documentTable(journeys),
});
