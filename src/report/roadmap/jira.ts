import type { Roadmap, RoadmapInitiative } from '../../model/roadmap-report.js';
import { csvLine } from '../../text/csv.js';
import { cleanDeep } from '../../text/escape.js';
import { groupDigits } from '../../text/numbers.js';

/** Names of Jira's fields, without punctuation; a parent is named by its id and stands above its children. */
const head = ['Issue Type', 'Issue ID', 'Parent', 'Summary', 'Description', 'Priority', 'Labels', 'Labels'];

/** Jira takes summaries of one line and at most 255 characters. */
const longest = 255;
const summary = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** A label is one word. */
const label = (text: string): string => text.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');

const descriptionOf = (one: RoadmapInitiative): string =>
  [
    one.what,
    '',
    `Systems: ${one.systems.join(' > ')}`,
    ...(one.fields.length > 0 ? [`Fields: ${one.fields.join(', ')}`] : []),
    ...(one.flows.length > 0 ? [`Flows: ${one.flows.join(', ')}`] : []),
    `Effort: ${groupDigits(one.effort)}`,
    `Persons fixed with those before: ${groupDigits(one.persons_added)}`,
    ...one.risks.map((risk) => `Risk: ${risk}`),
    `Initiative: ${one.id}`,
  ].join('\n');

const epicId = (wave: number): string => String(wave);
const issueId = (waves: number, place: number): string => String(waves + place + 1);

/**
 * The plan for Jira's CSV importer: an epic for each wave, then its initiatives as tasks below it
 * (https://confluence.atlassian.com/display/JIRAKB/CSV+import++Parent-child+mapping).
 */
export function renderJiraCsv(raw: Roadmap): string {
  const { waves, initiatives } = cleanDeep(raw);
  const planned = initiatives.filter(({ wave }) => wave !== null);
  const epics = waves
    .filter((wave) => wave.initiatives.length > 0)
    .map(({ wave, persons_confirmed: persons }) => [
      'Epic',
      epicId(wave),
      '',
      `Wave ${wave}`,
      `Persons fixed when it is done, by an audit of the changed inventory: ${groupDigits(persons)}`,
      'Medium',
      'unsilo',
      `wave-${wave}`,
    ]);
  const tasks = planned.map((one, place) => [
    'Task',
    issueId(waves.length, place),
    epicId(one.wave!),
    summary(one.title),
    descriptionOf(one),
    one.quick_win ? 'High' : 'Medium',
    'unsilo',
    label(one.kind),
  ]);
  return [head, ...epics, ...tasks].map(csvLine).join('');
}
