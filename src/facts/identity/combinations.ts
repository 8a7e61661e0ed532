/** Letters of both scripts by their coarse sound; vowels and what is written like them are one. */
const sounds: Readonly<Record<string, string>> = {
  a: 'aeiouywhاأإآعهحوىيی',
  b: 'bpfvبپف',
  k: 'ckqgxقكکگغخ',
  t: 'dtszjتطدضذزظسصثشجچژ',
};
const [letters, classes] = [
  Object.values(sounds).join(''),
  Object.entries(sounds)
    .map(([sound, written]) => sound.repeat(written.length))
    .join(''),
];
const firstSound = (name: string): string =>
  `translate(translate(left(${name}, 1), '${letters}', '${classes}'), 'لرمن', 'lrmn')`;
const isLatin = (name: string): string => `(${name} < 'ɐ')`;

/**
 * A stated name that is surely another one: in one script spelt far apart and not the first letters of the other, in
 * two scripts beginning with another sound.
 */
export const otherName = `
  CASE WHEN ${isLatin('a.given')} = ${isLatin('b.given')}
       THEN jaro_winkler_similarity(a.given, b.given) < 0.85
         AND NOT starts_with(a.given, rtrim(b.given, '.')) AND NOT starts_with(b.given, rtrim(a.given, '.'))
       ELSE ${firstSound('a.given')} <> ${firstSound('b.given')} END`;

/**
 * Facts about a person that only together identify, since each alone is shared in households:
 * `work_combinations(subject_id, circle, given, key)`; and the circles in which there are several given names:
 * `work_families(circle)`. With a date of birth the circle is contact and date, and several names are twins; without one
 * it is the whole mailbox, a family. Needs `work_people`.
 */
export const createCombinations = `
  CREATE TABLE work_combinations AS
  SELECT subject_id, 'ed:' || email || '|' || born AS circle, given, 'ed:' || email || '|' || born AS key
  FROM work_people WHERE email IS NOT NULL AND born IS NOT NULL
  UNION ALL
  SELECT subject_id, 'pd:' || phone || '|' || born, given, 'pd:' || phone || '|' || born
  FROM work_people WHERE phone IS NOT NULL AND born IS NOT NULL
  UNION ALL
  SELECT subject_id, email, given, 'es:' || email || '|' || family FROM work_people
  WHERE email IS NOT NULL AND family IS NOT NULL AND (email, family) IN (
    SELECT email, family FROM work_people GROUP BY email, family HAVING count(DISTINCT born) <= 1);
  CREATE TABLE work_families AS
  WITH named AS (
    SELECT circle, given FROM work_combinations WHERE given IS NOT NULL
    UNION SELECT email, given FROM work_people WHERE email IS NOT NULL AND given IS NOT NULL),
  several AS (
    SELECT * FROM named WHERE circle IN (SELECT circle FROM named GROUP BY circle HAVING min(given) <> max(given)))
  SELECT DISTINCT a.circle FROM several a JOIN several b ON b.circle = a.circle AND a.given < b.given AND ${otherName}`;

/** Combinations as keys; where a family shares a contact the given name belongs to them. */
export const personalKeys = `
  SELECT c.subject_id, CASE WHEN f.circle IS NULL THEN c.key ELSE c.key || '|' || c.given END AS key, true AS personal
  FROM work_combinations c LEFT JOIN work_families f ON f.circle = c.circle
  WHERE f.circle IS NULL OR c.given IS NOT NULL`;

/**
 * Combinations that link nobody: held by many subjects of one system (a placeholder, an office), by two of a system
 * that guarantees one record a person, or by two national ids.
 */
export const ambiguous = (limit: number): string => `
  SELECT k.kind, k.key FROM work_all_keys k JOIN work_subjects s ON s.subject_id = k.subject_id
  WHERE k.personal GROUP BY k.kind, k.key, s.system_id
  HAVING count(DISTINCT k.subject_id) > ${limit}
      OR (min(k.subject_id) <> max(k.subject_id)
          AND s.system_id IN (SELECT system_id FROM std_systems WHERE deduplicated))
  UNION
  SELECT k.kind, k.key FROM work_all_keys k JOIN work_values v ON v.subject_id = k.subject_id
  WHERE k.personal AND v.key_type = 'national_id_hash'
  GROUP BY k.kind, k.key HAVING min(v.value_norm) <> max(v.value_norm)`;
