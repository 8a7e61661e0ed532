import type { Roadmap } from '../../../model/roadmap-report.js';
import { type Bar, type Schedule, scheduleOf } from '../../roadmap/schedule.js';
import {
  addSlide,
  colours,
  type Deck,
  fitted,
  font,
  inner,
  page,
  portions,
  room,
  type Slide,
  say,
} from './deck.js';

const label = 5;
const line = 0.34;
const head = 0.35;

function addColumns(slide: Slide, { waves }: Schedule, wide: number, rows: number): void {
  for (const [column, wave] of waves.entries()) {
    const x = page.margin + label + column * wide;
    slide.addText(`Wave ${wave}`, {
      x: x + 0.07,
      y: page.top,
      w: wide - 0.1,
      h: head - 0.05,
      fontFace: font,
      fontSize: 12,
      bold: true,
      color: colours.muted,
      margin: 0,
    });
    slide.addShape('line', {
      x,
      y: page.top,
      w: 0,
      h: head + rows * line,
      line: { color: colours.line, width: 1 },
    });
  }
}

function addBar(slide: Slide, { initiative, column, length }: Bar, wide: number, row: number): void {
  const y = page.top + head + row * line;
  const x = page.margin + label + column * wide + 0.07;
  const own = Math.max(0.05, length * (wide - 0.55));
  const text = { h: line, fontFace: font, valign: 'middle', margin: 0 } as const;
  slide.addText(say(fitted(initiative.title, label - 0.15, 12)), {
    ...text,
    x: page.margin,
    y,
    w: label - 0.15,
    fontSize: 12,
    color: colours.text,
  });
  slide.addShape('rect', {
    x,
    y: y + 0.07,
    w: own,
    h: line - 0.14,
    fill: { color: colours.accent },
    line: initiative.quick_win ? { color: colours.good, width: 2 } : { color: colours.page, width: 0 },
  });
  slide.addText(String(initiative.effort), {
    ...text,
    x: x + own + 0.05,
    y,
    w: 0.45,
    fontSize: 10,
    color: colours.muted,
  });
}

/** The plan as bars in the columns of its waves, on as many slides as it needs. */
export function addPlan(deck: Deck, { initiatives }: Pick<Roadmap, 'initiatives'>): void {
  const schedule = scheduleOf(initiatives);
  const wide = (inner - label) / Math.max(1, schedule.waves.length);
  for (const part of portions(schedule.bars, () => line, room - head)) {
    const slide = addSlide(deck, 'The plan: effort in each wave');
    addColumns(slide, schedule, wide, part.length);
    for (const [row, bar] of part.entries()) addBar(slide, bar, wide, row);
  }
}
