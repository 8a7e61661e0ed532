import { byCodeUnit } from '../../graph/index.js';
import type { Row } from '../../store/store.js';
import { groupBy } from '../../text/group-by.js';
import { arrivedOf } from './observe.js';
import type { PutBack } from './read.js';
import type { Results, Telling } from './results.js';
import type { Places } from './shown.js';
import { intervalColumns } from './wilson.js';

function rowOf(group: readonly PutBack[], results: Results, codes: Places): { row: Row; codes: number[] } {
  const [{ to_no, channel_no }] = group as [PutBack];
  const keepers = [...results.pairs.values()].map(({ from }) => from);
  const nameOf = (no: number): string => keepers.find(({ system_no }) => system_no === no)!.system_id;
  const pair = [...results.pairs.values()].find(
    ({ from, to }) => from === to && from.system_no === to_no && from.channel_no === channel_no,
  )!;
  const sum = (rows: readonly PutBack[]) => rows.reduce((total, { persons }) => total + persons, 0);
  const persons = sum(group);
  const arrived = results.observed
    .filter(({ observation }) => observation.to === nameOf(to_no) && observation.field === pair.field)
    .reduce((total, { observation }) => total + arrivedOf(observation), 0);
  const names = (list: readonly string[]) => [...new Set(list)].sort(byCodeUnit).join('|');
  const row = {
    system_id: nameOf(to_no),
    field: pair.field,
    by: names(group.map(({ actor_type }) => actor_type)),
    givers: names(group.map(({ from_no }) => nameOf(from_no))),
    persons,
    persons_of: persons + arrived,
    ...intervalColumns(persons, persons + arrived),
    refusals: sum(group.filter(({ deny }) => deny)),
  };
  const shown = group.map(({ example, from_no }) => ({ example, systems: [from_no, to_no] }));
  return { row, codes: shown.flatMap(codes) };
}

/** Rows of `fact_overwritten`, by system and field. */
export function overwrittenRows(results: Results, codes: Places, { render, dayOf }: Telling): Row[] {
  const groups = groupBy(results.putBack, (row) => `${row.to_no} ${row.channel_no}`);
  return [...groups.values()].map((group) => {
    const { row, codes: places } = rowOf(group, results, codes);
    const [first, last] = [
      Math.min(...group.map(({ first_ms }) => first_ms)),
      Math.max(...group.map(({ last_ms }) => last_ms)),
    ];
    const days = { first_day: dayOf(places, first), last_day: dayOf(places, last) };
    return { ...row, ...days, evidence: render(places) };
  });
}
