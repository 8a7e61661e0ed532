import { groupDigits } from '../../text/numbers.js';
import { type Facet, facets, parseQuery, toggle } from '../findings/query.js';
import { cell, piece } from '../line.js';
import { type Row, row, type Sheet, section, sheetOf } from '../sheet.js';
import type { State } from '../state.js';
import type { World } from '../world.js';

/** Values of a facet that are listed; others can be typed. */
const most = 12;
const shownFacets = facets.filter((facet) => facet !== 'is');

/** Values of a facet with how many findings each would leave, the chosen ones marked. */
function choices({ shelf }: World, state: State, facet: Facet): Row[] {
  const query = parseQuery(state.query);
  const chosen = query.by.get(facet) ?? [];
  const rest = { ...query, by: new Map([...query.by].filter(([name]) => name !== facet)) };
  const counts = shelf.count(facet, shelf.select(rest)).filter(([value]) => value !== '');
  const listed = counts.filter(([value], at) => at < most || chosen.includes(value.toLowerCase()));
  return listed.map(([value, count]) => {
    const isChosen = (toggle(query, facet, value).by.get(facet) ?? []).length < chosen.length;
    return row(
      [
        piece(isChosen ? '  [x] ' : '  [ ] ', isChosen ? 'strong' : 'dim'),
        piece(cell(groupDigits(count), 8, 'right')),
        piece(`  ${value}`, isChosen ? 'strong' : 'plain'),
      ],
      `toggle:${facet}:${value}`,
    );
  });
}

/** By what the list can be narrowed: Enter takes a value in or out. */
export const filtersView = (world: World, state: State): Sheet =>
  sheetOf(
    state.query === '' ? 'Narrow the findings: Enter chooses, Esc shows them' : `Findings for ${state.query}`,
    shownFacets.flatMap((facet) => section(facet, choices(world, state, facet))).slice(1),
  );
