import type { Cause } from '../../model/enums.js';
import type { Root } from '../../model/report.js';
import type { Stop } from './systems.js';

const sentences: Readonly<Record<Cause, (system: string) => string>> = {
  scope_too_narrow: (system) => `${system} offers choices for its own business only.`,
  conflicting_master: (system) => `${system} writes over what customers chose elsewhere.`,
  no_flow: (system) => `Nothing flows to ${system} from systems whose changes it needs.`,
  one_way: (system) => `${system} gives data to others and never hears what they change.`,
  field_not_mapped: (system) => `The flows to ${system} leave out what it needs.`,
  mapping_wrong: (system) => `Values turn into others on their way to ${system}.`,
  identity_gap: (system) => `${system} has no key by which to attach what arrives.`,
  in_flight: (system) => `Changes are still on their way to ${system}.`,
  too_slow: (system) => `Changes reach ${system} later than agreed.`,
  lost: (system) => `What is sent to ${system} does not all arrive.`,
};

/** A cause in a system that stands behind several findings, one sentence. */
export const rootSentence = (root: Root, system: (id: string) => Stop): string =>
  sentences[root.cause](system(root.system_id).name);
