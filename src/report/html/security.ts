import { createHash } from 'node:crypto';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Content security policy: this style and this script, and no request to anywhere. Documents inside a page inherit it,
 * so a page that frames some allows their styles, and pictures that stand in the document.
 */
export const renderPolicy = (style: string, script: string, frames = false): string =>
  [
    "default-src 'none'",
    frames ? "style-src 'unsafe-inline'" : `style-src ${hash(style)}`,
    ...(frames ? ['img-src data:'] : []),
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
