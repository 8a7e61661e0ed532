import type { Triage, TriageGroup } from '../../model/triage.js';
import { cleanDeep } from '../../text/escape.js';
import { groupDigits } from '../../text/numbers.js';
import { type Fact, renderFacts, renderTable } from '../html/sections/facts.js';
import { renderBadge } from '../html/severity.js';
import { noPersons, renderMenu, renderShell } from '../html/shell.js';
import { renderStrip } from '../html/strip.js';
import { data, Html, html, joined, type Part, prose, when } from '../html/tag.js';
import { asOfDay } from '../parts/as-of.js';
import { countOf } from '../parts/shares.js';
import type { Way } from '../parts/way.js';
import { pageStyles } from './page-styles.js';
import { renderTimeline } from './timeline.js';
import {
  clockWords,
  communicationWords,
  correctedWords,
  customerWords,
  detectedWords,
  holderWords,
  knownWords,
  minuteOf,
  notSeenWords,
  personWords,
  summaryWords,
} from './words.js';

/** A drawing made elsewhere, with the style sheet it needs. */
export interface TriagePicture {
  /** Safe markup. */
  readonly markup: string;
  readonly styles: string;
}

/** The way of the messages, step by step. */
export function wayOf({ path }: Pick<TriageGroup, 'path'>, { systems }: Pick<Triage, 'systems'>): Way {
  const known = new Map(
    systems.map(({ system_id, name, silo }) => [system_id, { id: system_id, name, silo }]),
  );
  const stop = (id: string) => known.get(id) ?? { id, name: id, silo: '' };
  return path
    .slice(1)
    .map((to, at) => ({ from: stop(path[at]!), to: stop(to), state: 'carried', latency: null, note: '' }));
}

/** A common origin was found; without one no single way can be shown. */
export const isLocated = ({ origin }: Pick<TriageGroup, 'origin'>): boolean => !origin.startsWith('class:');

const facts = (group: TriageGroup, asOf: string): Fact[] => [
  ['Errors', countOf(group.errors, 'error')],
  ['Persons', personWords(group)],
  [
    'Clock',
    group.overdue ? html`<span class="late">${clockWords(group, asOf)}</span>` : clockWords(group, asOf),
  ],
  ['Who', prose(holderWords(group))],
  [
    'Noticed by',
    [detectedWords(group.detected_by), customerWords(group), knownWords(group)].filter(Boolean).join('; '),
  ],
  ['Since (UTC)', minuteOf(group.since)],
  ['Put right', correctedWords(group)],
];

const items = (title: string, list: readonly string[]): Part =>
  when(
    list.length > 0,
    () => html`<h4>${title}</h4><ul class="plain">${list.map((text) => html`<li>${prose(text)}</li>`)}</ul>`,
  );

function renderGroup(group: TriageGroup, at: number, triage: Triage): Html {
  const names = group.communications.map((one) => data(communicationWords(one)));
  return html`<article id="${group.key}" class="finding ${group.severity}" tabindex="-1">
<header><h3>${renderBadge(group.severity)} ${at}. ${data(group.title)}</h3><a class="anchor" href="#${encodeURIComponent(group.key)}">${group.key}</a></header>
<p class="state">${group.state}${when(group.overdue, () => html`, <span class="late">overdue</span>`)}: ${prose(group.state_why)}</p>
<p class="message">${prose(group.cause)}</p>
${renderTimeline(group, triage.as_of, `time-${at}`)}
${renderFacts(facts(group, triage.as_of))}
${renderStrip(isLocated(group) ? wayOf(group, triage) : [], `way-${at}`)}
<details><summary>What to do, and what passes there</summary><div class="body">
${items('Next steps', group.next)}${items('What agents may do at once', group.agent)}${items('What agents hand over', group.up)}${items('What waits for approval', group.approval)}
${when(names.length > 0, () => html`<h4>Affected communications</h4><p>${joined(names, ', ')}</p>`)}
<p class="commands">Everybody hit: <code>unsilo affected ${group.key}</code><br>The whole report: <code>unsilo triage show ${group.key} --format html=cause.html</code></p>
</div></details>
</article>`;
}

