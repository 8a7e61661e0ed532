import type { Lookup } from './affected.js';
import { conflicts } from './conflicts.js';
import { errors } from './errors.js';
import { knownUnused } from './known-unused.js';
import { members } from './members.js';
import { failures, outcomes } from './messages.js';
import { putBack } from './put-back.js';
import { rejects } from './rejects.js';
import { deadAddresses, pressure, repeats } from './traffic.js';
import { uncaptured } from './uncaptured.js';

export type { Affected, Lookup } from './affected.js';
export { errorGroup } from './error-group.js';

/** Who is behind a finding, by the `affected.lookup` of its rule. */
export const lookups: Readonly<Record<string, Lookup>> = {
  conflicts,
  deadAddresses,
  errors,
  failures,
  knownUnused,
  members,
  outcomes,
  pressure,
  putBack,
  rejects,
  repeats,
  uncaptured,
};
