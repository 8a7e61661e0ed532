import { renderSection } from '../../document/html.js';
import { isEmpty } from '../../document/section.js';
import { scorecardMethod, scorecardSections } from '../../scorecard/sections.js';
import type { Context } from '../context.js';
import { html, type Part } from '../tag.js';
import { renderFacts } from './facts.js';

/** How the ecosystem and its silos do, how far the goals are, and what the measures count. */
export function renderScorecard({ report: { scorecard } }: Context): Part {
  const facts = scorecardMethod(scorecard).facts ?? [];
  const parts = scorecardSections(scorecard).filter((part) => !isEmpty(part));
  if (parts.length === 0) return '';
  return html`${parts.map((part) => renderSection(part, 'measures'))}
<details><summary>What the measures count</summary>${renderFacts(facts)}</details>`;
}
