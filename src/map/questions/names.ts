import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import type { Atlas } from '../estate.js';
import type { EcosystemMap } from '../model.js';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The system_id of a system named by id or by name, in any case; a UsageError with the nearest when there is none. */
export function findSystem({ systems }: EcosystemMap, typed: string): string {
  const exact = systems.find(({ system_id }) => system_id === typed);
  const same = systems.filter(({ system_id, name }) => [system_id, name].map(fold).includes(fold(typed)));
  const found = exact ?? (same.length === 1 ? same[0] : undefined);
  if (found) return found.system_id;
  const names = systems.flatMap(({ system_id, name }) => [system_id, name]);
  throw new UsageError({
    message: same.length > 1 ? `${same.length} systems are called '${typed}'` : `unknown system '${typed}'`,
    expected: 'the id or the name of a system of the inventory',
    tips:
      same.length > 1
        ? [`ids: ${same.map(({ system_id }) => system_id).join(', ')}`]
        : didYouMean(typed, names),
  });
}

/** A field without parts; a UsageError with the nearest, or with the parts. */
export function assertField({ fields }: EcosystemMap, typed: string): string {
  const names = fields.map(({ field }) => field);
  if (names.includes(typed)) return typed;
  const parts = names.filter((name) => name.startsWith(`${typed}.`));
  throw new UsageError({
    message: parts.length > 0 ? `'${typed}' has parts; ask for one of them` : `unknown field '${typed}'`,
    expected: parts.length > 0 ? parts.join(', ') : 'a field path of the inventory',
    tips: parts.length > 0 ? [] : didYouMean(typed, names),
  });
}

/** The silo_id of a silo named by id or by name; undefined when there is none. */
export function findSilo({ map, siloName }: Atlas, typed: string): string | undefined {
  const ids = [...new Set(map.systems.map(({ silo_id }) => silo_id))];
  return ids.find((id) => id === typed || fold(siloName(id)) === fold(typed));
}
