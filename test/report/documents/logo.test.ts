import { describe, expect, it } from 'vitest';
import { readLogo } from '../../../src/report/documents/logo.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const svg = (inside: string): Uint8Array =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">${inside}</svg>`);

describe('a logo', () => {
  it('is an SVG with its size', () => {
    expect(readLogo(svg('<rect width="9" height="9" fill="url(#g)"/>'))).toMatchObject({
      type: 'svg',
      ratio: 4,
    });
  });

  it('is a PNG with its size', () => {
    const png = new Uint8Array(40);
    png.set([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 30, 0, 0,
      0, 10,
    ]);
    expect(readLogo(png)).toMatchObject({ type: 'png', ratio: 3 });
  });

  it.each([
    ['a script', svg('<script>1</script>')],
    ['what runs on an event', svg('<rect onclick="x()"/>')],
    ['a link out of the file', svg('<image href="https://x.example/a.png"/>')],
    ['a style that loads something', svg('<rect style="fill:url(https://x.example)"/>')],
    ['an import', svg('<style>@import "x.css"</style>')],
    ['a document type', bytes('<!DOCTYPE svg><svg viewBox="0 0 1 1"/>')],
    ['other markup', bytes('<html><body/></html>')],
    ['no markup at all', bytes('hello')],
    ['no size', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('is none with %s', (_, given) => {
    expect(readLogo(given)).toHaveProperty('wrong');
  });
});
