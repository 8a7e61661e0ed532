import type { Report } from '../../model/report.js';

export interface Stop {
  readonly id: string;
  readonly name: string;
  /** Empty when the inventory does not know the system. */
  readonly silo: string;
}

/** Systems by id; an id the inventory does not know stands for itself. */
export function indexSystems(report: Pick<Report, 'systems'>): (id: string) => Stop {
  const known = new Map(report.systems.map((system) => [system.system_id, system]));
  return (id) => ({ id, name: known.get(id)?.name || id, silo: known.get(id)?.silo ?? '' });
}
