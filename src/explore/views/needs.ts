import type { Answers, Port } from '../port.js';
import { message, type Sheet } from '../sheet.js';
import type { Asking, SheetMaker } from './page.js';

/** What a page says that a snapshot has no answer to. */
export const needsEcosystem = ({ source }: Port, what: string): Sheet =>
  message(
    `${what} cannot be shown`,
    `${what} need the ecosystem itself: ${source} is a snapshot, which has no records.`,
    'Open the folder of the ecosystem: unsilo explore FOLDER',
  );

/** A page that only the ecosystem can answer. */
export function asked(
  { answers, ...port }: Port,
  { what, doing }: { readonly what: string; readonly doing: string },
  ask: (answers: Answers, say: (stage: string) => void) => Promise<SheetMaker>,
): SheetMaker | Asking {
  if (answers === undefined) return () => needsEcosystem(port, what);
  return { doing, ask: (say) => ask(answers, say) };
}
