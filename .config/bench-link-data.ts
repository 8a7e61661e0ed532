import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Numbers from 0 to below 1, the same on every machine (mulberry32). */
function createDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const draw = createDraw(11);
const below = (n: number): number => Math.floor(draw() * n);
const syllables =
  'ba be bo da de di do fa fe ga ge ha he ja jo ka ke ki la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se so ta te ti to va ve wa wi ya zo'.split(
    ' ',
  );
const word = (parts: number): string =>
  Array.from({ length: parts }, () => syllables[below(syllables.length)]).join('');
const words = (n: number, parts: number): string[] => Array.from({ length: n }, () => word(parts + below(2)));

/** Few values are common and many rare, as with names. */
const skewed = <T>(list: readonly T[]): T => list[Math.floor(list.length * draw() ** 3)]!;
const givenNames = words(4000, 2);
const familyNames = words(40_000, 3);
const streets = words(20_000, 3);
const towns = words(3000, 3);

const two = (n: number): string => String(n).padStart(2, '0');
const letter = (): string => String.fromCharCode(97 + below(26));

/** A slip of the pen: a letter left out, put in, changed, or two swapped. */
function misspelt(text: string): string {
  if (text.length < 3) return text;
  const at = 1 + below(text.length - 2);
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  switch (below(4)) {
    case 0:
      return head + tail.slice(1);
    case 1:
      return head + letter() + tail;
    case 2:
      return head + letter() + tail.slice(1);
    default:
      return head.slice(0, -1) + tail[0] + head.at(-1) + tail.slice(1);
  }
}

function person(n: number): string[] {
  const [given, family, town] = [skewed(givenNames), skewed(familyNames), below(towns.length)];
  const born = `${1930 + below(75)}${two(1 + below(12))}${two(1 + below(28))}`;
  const phone = `+4477009${String(below(100_000_000)).padStart(8, '0')}`;
  const street = `${skewed(streets)} ${skewed(['street', 'road', 'lane', 'avenue'])}`;
  const postcode = String(10_000 + town * 25 + below(25));
  return [
    given,
    family,
    born,
    `${given}.${family}${n % 100}@example.com`,
    phone,
    String(1 + below(200)),
    street,
    towns[town]!,
    postcode,
  ];
}

/** The same person as another system has written it down. */
const copied = (cells: readonly string[]): string[] =>
  cells.map((cell) => (draw() < 0.08 ? '' : draw() < 0.1 ? misspelt(cell) : cell));

const header =
  'record_id,given_name,family_name,date_of_birth,email,phone,street_number,street,city,postcode';

function* lines(records: number): Generator<string> {
  let record = 0;
  for (let n = 0; record < records; n++) {
    const cells = person(n);
    const copies = Math.min(1 + below(3), records - record);
    for (let i = 0; i < copies; i++)
      yield `R${(record++ * 7_919) % 100_000_007},${(i === 0 ? cells : copied(cells)).join(',')}\n`;
  }
}

/** Writes a file of so many records of persons who stand in it one to three times, with slips and gaps. */
export async function writeRecords(file: string, records: number): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header}\n`);
  let chunk = '';
  for (const line of lines(records)) {
    chunk += line;
    if (chunk.length < 1 << 18) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  stream.end(chunk);
  await once(stream, 'close');
}
