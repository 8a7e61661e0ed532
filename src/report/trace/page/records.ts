import type { Trace } from '../../../model/trace.js';
import { data, html, type Part, when } from '../../html/tag.js';
import { valueWords } from '../../parts/choice-words.js';
import { countOf } from '../../parts/shares.js';
import { channelWords } from '../../parts/subject.js';
import { dayOf, linkWords, namesOf } from '../words.js';
import { placeText } from './cells.js';

/** Messages shown of those that went against nothing; those against a choice are shown all. */
const most = 50;

/** What was sent, newest first. */
export function renderMessages(trace: Trace): Part {
  const name = namesOf(trace);
  const against = trace.messages.filter(({ against: is }) => is).length;
  let plain = 0;
  const shown = trace.messages.filter(({ against: is }) => {
    if (!is) plain += 1;
    return is || plain <= most;
  });
  const rest = trace.messages.length - shown.length;
  return html`<p>${countOf(trace.messages.length, 'message')}, ${countOf(against, 'message')} of them against a choice or in spite of it${when(rest > 0, () => html`; the ${countOf(rest, 'oldest other', 'oldest others')} are left out`)}.</p>
${when(
  shown.length > 0,
  () => html`<div class="table" tabindex="0" role="region" aria-label="Messages"><table><thead><tr><th scope="col">Sent</th><th scope="col">By</th><th scope="col">Channel</th><th scope="col">What</th><th scope="col">Line</th><th scope="col">Record</th></tr></thead>
<tbody>${shown.map(
    (
      one,
    ) => html`<tr><td>${one.against ? html`<span class="differs">${dayOf(one.sent_at)}</span>` : dayOf(one.sent_at)}</td><td>${data(name(one.system_id))}</td><td>${channelWords(one.channel)}</td><td>${data(one.communication_id ?? one.comm_type)}</td><td>${data(one.lob)}</td><td><code>${placeText(one.place)}</code></td></tr>
`,
  )}</tbody></table></div>`,
)}`;
}

/** Keys, and on what they are one customer's. */
export function renderLinks(trace: Trace): Part {
  const name = namesOf(trace);
  return html`<div class="table" tabindex="0" role="region" aria-label="Links"><table><thead><tr><th scope="col">System</th><th scope="col">Key</th><th scope="col">Linked by</th><th scope="col">With</th><th scope="col">Confidence</th></tr></thead>
<tbody>${trace.keys.map(
    (
      one,
    ) => html`<tr><th scope="row">${data(name(one.system_id))}</th><td>${one.key_type.replaceAll('_', ' ')} ${data(one.key)}</td><td>${linkWords(one.basis)}</td><td>${one.linked_to === null ? '' : data(name(one.linked_to))}</td><td>${one.confidence}</td></tr>
`,
  )}</tbody></table></div>`;
}

const whyWords = {
  expired: 'no longer holds',
  later: 'holds from a later day',
  no_choice: 'is no choice',
} as const;

/** What decides nothing. */
export function renderOthers(trace: Trace): Part {
  const name = namesOf(trace);
  return html`<h3>Records that decide nothing</h3>
<div class="table" tabindex="0" role="region" aria-label="Records that decide nothing"><table><thead><tr><th scope="col">System</th><th scope="col">Record</th><th scope="col">For</th><th scope="col">Since</th><th scope="col">Why</th><th scope="col">Place</th></tr></thead>
<tbody>${trace.other_records.map(
    (
      one,
    ) => html`<tr><th scope="row">${data(name(one.system_id))}</th><td>${one.kind}: ${data(valueWords(one.value))}</td><td>${data(one.scope)}</td><td>${dayOf(one.at)}</td><td>${whyWords[one.why]}</td><td><code>${placeText(one.place)}</code></td></tr>
`,
  )}</tbody></table></div>`;
}
