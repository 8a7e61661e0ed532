import { type Question, type Questions, questionsSchema } from '../../model/intake.js';
import { csvLine } from '../../text/csv.js';
import { cleanDeep } from '../../text/escape.js';
import { toJsonText } from '../json.js';
import { renderQuestionsMarkdown } from './markdown.js';
import { renderQuestionsTerminal } from './terminal.js';

export const questionFormats = ['terminal', 'markdown', 'csv', 'json'] as const;
export type QuestionFormat = (typeof questionFormats)[number];

const columns: Readonly<Record<string, (question: Question) => string | number | null | undefined>> = {
  owner_id: ({ owner_id }) => owner_id,
  owner: ({ owner }) => owner,
  contact: ({ contact }) => contact,
  topic: ({ topic }) => topic,
  subject: ({ subject }) => subject,
  table: ({ table }) => table,
  file: ({ place }) => place?.file,
  row: ({ place }) => place?.row,
  question: ({ question }) => question,
};

const renderCsv = (said: Questions): string =>
  [
    csvLine(Object.keys(columns)),
    ...cleanDeep(said).questions.map((one) =>
      csvLine(Object.values(columns).map((cell) => String(cell(one) ?? ''))),
    ),
  ].join('');

/** Open questions in a format: pure, the same questions give the same bytes. */
export function renderQuestions(
  said: Questions,
  format: QuestionFormat,
  options: { readonly color: boolean; readonly width: number },
): string {
  switch (format) {
    case 'json':
      return toJsonText(questionsSchema.parse(said));
    case 'csv':
      return renderCsv(said);
    case 'markdown':
      return renderQuestionsMarkdown(said);
    default:
      return renderQuestionsTerminal(said, options);
  }
}
