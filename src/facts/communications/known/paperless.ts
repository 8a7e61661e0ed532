import type { Query } from '../../../store/store.js';

const day = 86_400_000;

/** Communications that ask to give up paper: their type or name says so, or they name the choice in order to offer it. */
const invitations = `
  SELECT communication_id FROM std_communications
  WHERE contains(lower(comm_type), 'paperless') OR contains(lower(name), 'paperless')
  UNION
  SELECT communication_id FROM std_communication_fields
  WHERE field = 'preference.delivery' AND lower(purpose) IN ('invite', 'invitation', 'offer')`;

const routes = `
  CREATE TABLE work_invitations AS
  SELECT route_id, system_id, coalesce(communication_id, comm_type) AS communication, channel, lob
  FROM work_send_routes
  WHERE communication_id IN (${invitations})
     OR (communication_id IS NULL AND contains(lower(comm_type), 'paperless'))`;

/** The latest choice a day or more before the invitation, of those that hold for its line; paper wins a tie. */
const last = `
  SELECT s.person_id, r.system_id, r.communication, r.channel, s.unit_cost, s.code, f.value, f.system_id AS known_in,
         row_number() OVER (PARTITION BY s.code ORDER BY c.at_ms DESC, f.deny DESC, c.code) AS place
  FROM work_send_rows s JOIN work_invitations r ON r.route_id = s.route_id
  JOIN work_ever_rows c ON c.person_id = s.person_id
  JOIN work_choice_forms f ON f.form_id = c.form_id
  WHERE f.kind = 'delivery' AND f.tier = 2 AND (f.lob = '*' OR f.lob = r.lob)
    AND c.at_ms + f.slack_ms + ${day} <= s.at_ms AND (c.until_ms IS NULL OR c.until_ms > s.at_ms)`;

/** Invitations to go paperless that went to those who had. */
export async function findPaperlessInvited(store: Query): Promise<void> {
  await store.run(routes);
  const [found] = await store.all<{ n: number }>('SELECT count(*) AS n FROM work_invitations');
  if (found!.n > 0)
    await store.run(`
      CREATE TABLE work_invited AS SELECT * FROM (${last}) l WHERE place = 1 AND value = 'electronic';
      INSERT INTO work_known_unused
      SELECT 'paperless_invited', person_id, system_id, communication, channel, '', known_in = system_id, unit_cost, code
      FROM work_invited;
      INSERT INTO work_tellable
      SELECT 'paperless_invited', r.communication, r.channel, count(*)
      FROM work_send_rows s JOIN work_invitations r ON r.route_id = s.route_id GROUP BY 1, 2, 3;
      INSERT INTO work_knowers
      SELECT DISTINCT 'paperless_invited', communication, channel, known_in FROM work_invited;
      DROP TABLE work_invited`);
  await store.run('DROP TABLE work_invitations');
}
