import type { SuppliedField } from '../../../model/supply.js';
import type { FieldUse, Part } from '../../../model/template.js';
import type { Check } from '../../check.js';
import { type AskedValue, askedValues } from '../../uses.js';
import type { World } from '../../world.js';

/** What the customer types, or somebody about them. */
const isTyped = ({ field = '' }: SuppliedField): boolean => /^(?:person|contact)\b/.test(field);

/** Names of markup made elsewhere, of addresses, and of what senders put in themselves. */
const isMarkup =
  /html|markup|body|content|yield|css|style|block|header|footer|preheader|text|message|section|partial|script|ur[li]|link|href|src|image|logo|token|unsubscribe|:|^@|[(]/i;
/** Ruby's way to leave a text as it is. */
const bare = (name: string): string => name.replace(/\.html_safe$/, '');
/** Names of what people type. */
const isFree =
  /(?:^|[._])(?:(?:first|last|full|given|family|user|display|nick)_?name|comments?|notes?|memo|reason|title|remarks?|feedback|(?<!meta_|product_)description|complaint|wish(?:es)?|answer|reply|question|(?:gift|damage|claim|customer|client|user|member|guest|visitor|buyer|sender|author|personal|contact|order|delivery|complaint|incident|free)_(?:text|message|words|note))$/i;
/** `giftMessage` as `gift_message`. */
const inWords = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1_$2');
/** What one word of a name with several says, `customer_note`. */
const isFreeWord = /_(?:comments?|note|memo|reason|remarks?|feedback|description|complaint|answer|reply)$/i;

const isFreeName = (name: string): boolean => isFree.test(inWords(name)) || isFreeWord.test(inWords(name));

const inMarkup = ({ markup }: Part): boolean => markup !== 'text';

const toHit = (name: string, part: Part, use: FieldUse) => ({
  case: name,
  at: { part, span: use },
  about: use.name,
  args: { field: use.name },
});

const suppliedOf = (world: World): ReadonlyMap<FieldUse, AskedValue['supplied']> =>
  new Map([...askedValues(world)].map(({ use, supplied }) => [use, supplied]));

/** Values put into markup without escaping, as far as people may type into them. */
export const unescapedOutput: Check = function* (world) {
  const supplied = suppliedOf(world);
  for (const part of world.parts.filter(inMarkup))
    for (const use of part.parsed.uses) {
      if (!use.raw || use.local || use.role !== 'output') continue;
      const known = supplied.get(use);
      if (typeof known === 'object' && isTyped(known.field)) yield toHit('typed', part, use);
      else if (isFreeName(bare(use.name))) yield toHit('by-name', part, use);
      else if (!isMarkup.test(bare(use.name))) yield toHit('unknown', part, use);
    }
};
