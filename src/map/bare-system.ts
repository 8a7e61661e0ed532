import type { MapSystem } from './model.js';

/** A system of which no inventory says more than its name. */
export const bareSystem = (system_id: string, name = system_id): MapSystem => ({
  system_id,
  name,
  silo_id: '',
  lobs: [],
  kind: null,
  owner: null,
  vendor: null,
  technology: null,
  end_of_support: null,
  deduplicated: null,
  legacy: null,
  declared: false,
  persons: null,
  place: null,
});
