import { toMs } from '../../../store/dialect.js';
import type { Query, Value } from '../../../store/store.js';
import { rowCode } from '../../evidence.js';
import { joinPerson } from '../../identity/subjects.js';

/** `ar-AE`, `eng`, `EN_gb` → `ar`, `en`, `en`; undefined for what is no language tag. */
export function languageOf(tag: string): string | undefined {
  const [head = ''] = tag.trim().split(/[-_]/u);
  if (!/^[a-z]{2,3}$/iu.test(head)) return undefined;
  return Intl.getCanonicalLocales(head)[0];
}

/** Creates `work_languages(tag, language)`: what tags in the records mean; how many languages there are. */
async function createLanguages(store: Query): Promise<number> {
  const tags = await store.all<{ tag: string }>(
    `SELECT locale AS tag FROM std_sends WHERE locale IS NOT NULL
     UNION SELECT language FROM std_customers WHERE language IS NOT NULL ORDER BY tag`,
  );
  const known = tags.flatMap(({ tag }): Value[][] => {
    const language = languageOf(tag);
    return language === undefined ? [] : [[tag, language]];
  });
  await store.run('CREATE TABLE work_languages (tag VARCHAR, language VARCHAR)');
  if (known.length > 0) await store.insert('work_languages', ['tag', 'language'], known);
  return new Set(known.map(([, language]) => language)).size;
}

/** Languages of persons: where systems differ, each of them is right. Known since the record last changed. */
const spoken = `
  CREATE TABLE work_spoken AS
  SELECT w.person_id, l.language, c.system_id, min(coalesce(${toMs('c.updated_at')}, 0)) AS since_ms
  FROM std_customers c JOIN work_languages l ON l.tag = c.language ${joinPerson('c')}
  GROUP BY w.person_id, l.language, c.system_id;
  CREATE TABLE work_speakers AS
  SELECT person_id, min(language) AS language, count(DISTINCT language) AS languages, min(since_ms) AS since_ms
  FROM work_spoken GROUP BY person_id`;

/** Sends of which language and reader's language are known. */
const judged = `
  std_sends s JOIN work_languages l ON l.tag = s.locale ${joinPerson('s')}
  JOIN work_speakers k ON k.person_id = w.person_id AND k.since_ms <= ${toMs('s.sent_at')}`;

const isWrong = `l.language <> k.language AND NOT EXISTS (
  SELECT 1 FROM work_spoken o WHERE o.person_id = k.person_id AND o.language = l.language)`;

const communication = 'coalesce(s.communication_id, s.comm_type)';

/** Messages in a language that is none of the reader's, and how many could be told; nothing where all speak one. */
export async function findWrongLanguages(store: Query): Promise<void> {
  if ((await createLanguages(store)) < 2) return;
  await store.run(`${spoken};
    INSERT INTO work_known_unused
    SELECT 'wrong_language', w.person_id, s.system_id, ${communication}, s.channel, l.language || '>' || k.language,
           EXISTS (SELECT 1 FROM work_spoken o WHERE o.person_id = k.person_id AND o.system_id = s.system_id),
           s.unit_cost, ${rowCode('s')}
    FROM ${judged} WHERE ${isWrong};
    INSERT INTO work_knowers
    SELECT DISTINCT 'wrong_language', u.communication, u.channel, o.system_id
    FROM work_known_unused u JOIN work_spoken o ON o.person_id = u.person_id
    WHERE u.knowledge = 'wrong_language'`);
  const [found] = await store.all<{ n: number }>('SELECT count(*) AS n FROM work_knowers');
  if (found!.n > 0)
    await store.run(`
      INSERT INTO work_tellable
      SELECT 'wrong_language', ${communication}, s.channel, count(*) FROM ${judged}
      WHERE ${communication} IN (SELECT communication FROM work_knowers) GROUP BY 1, 2, 3`);
  await store.run('DROP TABLE work_spoken; DROP TABLE work_speakers');
}
