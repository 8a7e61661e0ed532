import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { type Columns, renderRows } from '../csv.js';

/** Names of columns stay what they are. */
export const initiativeColumns: Columns<RoadmapInitiative> = {
  id: ({ id }) => id,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  what: ({ what }) => what,
  wave: ({ wave }) => wave,
  quick_win: ({ quick_win: quick }) => (quick ? 'yes' : 'no'),
  effort: ({ effort }) => effort,
  persons_added: ({ persons_added: persons }) => persons,
  persons_alone: ({ persons_alone: persons }) => persons,
  persons_touched: ({ persons_touched: persons }) => persons,
  systems: ({ systems }) => systems.join(' > '),
  fields: ({ fields }) => fields.join(', '),
  giver: ({ owners }) => owners.giver,
  receiver: ({ owners }) => owners.receiver,
  basis: ({ basis }) => basis,
  messages_a_month: ({ messages_a_month: messages }) => messages,
  findings_aimed: ({ findings_aimed: findings }) => findings.join(' '),
  findings_closed: ({ findings_closed: findings }) => findings.join(' '),
  depends_on: ({ depends_on: ids }) => ids.join(' '),
  cost: ({ cost }) => cost?.amount ?? null,
  saves_a_month: ({ saves_a_month: saves }) => saves?.amount ?? null,
  goals: ({ goals }) => goals.join(' '),
  risks: ({ risks }) => risks.join(' '),
};

/** Initiatives, one a line, those of the plan first; no cell is a formula. */
export const renderRoadmapCsv = ({ initiatives }: Roadmap): string =>
  renderRows(initiativeColumns, initiatives);
