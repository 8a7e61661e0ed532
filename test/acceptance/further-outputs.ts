import { strFromU8, unzipSync } from 'fflate';
import {
  bookOf,
  questionFormats,
  questionsOf,
  readKnown,
  renderQuestions,
} from '../../src/app/intake/index.js';
import { answerFormats, draw, mapFormats, openMap, type Question } from '../../src/app/map.js';
import { ownPacks } from '../../src/app/own-packs.js';
import type { Run } from '../../src/app/run-stages.js';
import type { Atlas } from '../../src/map/estate.js';
import { readIntakeTexts } from '../../src/rules/read-intake-texts.js';

/** What was written of a run, by command and format: `map svg heat`, `path json`, `questions csv`, `workbook xl/…`. */
export type Outputs = ReadonlyMap<string, string>;

const pictures = ['silos', 'systems', 'matrix', 'heat'] as const;
const whole = { depth: 1, collapse: false, width: 100 } as const;

/** One question of each kind, and paths between systems that reach and that do not reach each other. */
function questionsTo({ map, findings }: Atlas): Question[] {
  const [flow] = map.flows;
  const { from, to } = flow!;
  const field = map.fields.find((one) => flow!.fields.some(({ source_field }) => source_field === one.field));
  const named = field === undefined ? {} : { field: field.field };
  const lonely = map.systems.findLast(({ system_id }) =>
    map.flows.every((one) => one.from !== system_id && one.to !== system_id),
  );
  const collected = map.collection_points.flatMap((point) => point.fields.map((asked) => asked.field));
  const packs = new Map(findings.map(({ rule, fingerprint }) => [rule.split('/')[0], fingerprint]));
  return [
    { kind: 'path', from, to },
    { kind: 'path', from, to, ...named },
    { kind: 'path', from: to, to: lonely?.system_id ?? from },
    { kind: 'reach', from, within: '2d', ...named },
    { kind: 'impact', system: to },
    { kind: 'feedback' },
    { kind: 'collected', field: collected.find((one) => map.fields.some((f) => f.field === one))! },
    ...[...packs.values()].map((fingerprint) => ({ kind: 'finding', fingerprint }) as const),
  ];
}

/** The map in every format, each picture of it, what is around one system, and every question to it. */
async function drawAll(run: Run): Promise<[string, string][]> {
  const atlas = await openMap(run);
  const [flow] = atlas.map.flows;
  const views = [
    ['map', { ...whole, formats: mapFormats }],
    ['collapsed', { ...whole, formats: ['text', 'svg', 'dot'], collapse: true }],
    ['focus', { ...whole, formats: ['text', 'svg'], focus: flow!.from }],
    ...pictures.map((picture) => [picture, { ...whole, formats: ['svg'], picture }] as const),
  ] as const;
  const asked = [
    ...views.map(([name, view]) => [name, { view }] as const),
    ...questionsTo(atlas).map((question, i) => {
      const view = { ...whole, formats: answerFormats };
      return [`${question.kind} ${i}`, { question, view }] as const;
    }),
  ];
  const written: [string, string][] = [];
  for (const [name, request] of asked)
    for (const { format, files } of await draw(atlas, run, request))
      for (const file of files)
        written.push([`${name} ${format}${format === 'csv' ? ` ${file.name}` : ''}`, file.text]);
  return written;
}

/** The workbook part by part, and its questions in every format; in a language that runs from right to left. */
async function askAll(run: Run): Promise<[string, string][]> {
  const known = await readKnown(run);
  const texts = await readIntakeTexts(ownPacks, 'fa');
  const questions = questionsOf(known, texts, 'fa');
  return [
    ...Object.entries(unzipSync(bookOf(known, texts).bytes)).map(([part, bytes]): [string, string] => [
      `workbook ${part}`,
      strFromU8(bytes),
    ]),
    ...questionFormats.map((format): [string, string] => [
      `questions ${format}`,
      renderQuestions(questions, format, { color: false, width: 100 }),
    ]),
  ];
}

/** All that the map and the intake write of a run. */
export const writeFurther = async (run: Run): Promise<Outputs> =>
  new Map([...(await drawAll(run)), ...(await askAll(run))]);
