import { Parser } from 'htmlparser2';
import type { Logo } from '../../model/roadmap-document.js';

/** What is wrong with the bytes of a logo, in words. */
export interface BadLogo {
  readonly wrong: string;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature, length and name of the first chunk, then width and height. */
const pngHead = 24;

function readPng(bytes: Uint8Array): Logo | BadLogo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWhole = bytes.length > pngHead && view.getUint32(12) === 0x49_48_44_52;
  const [width, height] = isWhole ? [view.getUint32(16), view.getUint32(20)] : [0, 0];
  if (width === 0 || height === 0) return { wrong: 'it begins as a PNG and has no size' };
  return { type: 'png', bytes, ratio: width / height };
}

const active = new Set(['script', 'foreignObject', 'iframe', 'object', 'embed', 'audio', 'video']);

/** A logo runs nothing and loads nothing: links lead inside the file or carry what they mean. */
function offenceOf(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (active.has(name.replace(/^.*:/u, ''))) return `<${name}> has no place in a logo`;
  for (const [key, value] of Object.entries(attributes)) {
    if (/^on/iu.test(key)) return `${key} would run a script`;
    if (/(^|:)(href|src)$/iu.test(key) && !/^(#|data:image\/)/u.test(value.trim()))
      return `${key} leads out of the file`;
    if (/url\(\s*['"]?(?!#|data:image\/)/iu.test(value)) return `${key} loads something`;
  }
  return undefined;
}

function ratioOf({ viewBox = '', width = '', height = '' }: Readonly<Record<string, string>>): number {
  const [, , w, h] = viewBox
    .trim()
    .split(/[\s,]+/u)
    .map(Number);
  const [wide, high] = w && h ? [w, h] : [Number.parseFloat(width), Number.parseFloat(height)];
  const ratio = wide / high;
  return Number.isFinite(ratio) && ratio > 0 ? ratio : 0;
}

function readSvg(bytes: Uint8Array): Logo | BadLogo {
  const wrongs: string[] = [];
  let ratio: number | undefined;
  const text = new TextDecoder().decode(bytes);
  if (/<!(doctype|entity)/iu.test(text)) return { wrong: 'a document type has no place in a logo' };
  if (/@import|expression\(/iu.test(text)) return { wrong: 'its style loads something' };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (ratio === undefined && name !== 'svg') wrongs.push('it is neither a PNG nor an SVG');
        ratio ??= ratioOf(attributes);
        wrongs.push(...[offenceOf(name, attributes)].filter((one) => one !== undefined));
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (ratio === undefined) wrongs.push('it is neither a PNG nor an SVG');
  if (wrongs.length === 0 && !ratio)
    wrongs.push('it says nothing of its size: neither viewBox nor width and height');
  const [wrong] = wrongs;
  return wrong === undefined ? { type: 'svg', bytes, ratio: ratio! } : { wrong };
}

/** A picture that may stand in documents: PNG, or SVG that runs and loads nothing. */
export const readLogo = (bytes: Uint8Array): Logo | BadLogo =>
  signature.every((byte, i) => bytes[i] === byte) ? readPng(bytes) : readSvg(bytes);
