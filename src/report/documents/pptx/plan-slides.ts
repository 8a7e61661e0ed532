import type { Roadmap } from '../../../model/roadmap-report.js';
import { type Bar, scheduleOf } from '../../roadmap/schedule.js';
import { addSlide, colours, type Deck, fitted, font, inner, page, portions, room, say } from './deck.js';

const label = 5;
const line = 0.34;
const head = 0.35;

/** The plan as bars wave by wave, on as many slides as it needs. */
export function addPlan(deck: Deck, { initiatives }: Pick<Roadmap, 'initiatives'>): void {
  const { bars, waves, length } = scheduleOf(initiatives);
  const scale = (inner - label) / Math.max(1, length);
  const at = (effort: number): number => page.margin + label + effort * scale;
  const parts: Bar[][] = portions(bars, () => line, room - head);
  for (const part of parts) {
    const slide = addSlide(deck, 'The plan, wave by wave');
    for (const { wave, from } of waves) {
      slide.addText(`Wave ${wave}`, {
        x: at(from) + 0.05,
        y: page.top,
        w: 1.5,
        h: head - 0.05,
        fontFace: font,
        fontSize: 12,
        bold: true,
        color: colours.muted,
        margin: 0,
      });
      slide.addShape('line', {
        x: at(from),
        y: page.top,
        w: 0,
        h: head + part.length * line,
        line: { color: colours.line, width: 1 },
      });
    }
    for (const [row, { initiative, wave, from, to }] of part.entries()) {
      const y = page.top + head + row * line;
      const title = fitted(initiative.title, label - 0.15, 12);
      slide.addText(say(title), {
        x: page.margin,
        y,
        w: label - 0.15,
        h: line,
        fontFace: font,
        fontSize: 12,
        color: colours.text,
        valign: 'middle',
        margin: 0,
      });
      slide.addShape('rect', {
        x: at(from),
        y: y + 0.07,
        w: Math.max(0.05, (to - from) * scale - 0.02),
        h: line - 0.14,
        fill: { color: wave % 2 === 1 ? colours.accent : colours.muted },
        line: initiative.quick_win ? { color: colours.good, width: 2 } : { color: colours.page, width: 0 },
      });
    }
  }
}
