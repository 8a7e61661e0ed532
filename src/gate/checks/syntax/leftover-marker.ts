import type { Part } from '../../../model/template.js';
import { languageOf } from '../../../templates/facts/locales.js';
import type { Check, GateHit } from '../../check.js';

/** `TODO` is a word where "all" is meant: Spanish, Portuguese, Galician, Italian. */
const allLanguages = /^(?:es|pt|gl|it|ca|ast)\b/;
const marker = /(?<![\p{L}\p{N}_-])(?:TODO(?=[:( ]|$)|FIXME|TBD|XXX)(?![\p{L}\p{N}_-])/gu;
const certainMarker = /(?<![\p{L}\p{N}_-])(?:TODO(?=[:(])|FIXME)(?![\p{L}\p{N}_-])/gu;
/** Words that stand for others, in capitals only: `REPLACE ME`, `CHANGEME`, `[INSERT NAME HERE]`. */
const standIn =
  /(?<![\p{L}\p{N}_-])(?:(?:REPLACE|CHANGE|FILL|EDIT|DELETE)[ _-]?(?:ME|THIS)(?:[ _-](?:IN|OUT))?|(?:INSERT|ADD|ENTER|YOUR|PUT)[ _-][A-Z][A-Z _-]{0,40}[ _-]HERE|PLACEHOLDER(?: TEXT)?|DO NOT (?:SEND|RELEASE|PUBLISH)|DUMMY TEXT|SAMPLE TEXT)(?![\p{L}\p{N}_-])/gu;
/** Most texts have none of them, which is cheap to see. */
const inCapitals =
  /REPLACE|CHANGE|FILL|EDIT|DELETE|INSERT|ADD|ENTER|YOUR|PUT|PLACEHOLDER|DO NOT|DUMMY|SAMPLE/;
/** What translators write to one another, in brackets or in capitals: `[revisar]`, `(Übersetzung prüfen)`. */
const review =
  /[[(]\s?(?:(?:please |pls )?(?:check|verify|confirm|review|translate)(?: (?:this|amount|date|name|wording|translation|with [a-z ]{2,20}|me))?|to be (?:confirmed|checked|translated|reviewed)|needs? (?:review|translation|check)|(?:bitte |übersetzung |text )?(?:prüfen|übersetzen|klären)|(?:à|a) (?:vérifier|traduire|confirmer|compléter|revisar|traducir|verificar|confirmar|traduzir)|revisar|traducir|verificar|por (?:revisar|traducir|confirmar)|da (?:verificare|tradurre|rivedere|confermare)|rever|traduzir|do (?:sprawdzenia|tłumaczenia|przetłumaczenia|uzupełnienia)|sprawdzić|(?:nog )?(?:te )?(?:controleren|vertalen|checken)|kontrollera|översätt|tarkista|ověřit|zkontrolovat|přeložit|ellenőrizni|fordítandó|проверить|перевести|перевірити|перекласти|kontrol (?:et|edilecek)|çevrilecek|要確認|要翻訳|待翻译|待确认|待确定|확인 필요|번역 필요|للمراجعة|يحتاج ترجمة|نیاز به ترجمه|بررسی شود|לבדיקה|לתרגום)\s?[!?.:…]{0,3}\s?[\])]/giu;
const pending =
  /(?<![\p{L}\p{N}_-])(?:PENDIENTE DE (?:TRADUCCIÓN|TRADUCIR|REVISIÓN)|(?:À|A) (?:TRADUIRE|VÉRIFIER|TRADURRE|TRADUZIR)|DA TRADURRE|POR TRADU[CZ]IR|NICHT ÜBERSETZT|ÜBERSETZUNG FEHLT|NOG (?:TE )?VERTALEN|DO PRZETŁUMACZENIA|NOT TRANSLATED|NEEDS TRANSLATION|TRANSLATE ME|UNTRANSLATED|TRANSLATION (?:MISSING|PENDING|NEEDED)|ПЕРЕВЕСТИ|ÇEVRİLECEK)(?![\p{L}\p{N}_-])/gu;
/** A text that begins with the language it is still to be put into: `[DE] Call us`. */
const tagged = /^\s*(?:\[[A-Z]{2}(?:[-_][A-Z]{2})?\]|\([A-Z]{2}\)|[A-Z]{2}:)(?=\s+\p{Lu})/gu;
const filler = /\b(?:lorem ipsum|dolor sit amet|consectetur adipiscing)\b/gi;
const bracketed =
  /\[(?:(?:your|the|insert|enter|add) [a-z][a-z ]{1,40}|[A-Z][a-z]+(?: (?:[A-Z][a-z]+|[A-Z]{2,}|of|and)){1,4}(?:, [A-Z]{2,4})?)\](?!\()/g;
const testAddress =
  /\b(?:test|foo|asdf|abc|xyz|dummy|(?:john|jane)[._]?(?:doe|smith))@(?:test|foo|bar|asdf|abc|xyz|dummy|mail|email|gmail|example)\.(?:com|org|net)\b/gi;
const localHost =
  /^(?:https?:)?\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|[\w-]+\.(?:local|localdomain|ngrok\.io|lvh\.me))(?=[:/?#]|$)/i;
const exampleHost = /^(?:https?:)?\/\/(?:[\w-]+\.)*example\.(?:com|org|net)(?=[:/?#]|$)/i;
const emptyTarget = /^(?:#!?|javascript:\s?(?:void\(0\)|;)?;?)$/i;

/** Folders whose texts are shown to developers and not to readers. */
const sampleFolder = /(?:^|\/)(?:samples?|examples?|demos?|drafts?|__tests__|specs?|storybook|mockups?)\//i;

/** A share of messages above which a word in brackets is part of a kit that others fill in. */
const kitShare = 0.5;

function* inProse(part: Part, sign: RegExp, name: string): Generator<GateHit> {
  for (const match of part.prose.text.matchAll(sign)) {
    const span = {
      start: part.prose.toText(match.index),
      end: part.prose.toText(match.index + match[0].length - 1) + 1,
    };
    yield { case: name, at: { part, span }, about: match[0], args: { marker: match[0] } };
  }
}

function* inLinks(part: Part, isOwn: (target: string) => boolean): Generator<GateHit> {
  for (const { target, start, end } of part.links) {
    const name = localHost.test(target)
      ? 'local-link'
      : exampleHost.test(target) && !isOwn(target)
        ? 'example-link'
        : emptyTarget.test(target.trim()) && part.channel === 'email'
          ? 'empty-link'
          : undefined;
    if (name)
      yield { case: name, at: { part, span: { start, end } }, about: target, args: { marker: target } };
  }
}

/** Whether most messages have words in brackets, so that they are a kit to be filled in by hand. */
function isKit(parts: readonly Part[]): boolean {
  const messages = new Set<string>();
  const marked = new Set<string>();
  for (const { message, prose } of parts) {
    messages.add(message);
    if (prose.text.search(bracketed) >= 0) marked.add(message);
  }
  return marked.size > messages.size * kitShare && messages.size > 4;
}

/** Whether the tag at the beginning names the language of the text. */
const isTagged = ({ prose, locale }: Part): boolean =>
  locale !== '' &&
  prose.text
    .slice(0, 6)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .startsWith(languageOf(locale));

function* leftIn(part: Part, kit: boolean, isOwn: (target: string) => boolean): Generator<GateHit> {
  const sample = sampleFolder.test(part.file.path);
  yield* inProse(part, allLanguages.test(part.locale) ? certainMarker : marker, sample ? 'sample' : 'marker');
  if (inCapitals.test(part.prose.text)) yield* inProse(part, standIn, sample ? 'sample' : 'marker');
  if (/[[(]/.test(part.prose.text)) yield* inProse(part, review, sample ? 'sample' : 'marker');
  yield* inProse(part, pending, sample ? 'sample' : 'marker');
  if (part.key !== '' && isTagged(part)) yield* inProse(part, tagged, sample ? 'sample' : 'marker');
  yield* inProse(part, filler, sample ? 'sample' : 'filler');
  if (part.parsed.syntax !== 'brackets') yield* inProse(part, bracketed, kit || sample ? 'kit' : 'bracketed');
  yield* inProse(part, testAddress, 'test-address');
  yield* inLinks(part, isOwn);
}

/** What an author left for later: words, filler, links that lead nowhere. */
export const leftoverMarker: Check = function* ({ parts, settings, contract }) {
  const owned = [...(settings.domains ?? []), ...(contract?.owned_domains ?? [])];
  const isOwn = (target: string): boolean => owned.some((domain) => target.includes(domain));
  const messages = parts.filter(({ channel }) => channel !== 'unknown');
  const kit = isKit(messages);
  for (const part of messages) yield* leftIn(part, kit, isOwn);
  for (const part of parts)
    if (part.channel === 'unknown' && part.key === '' && !sampleFolder.test(part.file.path))
      yield* inProse(part, filler, 'filler');
};
