import { Buffer } from 'node:buffer';
import type { Logo, RoadmapDocument } from '../../../model/roadmap-document.js';
import { asOfLine } from '../../parts/as-of.js';
import { colours, type Deck, font, inner, page, type Slide, say } from './deck.js';

const box = { width: 3, height: 1.1 };
const types = { png: 'image/png', svg: 'image/svg+xml' } as const;

/** The logo in the upper left corner, as large as its box lets it be. */
function addLogo(slide: Slide, { type, bytes, ratio }: Logo): void {
  const width = Math.min(box.width, box.height * ratio);
  slide.addImage({
    data: `data:${types[type]};base64,${Buffer.from(bytes).toString('base64')}`,
    x: page.margin,
    y: page.margin,
    w: width,
    h: width / ratio,
  });
}

/** The first slide: what it is, of whom, as of when, by whom. */
export function addCover(deck: Deck, { title, author, logo, roadmap }: RoadmapDocument): void {
  const slide = deck.addSlide();
  slide.background = { color: colours.page };
  if (logo) addLogo(slide, logo);
  slide.addShape('rect', {
    x: page.margin,
    y: 2.55,
    w: 0.08,
    h: 1.9,
    fill: { color: colours.accent },
    line: { color: colours.accent, width: 0 },
  });
  slide.addText(say(title), {
    x: page.margin + 0.3,
    y: 2.5,
    w: inner - 0.3,
    h: 1.3,
    fontFace: font,
    fontSize: title.length > 60 ? 30 : 40,
    bold: true,
    color: colours.text,
    valign: 'middle',
    margin: 0,
  });
  const lines = [asOfLine(roadmap.as_of), ...(author === '' ? [] : [author])];
  slide.addText(say(lines.join('  ·  ')), {
    x: page.margin + 0.3,
    y: 3.85,
    w: inner - 0.3,
    h: 0.6,
    fontFace: font,
    fontSize: 18,
    color: colours.muted,
    valign: 'top',
    margin: 0,
  });
}
