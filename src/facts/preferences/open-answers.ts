import { policyNames } from '../../model/enums.js';
import type { Query } from '../../store/store.js';
import { joinPerson } from '../identity/subjects.js';
import { joinForm } from './forms.js';
import type { PolicyPlan } from './policy-plan.js';

const restrictive = policyNames.indexOf('restrictive');

const forms = `
  CREATE TABLE work_open_forms AS
  SELECT f.*, s.scope_id FROM work_forms f
  JOIN work_scopes s ON s.lob = f.lob AND s.comm_type = f.comm_type AND s.channel = f.channel
  WHERE f.kind = 'consent' AND f.value IN ('pending', 'unknown') AND coalesce(f.strength <> 'default', true)`;

/** Answers that are open, by cell; one about a single address leaves the others as they are, and is left out. */
const open = `
  CREATE TABLE work_open AS
  SELECT DISTINCT w.person_id, n.system_no, k.class_id
  FROM std_preferences p ${joinForm('p', 'work_open_forms')} ${joinPerson('p')}
  JOIN work_scope_cells k ON k.scope_id = f.scope_id
  LEFT JOIN (SELECT DISTINCT system_no, system_id FROM work_choice_forms) n ON n.system_id = f.system_id
  WHERE coalesce(p.contact_point, '*') = '*' AND w.person_id IN (SELECT person_id FROM work_own)`;

const isOpen = (system: string): string => `
  EXISTS (SELECT 1 FROM work_open o WHERE o.person_id = e.person_id AND o.class_id = e.class_id ${system})`;

/** Cells under `restrictive`, where other policies are in use as well. */
const underIt = ({ used }: PolicyPlan): string =>
  used.length === 1
    ? ''
    : `AND EXISTS (SELECT 1 FROM work_cell_choices c WHERE c.person_id = e.person_id AND c.class_id = e.class_id
                   AND c.policy = ${restrictive})`;

/**
 * Under `restrictive` what is pending or unknown outweighs a yes: a cell of which some answer is open has no winner
 * that allows, and a system whose own answer is open does not hold a yes. Changes `work_own` and `work_pool`.
 */
export async function leaveOpen(store: Query, plan: PolicyPlan): Promise<void> {
  if (!plan.used.includes('restrictive')) return;
  await store.run(forms);
  const [found] = await store.all('SELECT count(*) AS n FROM work_open_forms');
  if (Number(found!.n) > 0)
    await store.run(`${open};
      DELETE FROM work_pool e WHERE NOT e.denied ${underIt(plan)} AND ${isOpen('')};
      DELETE FROM work_own e WHERE NOT e.denied ${underIt(plan)} AND ${isOpen('AND o.system_no = e.system_no')};
      DROP TABLE work_open`);
  await store.run('DROP TABLE work_open_forms');
}
