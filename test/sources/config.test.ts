import { describe, expect, it } from 'vitest';
import type { SourceError } from '../../src/model/errors.js';
import { failure } from './ecosystem.js';

const problems = async (files: Record<string, string>) =>
  ((await failure(files)) as SourceError).problems.map(({ place, message, tips = [] }) => ({
    at: [place.file, place.row, place.column].filter((part) => part !== undefined).join(':'),
    message,
    tips,
  }));

describe('unsilo.yaml', () => {
  it('is told to be missing, with the command that writes one', async () => {
    const error = await failure({});
    expect(error).toMatchObject({
      name: 'UsageError',
      details: { tips: ['unsilo init writes one from the files found'] },
    });
  });

  it.each([
    ['name: t\nsources:\n  # - table: sends\n', /^complete entries/],
    ['name: t\ngate: {}\n', /unsilo gate/],
  ])('says what to do where it names no source: %j', async (yaml, tip) => {
    const [problem, ...others] = await problems({ 'unsilo.yaml': yaml });
    expect(others).toEqual([]);
    expect(problem!.tips[0]).toMatch(tip);
  });

  it('has all its mistakes of form reported at once, with line and nearest name', async () => {
    const yaml = `name: t
tiem_zone: UTC
sources:
  - table: sytems
    file: a.csv
  - table: sends
    file: b.csv
    columns:
      sent_at: { calender: X, constant: [] }
`;
    expect(await problems({ 'unsilo.yaml': yaml })).toEqual([
      {
        at: 'unsilo.yaml:2:tiem_zone',
        message: "unknown key 'tiem_zone' (line 2, column 1)",
        tips: ["did you mean 'time_zone'?"],
      },
      {
        at: 'unsilo.yaml:4:sources.0.table',
        message: 'sources.0.table has a value it cannot have (line 4, column 5)',
        tips: ["did you mean 'systems'?"],
      },
      {
        at: 'unsilo.yaml:9:sources.1.columns.sent_at.calender',
        message: "unknown key 'sources.1.columns.sent_at.calender' (line 9, column 18)",
        tips: ["did you mean 'calendar'?"],
      },
      {
        at: 'unsilo.yaml:9:sources.1.columns.sent_at.constant',
        message: 'sources.1.columns.sent_at.constant is a list where text belongs (line 9, column 31)',
        tips: [],
      },
    ]);
  });

  it('has broken YAML told with its line, once', async () => {
    expect(await problems({ 'unsilo.yaml': 'name: t\nsources: [\n' })).toMatchObject([
      { at: 'unsilo.yaml:3' },
    ]);
    const table = '  - { table: systems, file: a.csv }\n';
    const broken = `name: t\nsources:\n  - { table: systems, file: a.csv\n${table.repeat(40)}`;
    expect(await problems({ 'unsilo.yaml': broken })).toMatchObject([
      { at: 'unsilo.yaml:4', tips: ['what follows the first mistake cannot be told before it is mended'] },
    ]);
  });

  it('is held against tables and files: columns, zones, values, files, headers, all at once', async () => {
    const yaml = `name: t
time_zone: Europe/Berln
sources:
  - table: systems
    file: sytems.csv
  - table: sends
    file: sends.csv
    columns: { chanel: CH, channel: { constant: emial }, sent_at: Sent }
`;
    const files = { 'unsilo.yaml': yaml, 'systems.csv': 'a\n', 'sends.csv': 'message_key,system_id,sent\n' };
    const found = await problems(files);
    expect(found.map(({ at, message }) => `${at} ${message.split(' (')[0]}`)).toEqual([
      "unsilo.yaml:2:time_zone unknown time zone 'Europe/Berln'",
      "unsilo.yaml:5:sources.0.file no file matches 'sytems.csv'",
      "unsilo.yaml:8:sources.1.columns.chanel table sends has no column 'chanel'",
      "unsilo.yaml:8:sources.1.columns.channel.constant 'emial' is no value of this column",
      "sends.csv:1:CH no column 'CH'",
      "sends.csv:1:Sent no column 'Sent'",
      "sends.csv:1:comm_type table sends needs column 'comm_type'",
      "sends.csv:1:lob table sends needs column 'lob'",
      "sends.csv:1:subject_key table sends needs column 'subject_key'",
      "sends.csv:1:key_type table sends needs column 'key_type'",
    ]);
    expect(found[1]!.tips).toEqual(["did you mean 'systems.csv'?"]);
    expect(found[3]!.tips).toEqual(["did you mean 'email'?"]);
    expect(found[5]!.tips).toEqual(["did you mean 'sent'?"]);
  });

  it.each([
    ['empty', '', 'x.csv cannot be read: the file is empty'],
    [
      'binary',
      'PK\u0003\u0004\u0000\u0001,\u0000',
      'x.csv cannot be read: binary data, by its first bytes a workbook or another zip archive',
    ],
    ['without names', '\n\n', 'no column names'],
  ])('refuses a file that is %s', async (_, content, message) => {
    const files = {
      'unsilo.yaml': 'name: t\nsources: [{ table: systems, file: x.csv }]\n',
      'x.csv': content,
    };
    expect(await problems(files)).toMatchObject([{ message }]);
  });

  it.each([
    ['parquet', 'x.parquet', 'no Parquet file'],
    ['xlsx', 'x.xlsx', 'no workbook'],
    ['jsonl', 'x.jsonl', 'no JSON objects'],
  ])('refuses a %s file that is none', async (_, file, message) => {
    const yaml = `name: t\nsources: [{ table: systems, file: ${file} }]\n`;
    expect(await problems({ 'unsilo.yaml': yaml, [file]: 'text\n' })).toMatchObject([
      { message: `${file} cannot be read: ${message}` },
    ]);
  });
});
