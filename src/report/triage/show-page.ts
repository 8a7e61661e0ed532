import type { Triage, TriageGroup } from '../../model/triage.js';
import { cleanDeep } from '../../text/escape.js';
import { renderSection } from '../document/html.js';
import { renderBadge } from '../html/severity.js';
import { noPersons, renderMenu, renderShell } from '../html/shell.js';
import { renderStrip } from '../html/strip.js';
import { data, Html, html, type Part } from '../html/tag.js';
import { documentOf } from './document.js';
import { isLocated, type TriagePicture, wayOf } from './page.js';
import { pageStyles } from './page-styles.js';
import { renderTimeline } from './timeline.js';
import { dayOf } from './words.js';

/** What stands in a section beside its words. */
function drawings(id: string, group: TriageGroup, triage: Triage, picture?: TriagePicture): Part {
  if (id === 'time') return renderTimeline(group, triage.as_of, 'time');
  if (id === 'where')
    return picture
      ? html`${new Html(picture.markup)}`
      : renderStrip(isLocated(group) ? wayOf(group, triage) : [], 'way');
  return id === 'what' ? html`<p>${renderBadge(group.severity)}</p>` : '';
}

/** The root-cause report of a group on a page that stands alone. */
export function renderShowPage(rawGroup: TriageGroup, rawTriage: Triage, picture?: TriagePicture): string {
  const [group, triage] = cleanDeep([rawGroup, rawTriage] as const);
  const { title, kicker, sections } = documentOf(group, triage);
  return renderShell({
    title: `${title}, as of ${dayOf(triage.as_of)}`,
    heading: data(title),
    kicker: data(kicker),
    menu: renderMenu(sections.map(({ id, title: words }) => [id, words] as const)),
    styles: pageStyles(picture?.styles),
    privacy: noPersons,
    body: sections.map((part) =>
      renderSection(part, group.severity, drawings(part.id, group, triage, picture)),
    ),
  });
}
