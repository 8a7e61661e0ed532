/** Fields of the kinds of addresses. */
const fieldOf: Readonly<Record<string, string>> = {
  email: 'contact.email',
  phone: 'contact.phone',
  post: 'contact.postal_address',
};

const fields = `CASE h.kind ${Object.entries(fieldOf)
  .map(([kind, field]) => `WHEN '${kind}' THEN '${field}'`)
  .join(' ')} END`;

/** SQL of milliseconds granted for a change of an address to arrive everywhere, by `kind`. */
const granted = (agreed: (field: string) => number): string =>
  `CASE h.kind ${Object.entries(fieldOf)
    .map(([kind, field]) => `WHEN '${kind}' THEN ${1000 * agreed(field)}`)
    .join(' ')} END`;

/**
 * Messages to an address that another one had replaced, by the history of its field, longer ago than changes may take;
 * `agreed` gives seconds. Copies that still have it are the fault, not an excuse. Gives what `addFound` takes.
 */
export const staleAddresses = (agreed: (field: string) => number): string => `
  SELECT 'stale_address' AS error_class, ${fields} AS field, s.person_id, s.code,
         h.code AS proof, s.certain
  FROM work_send_rows s
  JOIN work_contacts h ON h.person_id = s.person_id AND h.point = s.point
  WHERE h.until_ms + ${granted(agreed)} < s.at_ms
    AND NOT EXISTS (SELECT 1 FROM work_contacts c WHERE c.person_id = s.person_id AND c.kind = h.kind AND c.point = s.point
                    AND c.since_ms > h.since_ms AND c.since_ms <= s.at_ms)`;
