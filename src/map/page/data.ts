import { readSystems } from '../../report/parts/subject.js';
import type { Atlas } from '../estate.js';
import { groupSilos } from '../groups.js';
import { matrixPlaces } from '../pictures/matrix.js';

/** Findings a page lists; more nobody reads on a map. */
export const mostFindings = 250;

const roleLetters: Readonly<Record<string, string>> = {
  collects: 'c',
  holds: 'h',
  masters: 'm',
  derives: 'd',
  consumes: 'u',
};

/** What the script of the page looks up: everything by number, to keep the page small. */
export function pageData(atlas: Atlas) {
  const { map, flows } = atlas;
  const groups = groupSilos(atlas);
  const groupOf = new Map(groups.flatMap(({ systems }, i) => systems.map(({ system_id }) => [system_id, i])));
  const place = new Map(map.systems.map(({ system_id }, i) => [system_id, i]));
  const fields = [
    ...new Set([
      ...map.fields.map(({ field }) => field),
      ...flows.flatMap((flow) => flow.fields.map((f) => f.target_field)),
      ...map.system_fields.map(({ field }) => field),
    ]),
  ];
  const number = new Map(fields.map((field, i) => [field, i]));
  const at = matrixPlaces(atlas);
  return {
    groups: groups.map(({ id, name }) => [id, name]),
    fields,
    systems: map.systems.map((system) => [
      system.system_id,
      system.name,
      groupOf.get(system.system_id) ?? 0,
      (system.kind ?? '').replaceAll('_', ' '),
      system.persons,
      at.place.get(system.system_id) ?? 0,
      system.legacy === true ? 1 : 0,
    ]),
    flows: flows.map((flow) => [
      place.get(flow.from)!,
      place.get(flow.to)!,
      flow.mechanism,
      flow.latency_s,
      [...new Set(flow.fields.map((field) => number.get(field.target_field)!))],
    ]),
    roles: map.system_fields.map((row) => [
      place.get(row.system_id)!,
      number.get(row.field)!,
      roleLetters[row.role],
    ]),
    findings: atlas.findings
      .slice(0, mostFindings)
      .map((finding) => [
        finding.fingerprint,
        finding.title,
        finding.severity,
        [...new Set([...finding.path, ...readSystems(finding.subject)])].flatMap((id) => place.get(id) ?? []),
        finding.path.flatMap((id) => place.get(id) ?? []),
      ]),
    matrix: { size: at.size, left: at.left, top: at.top, blocks: at.blocks },
  };
}

/** As text of an element that no browser runs. */
export const renderData = (atlas: Atlas): string =>
  JSON.stringify(pageData(atlas))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
