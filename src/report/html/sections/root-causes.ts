import type { ErrorGroup } from '../../../model/report.js';
import { groupDigits, renderExpected } from '../../../text/numbers.js';
import {
  errorClassWords,
  explainedWords,
  originWords,
  ratioWords,
  rootCauseSentence,
} from '../../parts/error-words.js';
import { shareOf } from '../../parts/shares.js';
import { readPathWay } from '../../parts/way.js';
import { anchorOf, type Context } from '../context.js';
import { renderStrip } from '../strip.js';
import { data, type Html, html, joined, type Part, when } from '../tag.js';
import { type Fact, renderFacts } from './facts.js';

const instant = (text: string | null): string => (text === null ? '' : text.slice(0, 16).replace('T', ' '));

const facts = (group: ErrorGroup): Fact[] => [
  ['Errors', shareOf({ count: group.errors, of: group.errors_of }, 'error')],
  [
    'Among messages',
    group.pattern === '' ? '' : shareOf({ count: group.messages, of: group.messages_of }, 'message'),
  ],
  ['Expected', group.expected === null ? '' : renderExpected(Number(group.expected))],
  ['Ratio', ratioWords(group)],
  ['Explains', explainedWords(group)],
  [
    'By accident',
    group.p_adjusted === null ? '' : html`p ${group.p_adjusted}, all patterns tried counted in`,
  ],
  ['Persons hit', groupDigits(group.persons)],
  ['Further persons exposed', groupDigits(group.exposed)],
  ['Found by customers first', shareOf({ count: group.by_customer, of: group.errors }, 'error')],
  ['First seen (UTC)', instant(group.first_at)],
  ['Last seen (UTC)', instant(group.last_at)],
];

/** Something in common was found; without it no single way through the systems can be shown. */
const isLocated = (group: ErrorGroup): boolean => !group.origin.startsWith('class:');

function renderPattern(group: ErrorGroup): Part {
  const others = group.same_rows_as.map((name) => html`<code>${data(name)}</code>`);
  return when(
    group.pattern !== '',
    () =>
      html`<p>In common: <code>${data(group.pattern)}</code>${when(
        others.length > 0,
        () => html`<br>Other names of the same rows: ${joined(others, ', ')}`,
      )}</p>`,
  );
}

function renderGroup(group: ErrorGroup, index: number, context: Context): Html {
  const anchor = anchorOf(context.report.error_groups, group);
  const back = group.fingerprint;
  return html`<article id="${anchor}" class="cause" tabindex="-1">
<h3>${errorClassWords(group.error_class)}: ${data(originWords(group.origin, context.system))}</h3>
<p>${rootCauseSentence(group)}</p>
${renderPattern(group)}
${renderFacts(facts(group), 'facts wide')}
${renderStrip(readPathWay(context.report, isLocated(group) ? group.path : []), `cause-way-${index}`)}
${when(back !== null, () => html`<p class="more"><a href="#${encodeURIComponent(back ?? '')}">The finding and what to do</a></p>`)}
</article>`;
}

/** One page of its own for each group of errors with one cause. */
export function renderRootCauses(context: Context): Part {
  const groups = context.report.error_groups;
  return when(
    groups.length > 0,
    () => html`<section aria-labelledby="root-causes">
<h2 id="root-causes">Root causes of errors</h2>
${[...groups.filter(isLocated), ...groups.filter((group) => !isLocated(group))].map((group, index) => renderGroup(group, index, context))}
</section>`,
  );
}
