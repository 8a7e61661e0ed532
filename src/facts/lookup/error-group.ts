import { type Lookup, streamAffected } from './affected.js';
import { errorsWhere } from './errors.js';

/** The errors of one group, and whom they concern: `subject` is its origin, `settings.kind` its class, and family if any. */
export const errorGroup: Lookup = (store, subject, settings) =>
  streamAffected(store, errorsWhere('r.kind = $kind'), { subject, kind: settings.kind ?? '' });
