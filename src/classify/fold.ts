const placeholders = /<(?:address|host|ip|time|id|url)>|#/g;
/** Everything beyond ASCII takes the longer way. */
const beyondAscii = /[^ -~]/;
const apostrophes = /['\u2018\u2019`]/g;

/**
 * Words alone, in small letters, one blank around each: what phrases are looked for in. What masking left out is gone,
 * so that `User <address> unknown` reads like `user unknown`; accents are dropped.
 */
export function foldText(masked: string): string {
  const bare = masked.replace(placeholders, ' ').toLowerCase().replace(apostrophes, '');
  if (!beyondAscii.test(bare)) return ` ${bare.replace(/[^a-z0-9]+/g, ' ').trim()} `;
  const plain = bare.normalize('NFKD').replace(/\p{M}+/gu, '');
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
