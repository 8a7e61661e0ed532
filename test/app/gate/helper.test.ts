import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { askRules, type Questions } from '../../../src/app/gate/ask-rules.js';
import { type Helper, startHelper } from '../../../src/app/gate/helper.js';
import { readNow } from '../../../src/app/gate/look.js';
import { readOwnRules } from '../../../src/app/gate/own-rules.js';
import { rulesOn } from '../../../src/gate/ask.js';
import { buildWorld } from '../../../src/gate/build-world.js';
import { createTurns } from '../../../src/gate/turns.js';
import { readParts } from '../../../src/templates/read/index.js';
import { root } from '../../cli/run-unsilo.js';

const today = '2026-07-10';

/** The example of templates, and a helper that reads it too. */
async function example(): Promise<Questions & { readonly helper: Helper }> {
  vi.stubEnv('UNSILO_HELP_FROM', '0');
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = join(root, 'fixtures/example-templates');
  const now = await readNow({ paths: [folder], today });
  const { files, contract, config } = now;
  const { rules, lists } = await readOwnRules();
  const { settings } = config;
  const asking = { contract: contract!.contract, today, evidence: new Map() };
  const world = buildWorld({ ...asking, files, settings, parts: readParts(files, settings), lists });
  const helper = startHelper({ files, settings })!;
  onTestFinished(() => helper.end());
  return {
    rules,
    world,
    settings: { rules: config.rules, gate: settings },
    helper,
    asking: { ...asking, root: config.root },
  };
}

it('a helper that is given every rule finds what one thread finds, in the same order', async () => {
  const questions = await example();
  const { rules, settings, helper, asking } = questions;
  const turns = createTurns(rulesOn(rules, settings).length);
  helper.ask({ ...asking, rules: settings.rules, turns });
  const answers = await helper.answers();
  expect(answers.size).toBe(turns.count);
  const given: Helper = {
    ask: ({ turns: own }) => own.taken.fill(own.count),
    answers: async () => answers,
    end() {},
  };
  const alone = await askRules({ ...questions, helper: undefined });
  expect(alone.hits.length).toBeGreaterThan(50);
  expect(await askRules({ ...questions, helper: given })).toEqual(alone);
});

it('what a helper took and did not answer is asked all the same', async () => {
  const questions = await example();
  const broken: Helper = {
    ask: ({ turns }) => turns.taken.fill(turns.count - 10),
    answers: async () => new Map(),
    end() {},
  };
  expect(await askRules({ ...questions, helper: broken })).toEqual(
    await askRules({ ...questions, helper: undefined }),
  );
});

it('a helper that ends before it answers has answered nothing', async () => {
  const { helper } = await example();
  helper.end();
  expect(await helper.answers()).toEqual(new Map());
});