function renderSummary(triage: Triage): Html {
  const rows = triage.harms.map(({ harm, severity, doc, errors, groups, open, overdue }) => [
    renderBadge(severity),
    html`${harm.replaceAll('_', ' ')}<br><span class="role">${doc}</span>`,
    ...[errors, groups, open, overdue].map(groupDigits),
  ]);
  const noticed = detectedWords(triage.detection.detected_by);
  const notSeen = notSeenWords(triage);
  return html`<section aria-labelledby="summary"><h2 id="summary">By harm</h2>
<p>${summaryWords(triage)}.${when(noticed !== '', () => html` Noticed by ${noticed}.`)}</p>
${when(notSeen !== '', () => html`<p class="limit">${notSeen}.</p>`)}
${when(rows.length > 0, () => renderTable('Harm, worst first', ['Severity', 'Harm', 'Errors', 'Groups', 'Open', 'Overdue'], rows, [2, 3, 4, 5]))}</section>`;
}

/** Communications with the groups whose cause they pass, most groups first. */
function renderCommunications(open: readonly TriageGroup[]): Part {
  const found = new Map<string, { words: string; at: number[] }>();
  for (const [i, group] of open.entries())
    for (const one of group.communications) {
      const key = JSON.stringify([one.communication_id, one.channel]);
      const entry = found.get(key) ?? { words: communicationWords(one), at: [] };
      entry.at.push(i + 1);
      found.set(key, entry);
    }
  const rows = [...found.values()]
    .sort((a, b) => b.at.length - a.at.length || a.at[0]! - b.at[0]!)
    .map(({ words, at }) => [
      data(words),
      joined(
        at.map((n) => html`<a href="#${open[n - 1]!.key}">${n}</a>`),
        ', ',
      ),
    ]);
  return when(
    rows.length > 0,
    () => html`<section aria-labelledby="communications"><h2 id="communications">Affected communications</h2>
${renderTable('What passes where a cause sits', ['Communication', 'Groups'], rows)}</section>`,
  );
}

const renderResolved = (resolved: readonly TriageGroup[]): Part =>
  when(
    resolved.length > 0,
    () =>
      html`<section aria-labelledby="resolved"><h2 id="resolved">Resolved</h2><ul class="group-list">${resolved.map(
        (group) => html`<li>${data(group.title)} (${group.key}): ${prose(group.state_why)}</li>`,
      )}</ul></section>`,
  );

const renderMap = (picture: TriagePicture | undefined): Part =>
  picture === undefined
    ? ''
    : html`<section aria-labelledby="map"><h2 id="map">Where the causes sit</h2>${new Html(picture.markup)}</section>`;

/** All groups on a page that stands alone. */
export function renderTriagePage(raw: Triage, picture?: TriagePicture): string {
  const triage = cleanDeep(raw);
  const open = triage.groups.filter(({ state }) => state !== 'resolved');
  const resolved = triage.groups.filter(({ state }) => state === 'resolved');
  const hasCommunications = open.some(({ communications }) => communications.length > 0);
  return renderShell({
    title: `${triage.ecosystem}: errors ${asOfDay(triage.as_of)}`,
    heading: data(triage.ecosystem),
    kicker: data(`Errors in customer communication, ${asOfDay(triage.as_of)}`),
    menu: renderMenu([
      ['summary', 'By harm'],
      ...(picture ? [['map', 'Map'] as const] : []),
      ['groups', 'Groups'],
      ...(hasCommunications ? [['communications', 'Communications'] as const] : []),
      ...(resolved.length > 0 ? [['resolved', 'Resolved'] as const] : []),
    ]),
    styles: pageStyles(picture?.styles),
    privacy: noPersons,
    body: html`${renderSummary(triage)}
${renderMap(picture)}
<section aria-labelledby="groups"><h2 id="groups">What to do first</h2>
${open.length === 0 ? html`<p>No group of errors is open.</p>` : open.map((group, at) => renderGroup(group, at + 1, triage))}</section>
${renderCommunications(open)}${renderResolved(resolved)}`,
  });
}
