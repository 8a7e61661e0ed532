import { type Block, blockAround } from './blocks.js';
import { type CodeFile, CodeWords } from './code-words.js';
import type { Mention } from './mentions.js';

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

export const ownBlocks = (places: readonly Mention[], files: readonly CodeFile[]): OwnBlocks =>
  new OwnBlocks(places.map(({ file, at }) => blockAround(files[file]!, at)));

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
