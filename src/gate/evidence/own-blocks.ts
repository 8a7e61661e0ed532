import { type Block, blockAround } from './blocks.js';
import { type CodeFile, CodeWords } from './code-words.js';

const camel = (name: string): string =>
  name.replace(/[-_]+(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
/** `PASSWORD_RESET` of `passwordReset`. */
export const constant = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();

/** Places where code names a message: in quotes, as a method, function or constant. */
function mentionsOf(message: string): RegExp | undefined {
  const stem = message
    .split('/')
    .at(-1)!
    .replace(/[^\p{L}\p{N}_-]/gu, '');
  if (stem.length < 3) return undefined;
  const name = stem.replaceAll('-', '[-_]');
  return new RegExp(
    `["'\`/.:](?:${name})(?:\\.[\\w.]+)?["'\`]|\\bdefp? ${name}\\b|\\.${constant(stem)}\\b|\\b${camel(stem)}\\s*[=(]`,
    'gu',
  );
}

/** What puts values together that stand elsewhere. */
const merges =
  /\.\.\.[\w(]|\*\*\s*\w|merge|[Aa]ssign\b|putAll|addAll|\bextend|\bupdate\(|locals\(\)|\+=|<<|\|>/;

/** The methods that send one message. */
export class OwnBlocks {
  readonly words: CodeWords;
  /** Whether all they hand over is written in them. */
  readonly isClosed: boolean;

  constructor(readonly blocks: readonly Block[]) {
    const texts = blocks.map(({ file, start, end }) => ({
      path: file.path,
      text: file.text.slice(start, end),
    }));
    this.words = new CodeWords(texts);
    this.isClosed = blocks.length > 0 && !texts.some(({ text }) => merges.test(text));
  }
}

export function ownBlocks(message: string, files: readonly CodeFile[]): OwnBlocks {
  const mentions = mentionsOf(message);
  const blocks = mentions
    ? files.flatMap((file) => [...file.text.matchAll(mentions)].map(({ index }) => blockAround(file, index)))
    : [];
  return new OwnBlocks(blocks);
}

/** Words that code outside of some blocks writes otherwise than to read them of something. */
export function wordsOutside(files: readonly CodeFile[], blocks: readonly Block[]): CodeWords {
  return new CodeWords(
    files.map((file) => {
      const own = blocks.filter((block) => block.file === file).sort((a, b) => a.start - b.start);
      let text = '';
      let from = 0;
      for (const { start, end } of own) {
        text += file.text.slice(from, Math.max(from, start));
        from = Math.max(from, end);
      }
      return {
        path: file.path,
        text: (text + file.text.slice(from)).replace(/(?:\.|->|::)[\p{L}_][\p{L}\p{N}_]*(?!\s*=[^=])/gu, ' '),
      };
    }),
  );
}
