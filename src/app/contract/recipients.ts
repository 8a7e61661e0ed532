import type { Consent } from '../../facts/lookup/contract/consent.js';
import type { Recipients } from '../../facts/lookup/contract/recipients.js';
import type { Contract, ContractCommunication } from '../../model/contract.js';
import { compareText } from '../../text/compare.js';

type Cell = NonNullable<ContractCommunication['recipients']>[number];

/** Cells of fewer persons stay where they are. */
const fewest = 5;

/** `EN_gb` and `en-GB` are one language; what is no tag stays as it was written. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? '';
  } catch {
    return tag.trim();
  }
}

/** Who gets a communication, by channel and language, and how many cells are kept back. */
export function recipientsOf(
  rows: readonly Recipients[],
  id: string,
): Pick<ContractCommunication, 'recipients' | 'withheld'> {
  const own = rows.filter((row) => row.communication_id === id);
  if (own.length === 0) return { recipients: null, withheld: 0 };
  const cells = new Map<string, Cell>();
  for (const { channel, tag, persons } of own) {
    const locale = canonical(tag);
    const key = `${channel} ${locale}`;
    const before = cells.get(key)?.persons ?? 0;
    cells.set(key, { channel: channel as Cell['channel'], locale, persons: before + persons });
  }
  const all = [...cells.values()].sort(
    (a, b) => compareText(a.channel, b.channel) || compareText(a.locale, b.locale),
  );
  const shown = all.filter(({ persons }) => persons >= fewest);
  return { recipients: shown, withheld: all.length - shown.length };
}

/** Consent by purpose and channel, without cells from which few persons could be told. */
export const consentOf = (rows: readonly Consent[]): Contract['consent'] =>
  rows
    .filter((row) => row.of >= fewest && (row.persons === 0 || row.persons >= fewest))
    .map(({ purpose, channel, persons, of }) => ({ purpose, channel, persons, of }));
