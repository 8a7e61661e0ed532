import { createHash } from 'node:crypto';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Content security policy: this style and this script, and no request to anywhere. Documents inside a page inherit it,
 * so a page that frames some allows their styles; pictures stand in the page itself.
 */
export const renderPolicy = (style: string, script: string, frames = false, pictures = frames): string =>
  [
    "default-src 'none'",
    frames ? "style-src 'unsafe-inline'" : `style-src ${hash(style)}`,
    ...(pictures ? ['img-src data:'] : []),
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
