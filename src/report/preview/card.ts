import type { PreviewCard, PreviewCost } from '../../model/preview.js';
import { data, Html, html, type Part, when } from '../html/tag.js';

/** A document inside an attribute: only what would end the attribute is written otherwise. */
const inAttribute = (text: string): Html =>
  new Html(text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'));

/** Lines of a text, each by itself in direction. */
const lines = (text: string): Part =>
  text.split(/\r\n|\n/).map((line, at) => html`${at === 0 ? '' : new Html('<br>')}${line}`);

const envelope = ({ title, preheader }: PreviewCard): Part =>
  when(
    title !== undefined || preheader !== undefined,
    () => html`<p class="envelope" dir="auto"><b>${title ?? ''}</b> <span>${preheader ?? ''}</span></p>`,
  );

const words = (count: number): string => (count === 1 ? '1 segment' : `${count} segments`);

const cost = ({ encoding, units, segments, worst, assumed }: PreviewCost): Html =>
  html`<p class="cost">${words(segments)} of ${encoding}, ${units} units. At most ${words(worst)}${when(assumed.length > 0, () => html`, if ${assumed.length === 1 ? 'the field' : 'the fields'} of unknown length (${assumed.join(', ')}) have 20 characters`)}.</p>`;

function content(card: PreviewCard): Part {
  const { kind, document, text = '', dir, locale, title } = card;
  if (document !== undefined)
    return html`${envelope(card)}<iframe sandbox="" title="${title ?? 'HTML part'}" srcdoc="${inAttribute(document)}"></iframe>`;
  if (kind === 'sms' || kind === 'push')
    return html`<div class="bubble" dir="${dir}" lang="${locale}">${when(kind === 'push' && title !== undefined, () => html`<b>${title!}</b>`)}${lines(text)}</div>${card.cost ? cost(card.cost) : ''}`;
  const look = kind === 'letter' ? 'sheet' : 'plain';
  return html`${envelope(card)}<div class="${look}" dir="${dir}" lang="${locale}">${lines(text)}</div>`;
}

const names: Readonly<Record<PreviewCard['kind'], string>> = {
  mail: 'E-mail',
  sms: 'SMS',
  push: 'Push message',
  letter: 'Letter',
  text: 'Text',
};

const nameOf = ({ kind, document, channel }: PreviewCard): string => {
  if (kind === 'mail') return document === undefined ? 'E-mail, text part' : 'E-mail, HTML part';
  return kind === 'text' && channel !== 'unknown' ? channel.replaceAll('_', ' ') : names[kind];
};

/** One text as its reader gets it. */
export const renderCard = (card: PreviewCard): Html => html`<article class="card ${card.kind}">
<h3>${nameOf(card)}</h3>
${content(card)}
${when(card.missing.length > 0, () => html`<p class="cost">Without a value in the sample: ${data(card.missing.join(', '))}</p>`)}
<p class="from">${card.from.map((file, at) => html`${at === 0 ? '' : ' + '}${data(file)}`)}</p>
</article>`;
