import type { TwinBox, TwinLine, TwinMap, TwinPoint, TwinState } from '../../../model/roadmap-document.js';
import { boxLines, type Day, marksOn, middleOf } from '../../roadmap/twin.js';
import { addSlide, colours, type Deck, font, inner, page, room, type Slide, say } from './deck.js';

/** Where and how large a map stands: inches a unit of the map, and its corner. */
interface Place {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

type ShapeName = Parameters<Slide['addShape']>[0];
/** Shapes by their points; the library knows the name, its types do not. */
const ownShape: string = 'custGeom';

const colourOf: Readonly<Record<TwinState['mark'], string>> = {
  kept: colours.muted,
  missing: colours.critical,
  new: colours.good,
  changed: colours.good,
  gone: colours.muted,
};
const signOf: Readonly<Record<TwinState['mark'], string>> = {
  kept: '',
  missing: '×',
  new: '+',
  changed: '•',
  gone: '–',
};

/** The smallest box that holds all points of a line, controls included; no side of it is nothing. */
function frameOf({ from, curves }: TwinLine) {
  const points = [from, ...curves.flat()];
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) };
}

function addLine(
  slide: Slide,
  line: TwinLine,
  { forth, back, mark }: TwinState,
  { scale, x, y }: Place,
): void {
  const frame = frameOf(line);
  const inside = (point: TwinPoint) => ({ x: (point.x - frame.x) * scale, y: (point.y - frame.y) * scale });
  const isDrawn = mark !== 'missing';
  slide.addShape(ownShape as ShapeName, {
    x: x + frame.x * scale,
    y: y + frame.y * scale,
    w: frame.width * scale,
    h: frame.height * scale,
    points: [
      { ...inside(line.from), moveTo: true },
      ...line.curves.map(([a, b, end]) => {
        const [one, two] = [inside(a), inside(b)];
        return {
          ...inside(end),
          curve: { type: 'cubic' as const, x1: one.x, y1: one.y, x2: two.x, y2: two.y },
        };
      }),
    ],
    line: {
      color: colourOf[mark],
      width: mark === 'kept' || mark === 'gone' ? 0.75 : 1.75,
      dashType: mark === 'missing' || mark === 'gone' ? 'dash' : 'solid',
      ...(isDrawn && forth && { endArrowType: 'triangle' as const }),
      ...(isDrawn && back && { beginArrowType: 'triangle' as const }),
    },
  });
  if (mark !== 'kept')
    addSign(slide, { x: x + middleOf(line).x * scale, y: y + middleOf(line).y * scale }, mark);
}

/** A disc with its sign, told apart without colour. */
function addSign(slide: Slide, { x, y }: TwinPoint, mark: TwinState['mark']): void {
  const size = 0.17;
  slide.addText(signOf[mark], {
    shape: 'ellipse',
    x: x - size / 2,
    y: y - size / 2,
    w: size,
    h: size,
    fill: { color: colours.page },
    line: { color: colourOf[mark], width: 1 },
    fontFace: font,
    fontSize: 9,
    bold: true,
    color: colourOf[mark],
    align: 'center',
    valign: 'middle',
    margin: 0,
  });
}

function addBox(slide: Slide, box: TwinBox, day: Day, { scale, x, y }: Place): void {
  const { name, note, heard, isShort } = boxLines(box, day);
  const size = Math.max(5, Math.min(12, scale * 72 * 12));
  const run = (text: string, options: object, last: boolean) => ({
    text: say(text),
    options: { ...options, breakLine: !last },
  });
  const rows = [
    { text: name.join(' '), options: { bold: true, fontSize: size, color: colours.text } },
    ...note.map((text) => ({ text, options: { fontSize: size * 0.9, color: colours.muted } })),
    ...(heard === ''
      ? []
      : [
          {
            text: heard,
            options: {
              fontSize: size * 0.9,
              bold: isShort,
              color: isShort ? colours.critical : colours.muted,
            },
          },
        ]),
  ];
  slide.addText(
    rows.map(({ text, options }, i) => run(text, options, i === rows.length - 1)),
    {
      shape: 'roundRect',
      rectRadius: 0.03,
      x: x + box.x * scale,
      y: y + box.y * scale,
      w: box.width * scale,
      h: box.height * scale,
      fill: { color: colours.panel },
      line: { color: colours.muted, width: 0.75 },
      fontFace: font,
      align: 'center',
      valign: 'middle',
      margin: 0,
    },
  );
}

function addSide(slide: Slide, map: TwinMap, day: Day, place: Place): void {
  const rank = (line: TwinLine): number => Number(line[day]?.mark !== 'kept');
  for (const line of [...map.lines].sort((a, b) => rank(a) - rank(b))) {
    const state = line[day];
    if (state) addLine(slide, line, state, place);
  }
  for (const box of map.boxes) if (box[day]) addBox(slide, box, day, place);
}

/** What the signs mean, below the maps. */
function addLegend(slide: Slide, map: TwinMap): void {
  const words = marksOn(map)
    .filter(([mark]) => mark !== 'kept')
    .map(([mark, text]) => `${signOf[mark]} ${text}`)
    .join('     ');
  slide.addText(words, {
    x: page.margin,
    y: page.height - 0.5,
    w: inner - 0.8,
    h: 0.3,
    fontFace: font,
    fontSize: 11,
    color: colours.muted,
    margin: 0,
  });
}

const heads: Readonly<Record<Day, string>> = { today: 'Today', tomorrow: 'Tomorrow' };
const days: readonly Day[] = ['today', 'tomorrow'];

/** Both maps on one slide beside each other; maps too wide for that get one each. */
export function addMaps(deck: Deck, title: string, map: TwinMap): void {
  const isWide = map.width > 760;
  const width = isWide ? inner : (inner - 0.5) / 2;
  const top = page.top + 0.2;
  const scale = Math.min(width / map.width, (room - 0.3) / map.height, 0.0125);
  let slide = addSlide(deck, title);
  for (const [i, day] of days.entries()) {
    if (isWide && i > 0) slide = addSlide(deck, title);
    const left = page.margin + (isWide ? 0 : i * (width + 0.5));
    slide.addText(heads[day], {
      x: left,
      y: page.top - 0.2,
      w: width,
      h: 0.3,
      fontFace: font,
      fontSize: 14,
      bold: true,
      color: colours.text,
      margin: 0,
    });
    addSide(slide, map, day, { scale, x: left + (width - map.width * scale) / 2, y: top });
    if (isWide || i > 0) addLegend(slide, map);
  }
}
