import type { ParsedText, Syntax } from '../../model/template.js';
import { parseAmpscript } from './ampscript.js';
import { parseBlade } from './blade.js';
import { finish, newDraft } from './draft.js';
import { parseEcma } from './ecma.js';
import { parseFluent } from './fluent.js';
import { parseFreeMarker } from './freemarker.js';
import { parseGo } from './go.js';
import { parseHouse } from './house.js';
import { parseIcu } from './icu.js';
import { parseLayers } from './layers.js';
import { parseMessageFormat } from './message-format.js';
import { parseMoustaches } from './moustaches.js';
import { parsePhp } from './php.js';
import { parsePipes } from './pipes.js';
import { parseRazor } from './razor.js';
import { parseRuby } from './ruby.js';
import { parseThymeleaf } from './thymeleaf.js';
import { parseVelocity } from './velocity.js';

export { recogniseSyntax } from './recognise.js';

type Parse = (text: string) => ParsedText;

const moustaches =
  (syntax: Syntax): Parse =>
  (text) =>
    parseMoustaches(text, syntax);
const pipes =
  (syntax: Syntax): Parse =>
  (text) =>
    parsePipes(text, syntax);
const house =
  (syntax: Syntax): Parse =>
  (text) =>
    parseHouse(text, syntax);

const parsers: Readonly<Partial<Record<Syntax, Parse>>> = {
  handlebars: moustaches('handlebars'),
  mustache: moustaches('mustache'),
  liquid: pipes('liquid'),
  jinja: pipes('jinja'),
  django: pipes('django'),
  twig: pipes('twig'),
  nunjucks: pipes('nunjucks'),
  blade: parseBlade,
  php: parsePhp,
  erb: parseRuby,
  ejs: parseEcma,
  go: parseGo,
  freemarker: parseFreeMarker,
  velocity: parseVelocity,
  razor: parseRazor,
  thymeleaf: parseThymeleaf,
  ampscript: parseAmpscript,
  icu: parseIcu,
  fluent: parseFluent,
  messageformat: parseMessageFormat,
};

/** Readings of a text in which a second language may stand: the sign that it does, and both in the order they are read. */
const layered: readonly { syntax: Syntax; sign: RegExp; parses: readonly Parse[] }[] = [
  { syntax: 'messageformat', sign: /<%/, parses: [parseEcma, parseMessageFormat] },
  { syntax: 'percent', sign: /<<[A-Za-z][\w. ]*>>/, parses: [house('percent'), house('angles')] },
];

/** Reads a text as its engine would; what cannot be read is a problem with a place, and never an error. */
export function parseTemplate(text: string, syntax: Syntax): ParsedText {
  if (syntax === 'none') return finish(newDraft(text), syntax);
  const layers = layered.find((one) => one.syntax === syntax && one.sign.test(text));
  if (layers) return parseLayers(text, syntax, layers.parses);
  return (parsers[syntax] ?? house(syntax))(text);
}
