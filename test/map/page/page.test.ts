import { describe, expect, test } from 'vitest';
import { mostFindings, renderData } from '../../../src/map/page/data.js';
import { renderPage } from '../../../src/map/page/page.js';
import { aFinding, smallAtlas } from '../small-atlas.js';

const hostile = smallAtlas({
  systems: ['</script><script_1:"x"', 'b&amp;:<!--'],
  flows: ['b&amp;>b&amp; 1 f</script>.<img_src=x>'],
  findings: [
    {
      ...aFinding('<b>', 'system:b', []),
      title: '</script><script>alert(1)</script>',
      message: '<img src=x>',
    },
  ],
});

describe('the page', () => {
  test('lets no text of an input become markup', () => {
    const page = renderPage(hostile);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<img|<!--/);
  });

  test('keeps its data free of tags, and readable', () => {
    const text = renderData(hostile);
    expect(text).not.toContain('<');
    const { systems } = JSON.parse(text) as { systems: string[][] };
    expect(systems.map(([id]) => id)).toEqual(['</script><script_1', 'b&amp;']);
  });

  test('lists the worst findings and counts the rest', () => {
    const findings = Array.from({ length: mostFindings + 3 }, (_, i) => aFinding(`f${i}`, 'system:a', []));
    const page = renderPage(smallAtlas({ systems: ['a:x'], flows: [], findings }));
    expect(page.match(/data-finding=/g)).toHaveLength(mostFindings);
    expect(page).toContain('3 findings of lower weight are left out here');
  });

  test('of an empty inventory stands all the same', () => {
    expect(renderPage(smallAtlas({ systems: [], flows: [] }))).toContain('The audit found nothing');
  });
});
