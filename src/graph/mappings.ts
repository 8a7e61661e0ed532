import { addTo } from '../text/group-by.js';
import { covers } from './fields.js';
import { rememberList } from './remember.js';
import type { Flow, FlowField, Inventory } from './types.js';

function longestOf(fields: readonly FlowField[], field: string): FlowField | undefined {
  let best: FlowField | undefined;
  for (const entry of fields)
    if (entry.sourceField === entry.targetField && covers(entry.sourceField, field))
      if (!best || entry.sourceField.length > best.sourceField.length) best = entry;
  return best;
}

const mappingsIn = rememberList((fields: readonly FlowField[]) => {
  const known = new Map<string, FlowField | undefined>();
  return (field: string): FlowField | undefined => {
    if (!known.has(field)) known.set(field, longestOf(fields, field));
    return known.get(field);
  };
});

/** How a flow carries a field: the mapping of the longest path that covers it. */
export const mappingOf = (flow: Flow, field: string): FlowField | undefined => mappingsIn(flow.fields)(field);

const altering = new Set(['invert', 'constant', 'truncate', 'map']);

/** Whether a transform makes another value of what it carries. */
export const isAltering = (transform: string | undefined): boolean => altering.has(transform ?? '');

const keysBySystem = rememberList((fields: Inventory['systemFields']) => {
  const keys = new Map<string, string[]>();
  for (const { systemId, field } of fields) if (covers('key', field)) addTo(keys, systemId, field);
  return keys;
});

/** Keys by which a system can attach values, as field paths below `key`. */
export const keysOf = ({ systemFields }: Inventory, system: string): readonly string[] =>
  keysBySystem(systemFields).get(system) ?? [];
