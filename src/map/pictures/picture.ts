import { theme } from '../../report/html/styles/theme.js';
import { Html, html } from '../../report/html/tag.js';
import { wrap } from '../../report/parts/width.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { pictureStyles } from './styles.js';

/** What a picture shows, in rows, for readers who do not see it. */
export interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Positions of the columns that hold numbers. */
  readonly numeric: readonly number[];
}

/** A drawing with everything it needs to be understood without being seen. */
export interface Picture {
  /** Begins the ids inside it; different for every picture of a page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly body: Html;
  readonly table: Table;
}

const body = ({ id, title, description, body }: Picture): Html =>
  html`<title id="${id}-title">${isolateBidi(title)}</title><desc id="${id}-desc">${isolateBidi(description)}</desc>
${body}`;

/** The picture inside a page that has the styles. */
export const renderInline = (picture: Picture): Html =>
  html`<svg class="picture" role="img" aria-labelledby="${picture.id}-title ${picture.id}-desc" viewBox="0 0 ${picture.width} ${picture.height}" width="${picture.width}" height="${picture.height}">
${body(picture)}</svg>`;

const margin = 24;

/** The picture as a file of its own, in the colours of the reader's system, with its title above it. */
export function renderSvg(picture: Picture): string {
  const width = picture.width + 2 * margin;
  const lines = wrap(picture.title, Math.max(20, Math.floor(picture.width / 10)));
  const head = 20 + lines.length * 24;
  const height = picture.height + 2 * margin + head;
  const file = html`<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-labelledby="${picture.id}-title ${picture.id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<style>${new Html(`${theme}${pictureStyles}`)}</style>
<rect class="page" width="${width}" height="${height}"/>
${lines.map((line, row) => html`<text class="heading" x="${margin}" y="${margin + 18 + row * 24}">${isolateBidi(line)}</text>`)}
<svg x="${margin}" y="${margin + head}" width="${picture.width}" height="${picture.height}" overflow="visible">
${body(picture)}</svg>
</svg>
`;
  return file.text;
}
