import type { MessageChannel, Part, PartName, Syntax, TemplateFile } from '../../model/template.js';
import { parseTemplate, recogniseSyntax } from '../syntax/index.js';
import { readMarkup } from './markup/index.js';

/** A text with what is known about it before it is parsed. */
export interface Draft {
  readonly file: TemplateFile;
  readonly key: string;
  readonly message: string;
  readonly channel: MessageChannel;
  readonly name: PartName;
  readonly locale: string;
  readonly markup: Part['markup'];
  readonly text: string;
  readonly toFile: (offset: number) => number;
  readonly syntax?: Syntax;
}

/** Parses a text: its engine's tags first, for markup can only be read around them. */
export function toPart({ syntax, ...draft }: Draft): Part {
  const parsed = parseTemplate(draft.text, syntax ?? recogniseSyntax(draft.file.path, draft.text));
  return { ...draft, parsed, ...readMarkup(draft.text, draft.markup, parsed), included: [] };
}
