import { byCodeUnit, covers } from '../../graph/index.js';
import type { Query, Row } from '../../store/store.js';
import { readFiles, renderEvidence, rowCode } from '../evidence.js';
import { writeFact } from '../write-fact.js';

type Claim = { system: string; field: string; lobs: string | null; code: number };
type Authority = { system: string; field: string; lob: string | null; rank: number };

const everyLine = '*';
const linesOf = ({ lobs }: Claim): string[] =>
  lobs === null || lobs === '' || lobs === 'none' ? [everyLine] : lobs.split('|');

const readClaims = (store: Query): Promise<Claim[]> =>
  store.all<Claim>(
    `SELECT f.system_id AS system, f.field, s.lobs, ${rowCode('f')} AS code
     FROM std_system_fields f
     LEFT JOIN (SELECT system_id, min(lobs) AS lobs FROM std_systems GROUP BY system_id) s USING (system_id)
     WHERE f.role = 'masters' ORDER BY f.field, system, code`,
  );

const readAuthorities = (store: Query): Promise<Authority[]> =>
  store.all<Authority>(
    'SELECT system_id AS system, field, lob, rank FROM std_authorities ORDER BY field, lob, rank, system',
  );

/** The authorities nearest to the field: the longest path that covers it, of these those for the line itself. */
function nearest(authorities: readonly Authority[], field: string, lob: string): Authority[] {
  const speaking = authorities.filter(
    (one) => covers(one.field, field) && (one.lob === null || one.lob === everyLine || one.lob === lob),
  );
  const nearness = (one: Authority) => 2 * one.field.length + Number(one.lob === lob);
  const most = Math.max(...speaking.map(nearness));
  return speaking.filter((one) => nearness(one) === most);
}

/** Exactly one system has the best rank. */
function isOrdered(ranked: readonly Authority[]): boolean {
  const best = Math.min(...ranked.map(({ rank }) => rank));
  return new Set(ranked.filter(({ rank }) => rank === best).map(({ system }) => system)).size === 1;
}

/** Lines of business that masters of the field name; a master that names none speaks for all of them. */
function linesWith(claims: readonly Claim[]): string[] {
  const lines = [...new Set(claims.flatMap(linesOf))].filter((line) => line !== everyLine);
  return lines.length > 0 ? lines.sort(byCodeUnit) : [everyLine];
}

/** Creates `fact_masters`: where two systems hold the truth, or one that is not the authority. */
export async function computeMasters(store: Query): Promise<void> {
  const files = await readFiles(store);
  const authorities = await readAuthorities(store);
  const claims = await readClaims(store);
  const fields = [...new Set(claims.map(({ field }) => field))];
  const rows = fields.flatMap((field) => {
    const all = claims.filter((claim) => covers(claim.field, field));
    return linesWith(all).flatMap((lob): Row[] => {
      const here = all.filter((claim) => linesOf(claim).some((line) => line === lob || line === everyLine));
      const ranked = nearest(authorities, field, lob);
      const systems = [...new Set(here.map(({ system }) => system))].sort(byCodeUnit);
      const unlisted =
        ranked.length === 0 ? [] : systems.filter((id) => !ranked.some(({ system }) => system === id));
      if (systems.length < 2 && unlisted.length === 0) return [];
      return [
        {
          field,
          lob,
          systems: systems.join('|'),
          unlisted: unlisted.join('|') || null,
          ordered: isOrdered(ranked),
          evidence: renderEvidence(
            here.map(({ code }) => code),
            files,
          ),
        },
      ];
    });
  });
  await writeFact(store, 'fact_masters', rows);
}
