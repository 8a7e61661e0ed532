import { UsageError } from '../model/errors.js';
import { message } from './sheet.js';
import { pageOf } from './views/index.js';
import type { Asking, SheetMaker } from './views/page.js';
import type { World } from './world.js';

/** Pages by address; those that have to be asked for are asked once, when they are first shown. */
export interface Pages {
  at(address: string): SheetMaker;
}

/** What went wrong with one page; the others stay. */
function failed(error: unknown): SheetMaker {
  const told = error instanceof UsageError ? error.details : undefined;
  const lines = told
    ? [told.message, ...(told.expected ? [`expected: ${told.expected}`] : []), ...(told.tips ?? [])]
    : [error instanceof Error ? error.message : String(error)];
  return () => message('That could not be answered', ...lines);
}

/** Opens pages; `changed` is called when an answer has come. */
export function openPages(world: World, changed: () => void): Pages {
  const answers = new Map<string, SheetMaker>();
  const put = (address: string, maker: SheetMaker): void => {
    answers.set(address, maker);
    changed();
  };
  const ask = (address: string, { doing, ask: begin }: Asking): SheetMaker => {
    const waiting =
      (stage: string): SheetMaker =>
      () =>
        message(`${stage} …`, '');
    const maker = waiting(doing);
    answers.set(address, maker);
    begin((stage) => put(address, waiting(stage))).then(
      (answer) => put(address, answer),
      (error: unknown) => put(address, failed(error)),
    );
    return maker;
  };
  return {
    at(address) {
      // What takes long is asked for by Enter on its own page, and stands there from then on.
      const known = answers.get(address) ?? answers.get(`${address}:now`);
      if (known) return known;
      const page = pageOf(address, world);
      return typeof page === 'function' ? page : ask(address, page);
    },
  };
}
