import type { Progress } from '../../model/progress.js';
import { cleanDeep } from '../../text/escape.js';
import { renderSection } from '../document/html.js';
import { isEmpty } from '../document/section.js';
import { noPersons, renderMenu, renderShell } from '../html/shell.js';
import { data, html, type Part } from '../html/tag.js';
import { pageStyles } from '../triage/page-styles.js';
import { dayOf } from '../triage/words.js';
import { progressSections } from './sections.js';
import { renderTrend, trendStyles } from './trend-picture.js';

const pictures = ({ goals, trends }: Progress): Readonly<Record<string, Part>> => ({
  goals: html`<div class="trends">${goals.map((goal, i) => renderTrend({ ...goal, id: `goal-${i}` }))}</div>`,
  trends: html`<div class="trends">${trends.filter(({ change }) => change !== null && change !== 0).map((trend, i) => renderTrend({ ...trend, id: `trend-${i}` }))}</div>`,
});

/** Progress on a page that stands alone and prints, with a picture of every trend. */
export function renderProgressPage(raw: Progress): string {
  const progress = cleanDeep(raw);
  const sections = progressSections(progress).filter((part) => !isEmpty(part));
  const drawn = pictures(progress);
  const asOf = dayOf(progress.snapshots.at(-1)!.as_of);
  return renderShell({
    title: `Progress of ${progress.ecosystem}, as of ${asOf}`,
    heading: data(`Progress of ${progress.ecosystem}`),
    kicker: data(`As of ${asOf}`),
    menu: renderMenu(sections.map(({ id, title }) => [id, title] as const)),
    styles: `${pageStyles()}${trendStyles}`,
    privacy: noPersons,
    body: sections.map((part) => renderSection(part, 'info', drawn[part.id] ?? '')),
  });
}
