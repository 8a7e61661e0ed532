import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { headed } from '../../src/intake/layout.js';
import { contradicting } from '../../src/intake/questions/contradictions.js';
import {
  collected,
  intakeLanguages,
  questionTopics,
  vocabularies,
  vocabularyNames,
  vocabularyOf,
} from '../../src/model/intake.js';
import { findTable } from '../../src/model/tables/index.js';
import { readIntakeTexts } from '../../src/rules/read-intake-texts.js';
import { readPacks } from '../../src/rules/read-packs.js';
import { noWords, yesWords } from '../../src/sources/sql/words.js';
import { placeholdersOf } from '../../src/text/fill.js';

const packs = fileURLToPath(new URL('../../rules', import.meta.url));
const english = await readIntakeTexts(packs, 'en');
const columnsOf = (table: (typeof collected)[number]) => Object.entries(findTable(table)!.columns);

describe.each(intakeLanguages)('the words of the workbook in %s', async (language) => {
  const texts = await readIntakeTexts(packs, language);

  it('name and explain every column of every table, and no other', () => {
    const named = collected.flatMap((table) =>
      columnsOf(table).map(([column]) => {
        const { heading, help } = headed(texts, table, column);
        expect(heading.length).toBeGreaterThan(0);
        expect(help.length).toBeGreaterThan(0);
        return `${table}.${column}` in texts.columns ? `${table}.${column}` : column;
      }),
    );
    expect(Object.keys(texts.columns).sort()).toEqual([...new Set(named)].sort());
  });

  it('tell the columns of a sheet apart', () => {
    for (const table of collected) {
      const headings = columnsOf(table).map(([column]) => headed(texts, table, column).heading);
      expect(new Set(headings).size).toBe(headings.length);
    }
  });

  it('name every value, each differently', () => {
    for (const name of vocabularyNames) {
      const words = texts.vocabularies[name];
      expect(Object.keys(words).sort()).toEqual([...vocabularies[name]].sort());
      expect(new Set(Object.values(words)).size).toBe(vocabularies[name].length);
    }
  });

  it('call sheets what spreadsheets allow, each differently', () => {
    const { start, lists, questions, tables } = texts;
    const names = [start, lists, questions, ...Object.values(tables)].map(({ sheet }) => sheet);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/u);
  });

  it('offer a yes and a no that are read as such, in a list without commas inside', () => {
    expect([yesWords.includes(texts.yes), noWords.includes(texts.no)]).toEqual([true, true]);
    expect(`${texts.yes}${texts.no}`).not.toMatch(/[,"]/);
  });

  it('ask the same as the English ones', () => {
    for (const topic of questionTopics)
      expect(placeholdersOf(texts.questions.topics[topic]).sort()).toEqual(
        placeholdersOf(english.questions.topics[topic]).sort(),
      );
    expect(Object.keys(texts.questions.ask)).toEqual(Object.keys(english.questions.ask));
    expect(Object.keys(texts.fields)).toEqual(Object.keys(english.fields));
    expect(Object.keys(texts.durations)).toEqual(Object.keys(english.durations));
  });

  it.skipIf(language === 'en')('say of findings what the rules say', async () => {
    const { messages } = texts.questions.findings!;
    const rules = await readPacks(packs);
    const said = Object.keys(contradicting).flatMap((id) => {
      const { cases } = rules.find((rule) => rule.id === id)!.definition;
      return Object.entries(cases).map(([name, { message }]) => [`${id} ${name}`, message] as const);
    });
    expect(Object.keys(messages).sort()).toEqual(said.map(([key]) => key).sort());
    const names = (message: string) => placeholdersOf(message.replace('{none}', '{arrived}')).sort();
    for (const [key, message] of said) expect(names(messages[key]!), key).toEqual(names(message));
  });
});

it('every closed vocabulary of the inventory is offered as a drop-down', () => {
  const closed = collected.flatMap((table) => columnsOf(table).filter(([, { kind }]) => kind === 'enum'));
  for (const [, spec] of closed) expect(vocabularyOf(spec)).toBeDefined();
});
