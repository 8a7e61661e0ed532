import { bitOf, bitwiseOr } from '../../store/dialect.js';
import type { Query } from '../../store/store.js';
import { type PolicyPlan, type Under, underPolicy } from './policy-plan.js';

/** Cells share the bits of one integer; where there are more cells than bits, a bit says `perhaps`. */
const bits = 62;

/** Which cells a record's form is about. */
const formCells = `
  CREATE TABLE work_form_cells AS
  SELECT f.form_id, f.system_no, f.deny, k.class_id, ${bitOf(`CAST(k.class_id % ${bits} AS INTEGER)`)} AS bit
  FROM work_choice_forms f JOIN work_scope_cells k ON k.scope_id = f.scope_id`;

/** Persons of whom two systems hold a yes and a no that may meet, and the cells where: one pass over all choices. */
const quarrels = `
  CREATE TABLE work_quarrels AS
  WITH forms AS (
    SELECT form_id, system_no, CASE WHEN deny THEN ${bitwiseOr('bit')} ELSE 0 END AS denied,
           CASE WHEN deny THEN 0 ELSE ${bitwiseOr('bit')} END AS allowed
    FROM work_form_cells GROUP BY form_id, system_no, deny),
  persons AS (
    SELECT c.person_id, min(f.system_no) AS low, max(f.system_no) AS high, ${bitwiseOr('f.denied')} AS denied,
           ${bitwiseOr('f.allowed')} AS allowed
    FROM work_choice_rows c JOIN forms f ON f.form_id = c.form_id GROUP BY c.person_id)
  SELECT person_id, denied & allowed AS cells FROM persons WHERE low <> high AND (denied & allowed) > 0`;

/** Addresses that choices of these persons are about, numbered from 1; 0 is all addresses. */
const points = `
  CREATE TABLE work_points AS
  SELECT row_number() OVER (ORDER BY person_id, point) AS point_id, person_id, point
  FROM (
    SELECT DISTINCT c.person_id, c.point
    FROM work_choice_rows c
    JOIN work_quarrels q ON q.person_id = c.person_id
    JOIN work_form_cells f ON f.form_id = c.form_id
    WHERE c.point IS NOT NULL) p`;

const cellChoices = ({ tier, columns, joins }: Under): string => `
  CREATE TABLE work_cell_choices AS
  WITH placed AS (
    SELECT c.*, k.class_id
    FROM work_choice_rows c
    JOIN work_quarrels q ON q.person_id = c.person_id
    JOIN work_form_cells k ON k.form_id = c.form_id AND (k.bit & q.cells) > 0),
  pointed AS (
    SELECT c.*, 0 AS point_id FROM placed c WHERE c.point IS NULL
    UNION ALL
    SELECT c.*, p.point_id FROM placed c
    JOIN work_points p ON p.person_id = c.person_id AND (c.point IS NULL OR c.point = p.point))
  SELECT c.person_id, f.system_no, c.class_id, c.point_id, f.deny, ${tier} AS tier,
         f.depth + CASE WHEN c.point IS NULL THEN 0 ELSE 1 END AS depth, c.at_ms, c.at_ms + f.slack_ms AS certain_at,
         f.channel = '*' AS wide, f.dated, f.timed, f.copied, c.sureness, f.by_others, c.code${columns}
  FROM pointed c JOIN work_choice_forms f ON f.form_id = c.form_id${joins}`;

/**
 * `work_cell_choices(person_id, system_no, class_id, point_id, …)`: choices by cell of everybody who said both yes and
 * no to it, in two systems; one about an address meets only its like. `system_no` is that of `work_choice_forms`.
 */
export async function createCellChoices(store: Query, plan: PolicyPlan): Promise<void> {
  const under = underPolicy(plan, { form: 'f', cell: 'c.class_id', group: 'c.person_id, c.class_id' });
  for (const sql of [formCells, quarrels, points, cellChoices(under)]) await store.run(sql);
  await store.run('DROP TABLE work_form_cells; DROP TABLE work_quarrels; DROP TABLE work_points');
}
