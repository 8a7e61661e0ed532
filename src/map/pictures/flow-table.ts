import { renderSeconds } from '../../text/numbers.js';
import type { Atlas } from '../estate.js';
import type { Table } from './picture.js';

/** Every flow in a row. */
export const flowTable = (atlas: Atlas): Table => ({
  caption: 'All flows',
  heads: ['From', 'To', 'How', 'Within', 'Fields'],
  rows: atlas.flows.map((flow) => [
    atlas.system(flow.from).name,
    atlas.system(flow.to).name,
    flow.mechanism,
    flow.latency_s === null ? 'unknown' : renderSeconds(flow.latency_s),
    flow.fields.map(({ target_field }) => target_field).join(', '),
  ]),
  numeric: [],
});
