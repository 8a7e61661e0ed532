import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportMermaid } from '../../../src/map/export/mermaid.js';
import { inBrowser } from '../../in-browser.js';
import { hostile, sampleMap } from './sample-map.js';

const script = fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js'));

/** What is used of Mermaid in the page. */
declare const mermaid: {
  initialize(options: object): void;
  render(id: string, text: string): Promise<{ svg: string }>;
};

inBrowser(
  'the map as Mermaid',
  () => ({ blank: '<main></main>' }),
  (open) => {
    test('is drawn with every silo, system and flow, and no name breaks out of its label', async () => {
      const page = await open('blank');
      await page.addScriptTag({ path: script });
      const picture = await page.evaluate(async (text) => {
        mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
        return (await mermaid.render('map', text)).svg;
      }, exportMermaid(sampleMap));
      await page.setContent(picture);
      const texts = async (selector: string): Promise<string[]> =>
        (await page.locator(selector).allTextContents())
          .map((one) => one.trim())
          .filter(Boolean)
          .sort();
      const drawn = {
        silos: await texts('.cluster-label'),
        systems: await texts('.node'),
        flows: await texts('.edgeLabel .label'),
        arrows: await page.locator('.edgePaths path').count(),
      };
      expect(drawn).toEqual({
        silos: ['Cards', 'Retail'],
        systems: [hostile, 'CRM', 'printer'].sort(),
        flows: ['a, b, c +2', 'contact.email, contact.phone'],
        arrows: 3,
      });
    });
  },
);

describe('the map as Mermaid', () => {
  test('is one arrow for flows between the same systems, dotted where they do not run', () => {
    const arrows = exportMermaid(sampleMap)
      .split('\n')
      .filter((line) => /^ {2}s\d+ -/.test(line));
    expect(arrows).toEqual([
      '  s1 -->|"contact.email, contact.phone"| s2',
      '  s2 -.-> s3',
      '  s3 -.-x|"a, b, c +2"| s1',
    ]);
  });

  test('says so where it has more arrows than Mermaid draws', () => {
    const flows = Array.from({ length: 501 }, (_, i) => ({ ...sampleMap.flows[0]!, from: `s${i}` }));
    const systems = flows.map(({ from }) => ({ ...sampleMap.systems[0]!, system_id: from }));
    expect(exportMermaid({ ...sampleMap, systems, flows })).toContain('%% 501 arrows: set maxEdges');
  });
});
