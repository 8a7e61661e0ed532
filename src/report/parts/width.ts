const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ascii = /^[\x20-\x7e]*$/;
const invisible = /^[\p{M}\p{Cf}\p{Cc}]/u;
/** East Asian wide and fullwidth (UAX 11) by block, and what is drawn as an emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|.\ufe0f)/u;

const clusters = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment);
const clusterWidth = (cluster: string): number => (invisible.test(cluster) ? 0 : wide.test(cluster) ? 2 : 1);

/** Columns a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (ascii.test(text)) return text.length;
  return clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0);
}

/** Ends of parts inside a path or an id, at which a break hurts least. */
const partEnd = /^.+[./_-](?=.)/su;

/** Cuts a word longer than a line into pieces that fit, between its parts where they take half a line at least. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const cluster of clusters(word)) {
    if (piece !== '' && displayWidth(piece) + clusterWidth(cluster) > width) {
      const parts = partEnd.exec(piece)?.[0] ?? piece;
      const whole = displayWidth(parts) * 2 >= width ? parts : piece;
      pieces.push(whole);
      piece = piece.slice(whole.length);
    }
    piece += cluster;
  }
  return [...pieces, piece];
}

/** Lines of at most `width` columns, broken between words and inside words that are longer than a line. */
export function wrap(text: string, width: number): string[] {
  const words = text
    .split(' ')
    .flatMap((word) => (displayWidth(word) > width ? breakWord(word, width) : [word]));
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The first lines; when some are left out, the last one ends in an ellipsis. */
export function cutLines(lines: readonly string[], most: number, width: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = lines[most - 1] ?? '';
  const [head = ''] = wrap(last, width - 2);
  return [...lines.slice(0, most - 1), `${head} …`];
}
