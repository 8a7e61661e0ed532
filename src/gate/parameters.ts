import type { GateRule } from '../model/gate-rule.js';
import type { Parameters } from './check.js';

/** The values of a rule's parameters as they come. */
export const defaultsOf = ({ definition: { parameters = {} } }: GateRule): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, { default: usual }]) => [name, usual]));
