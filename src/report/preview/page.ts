import type { Preview } from '../../model/preview.js';
import { renderMenu, renderShell } from '../html/shell.js';
import { styles } from '../html/styles.js';
import { data, html } from '../html/tag.js';
import { renderCard } from './card.js';
import { previewStyles } from './styles.js';

const idOf = (locale: string): string => `locale-${locale === '' ? 'none' : locale.replace(/[^\w-]/g, '')}`;
const wordsOf = (locale: string): string => (locale === '' ? 'No locale' : locale);

/** A message in every channel and locale, on a page that stands alone and loads nothing. */
export function renderPreview({ message, sample, cards }: Preview): string {
  const locales = [...new Set(cards.map(({ locale }) => locale))];
  return renderShell({
    title: `Preview of ${message}`,
    heading: data(message),
    kicker: html`${sample === undefined ? 'No sample data: fields stand as ‹name›.' : html`With the values of ${data(sample)}.`} Pictures are not loaded, nothing of a template is run.`,
    menu: renderMenu(locales.map((locale) => [idOf(locale), wordsOf(locale)] as const)),
    body: locales.map(
      (
        locale,
      ) => html`<section id="${idOf(locale)}" aria-labelledby="${idOf(locale)}-head"><h2 id="${idOf(locale)}-head">${wordsOf(locale)}</h2>
<div class="cards">
${cards.filter((card) => card.locale === locale).map(renderCard)}
</div></section>
`,
    ),
    styles: `${styles}${previewStyles}`,
    framesDocuments: true,
  });
}
