import { integer, must, text } from '../../model/column.js';
import { createTable } from '../../store/schema.js';
import type { Query, Row } from '../../store/store.js';
import { readDays } from '../clocks.js';
import type { FactContext } from '../context.js';
import { parseCodes, readFiles, renderEvidence } from '../evidence.js';
import { correctable } from '../preferences/detail-forms.js';
import { writeFact } from '../write-fact.js';
import { keyOf } from './expect.js';
import { states } from './heard.js';
import type { Results, Telling } from './results.js';
import { anyStep, totals, undoneSteps } from './undone.js';
import { intervalColumns } from './wilson.js';

const name = must(text('id'));
const feedColumns = { field: name, flow_id: name, from_system_id: name, to_system_id: name };

/** `work_feeds`: which flows carry what agents correct. */
async function createFeeds(store: Query, { graph, inventory }: FactContext): Promise<void> {
  const rows = correctable.flatMap(({ field }) =>
    graph
      .network(field)
      .carrying.map((i) => inventory.flows[i]!)
      .map(({ flowId, from, to }) => [field, flowId, from, to]),
  );
  await store.run(createTable('work_feeds', feedColumns));
  await store.insert('work_feeds', Object.keys(feedColumns), rows);
}

const number = must(integer('number'));
const stayColumns = { from_no: number, to_no: number, channel_no: number, field: name };
const listColumns = { person_id: number, system_id: name, field: name, code: number };
/** Choices that jobs put back, and the pairs of systems they are about. */
export type Choices = Pick<Results, 'putBack' | 'pairs'>;

const choicesPutBack = `
  INSERT INTO work_put_back
  SELECT DISTINCT h.person_id, f.system_id, s.field, c.code
  FROM work_heard h
  JOIN work_stays s ON s.from_no = h.from_no AND s.to_no = h.to_no AND s.channel_no = h.channel_no
  JOIN work_heard_forms f ON f.form_id = h.form_id
  JOIN work_ever_rows c ON c.person_id = h.person_id AND c.form_id = h.form_id
  WHERE h.state = ${states.overwritten};
  DROP TABLE work_stays`;

/** `work_put_back(person_id, system_id, field, code)`: for look-ups; choices here, details where there are any. */
async function createList(store: Query, { putBack, pairs }: Choices): Promise<void> {
  await store.run(createTable('work_put_back', listColumns));
  if (putBack.length === 0) return;
  const stays = putBack.map(({ from_no, to_no, channel_no }) => {
    const { field } = pairs.get(keyOf(from_no, to_no, channel_no))!;
    return [from_no, to_no, channel_no, field];
  });
  await store.run(createTable('work_stays', stayColumns));
  await store.insert('work_stays', Object.keys(stayColumns), stays);
  await store.run(choicesPutBack);
}

interface Total extends Row {
  readonly persons: number;
  readonly persons_of: number;
  readonly first_ms: number;
  readonly last_ms: number;
  readonly giver_code: number | null;
  readonly codes: string;
}

const rowOf = (total: Total, { render, dayOf }: Telling): Row => ({
  ...total,
  corrected_in: total.origins!,
  ...intervalColumns(Number(total.persons), Number(total.persons_of)),
  first_day: dayOf(parseCodes(total.codes), Number(total.first_ms)),
  last_day: dayOf(parseCodes(total.codes), Number(total.last_ms)),
  evidence: render([
    ...parseCodes(total.codes),
    ...(total.giver_code === null ? [] : [Number(total.giver_code)]),
  ]),
});

/**
 * Creates `fact_details_put_back`, corrections of contact data, names and languages that did not last; and the list of
 * everybody behind it and behind `fact_overwritten`.
 */
export async function computePutBack(store: Query, context: FactContext, choices: Choices): Promise<void> {
  await createList(store, choices);
  const [found] = await store.all(anyStep);
  if (Number(found!.n) === 0) return writeFact(store, 'fact_details_put_back', []);
  await createFeeds(store, context);
  for (const sql of undoneSteps) await store.run(sql);
  const files = await readFiles(store);
  await store.run('INSERT INTO work_put_back SELECT person_id, system_id, field, code FROM work_undone');
  const telling = {
    render: (codes: readonly number[]) => renderEvidence(codes, files),
    dayOf: await readDays(store),
  };
  const rows = (await store.all<Total>(totals)).map((total) => rowOf(total, telling));
  await writeFact(store, 'fact_details_put_back', rows);
  await store.run('DROP TABLE work_detail_steps; DROP TABLE work_detail_feeds; DROP TABLE work_undone');
}
