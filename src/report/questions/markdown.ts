import type { Questions } from '../../model/intake.js';
import { markdownCode, markdownText } from '../../text/escape-markdown.js';
import { countOf } from '../parts/shares.js';
import { type Asked, basis, byOwner, placeText } from './groups.js';

function group({ owner, contact, questions }: Asked): string[] {
  const who = owner === null ? 'No owner known' : markdownText(owner);
  return [
    `## ${who}`,
    '',
    ...(contact === null ? [] : [markdownText(contact), '']),
    ...questions.map((question) => {
      const place = placeText(question);
      return `- [ ] ${markdownText(question.question)}${place === '' ? '' : ` (${markdownCode(place)})`}`;
    }),
    '',
  ];
}

/** A list to tick off, a section for each owner: to be sent around. */
export function renderQuestionsMarkdown(said: Questions): string {
  const lines = [
    `# Open questions: ${markdownText(said.ecosystem)}`,
    '',
    `${said.questions.length === 0 ? 'No questions' : countOf(said.questions.length, 'question')}, ${basis(said)}.`,
    '',
    ...byOwner(said).flatMap(group),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
