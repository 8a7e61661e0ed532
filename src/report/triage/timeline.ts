import type { TriageGroup } from '../../model/triage.js';
import { type Html, html } from '../html/tag.js';
import { countOf } from '../parts/shares.js';
import { type Bucket, bucketsOf, dayOf, spanWords } from './words.js';

const size = { width: 640, height: 96, foot: 18, bars: 60 };

const renderBar =
  (step: number, most: number) =>
  ({ from, errors }: Bucket, at: number): Html => {
    const height = errors === 0 ? 0 : Math.max(2, Math.round(((size.height - size.foot) * errors) / most));
    return html`<rect x="${(at * step).toFixed(1)}" y="${size.height - size.foot - height}" width="${Math.max(1, step - 1.5).toFixed(1)}" height="${height}"><title>${from}: ${countOf(errors, 'error')}</title></rect>`;
  };

const sum = (buckets: readonly Bucket[]): number => buckets.reduce((total, { errors }) => total + errors, 0);

/** What the bars show, in words. */
function describe(buckets: readonly Bucket[], asOf: string): string {
  const peak = buckets.reduce((a, b) => (b.errors > a.errors ? b : a));
  return `${countOf(sum(buckets), 'error')} from ${buckets[0]!.from} to ${dayOf(asOf)}; most, ${peak.errors}, in ${spanWords(buckets)} from ${peak.from}.`;
}

/** Errors over time as bars of days or weeks; the day the present episode began has a mark of its own. */
export function renderTimeline(
  group: Pick<TriageGroup, 'timeline' | 'since'>,
  asOf: string,
  id: string,
): Html | '' {
  const buckets = bucketsOf(group, asOf, size.bars);
  if (buckets.length < 2) return '';
  const step = size.width / buckets.length;
  const most = Math.max(...buckets.map(({ errors }) => errors));
  const began = buckets.findLastIndex(({ from }) => from <= dayOf(group.since));
  const mark =
    began > 0
      ? html`<path class="began" d="M${(began * step).toFixed(1)} 0V${size.height - size.foot}"/>`
      : '';
  const base = size.height - size.foot;
  return html`<figure class="timeline"><svg role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}">
<title id="${id}-title">Errors over time</title><desc id="${id}-desc">${describe(buckets, asOf)}</desc>
<path class="base" d="M0 ${base}H${size.width}"/>${buckets.map(renderBar(step, most))}${mark}
<text x="0" y="${size.height - 4}">${buckets[0]!.from}</text><text class="end" x="${size.width}" y="${size.height - 4}">${dayOf(asOf)}</text></svg>
<figcaption>${describe(buckets, asOf)}${began > 0 ? ` The present episode began on ${dayOf(group.since)}.` : ''}</figcaption></figure>`;
}
