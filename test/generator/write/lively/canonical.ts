import type { Filed } from '../../life/exports.js';
import { keyTypeOf } from '../../people.js';
import { storedAt } from '../../simulate/stores.js';
import { isoInstant } from '../../time.js';
import type { Store } from '../../world/types.js';
import type { Column } from '../files.js';
import type { Yaml } from '../yaml.js';

/** Columns of a source and how they are read. */
export type Reads = Record<string, Yaml>;

/** Whose records they are. */
export const whose = (store: Store): Reads => ({
  system_id: { constant: store.id },
  key_type: { constant: keyTypeOf(store) },
});

/** Choices under the names of the canonical table. */
export const canonical: readonly Column<Filed>[] = [
  ['subject_key', (entry) => entry.subject],
  ['kind', (entry) => entry.kind],
  ['lob', (entry) => entry.lob],
  ['comm_type', (entry) => entry.type],
  ['channel', (entry) => entry.channel],
  ['value', (entry) => entry.value],
  ['strength', (entry) => entry.strength],
  ['valid_from', (entry) => (entry.strength === 'explicit' ? isoInstant(entry.time) : '')],
  ['recorded_at', (entry) => isoInstant(storedAt(entry))],
  ['actor_type', (entry) => entry.actor],
  ['origin_system', (entry) => entry.origin],
];
