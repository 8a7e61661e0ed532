import type { Report } from '../model/report.js';
import { compareText } from '../text/compare.js';
import type { Atlas } from './estate.js';

/** The systems as the report lists them. */
export const systemsOfReport = ({ map, siloOf }: Atlas): Report['systems'] =>
  map.systems
    .filter(({ declared }) => declared)
    .map(({ system_id, name, kind, owner, persons }) => ({
      system_id,
      name,
      silo: siloOf(system_id),
      kind,
      owner,
      has_data: persons !== null,
    }));

/** The flows as the report lists them. */
export const flowsOfReport = ({ flows }: Atlas): Report['flows'] =>
  flows.map(({ flow_id, from, to, mechanism, latency_s, fields }) => ({
    flow_id,
    from,
    to,
    mechanism,
    latency_s,
    fields: [...new Set(fields.map(({ source_field }) => source_field))].sort(compareText),
  }));
