import { type IntakeTexts, listColumns, vocabularies, vocabularyNames } from '../model/intake.js';
import { type BookSheet, type Cell, type CellStyle, sheetName } from './book.js';
import { headerRows, listName } from './layout.js';

type Offer = readonly [vocabulary: string, value: string, code: string, meaning: string];

const offered = (texts: IntakeTexts): Offer[] => [
  ...vocabularyNames.flatMap((name) =>
    vocabularies[name].map((code): Offer => {
      const said = texts.vocabularies[name][code]!;
      return texts.labels ? [name, said, code, ''] : [name, code, code, said];
    }),
  ),
  ...Object.entries(texts.durations).map(([code, said]): Offer => ['durations', code, code, said]),
  ...Object.entries(texts.fields).map(([code, said]): Offer => ['fields', code, code, said]),
];

const cell = (value: string, style: CellStyle): Cell | null => (value === '' ? null : { value, style });

/** The sheet of all values that drop-downs offer, and the names of their places. */
export function listSheet(texts: IntakeTexts): { sheet: BookSheet; names: Record<string, string> } {
  const offers = offered(texts);
  const { sheet: name, title, help } = texts.lists;
  const names: Record<string, string> = {};
  for (const vocabulary of new Set(offers.map(([one]) => one))) {
    const first = offers.findIndex(([one]) => one === vocabulary) + headerRows + 1;
    const last = first + offers.filter(([one]) => one === vocabulary).length - 1;
    names[listName(vocabulary)] = `${sheetName(name)}!$B$${first}:$B$${last}`;
  }
  const rows = offers.map(([vocabulary, value, code, meaning]) => [
    cell(vocabulary, 'technical'),
    cell(value, 'text'),
    cell(code, 'technical'),
    cell(meaning, 'text'),
  ]);
  const head = [
    [cell(title, 'title')],
    [cell(help, 'plain')],
    [],
    Object.values(listColumns).map((one) => cell(one, 'technical')),
  ];
  const columns = [18, 30, 22, 44].map((width) => ({ width, style: 'text' as const }));
  return {
    sheet: {
      name,
      columns,
      rows: [...head, ...rows],
      heights: { 1: 24 },
      frozen: { rows: headerRows, columns: 0 },
    },
    names,
  };
}
