import { judge, macroF1 } from '../classify/reports/notes.js';

/** Prints how well own call notes, a third of them written apart from the rules, are put in their class. Usage: `npm run evaluate:notes`. */
for (const part of ['development', 'held-out'] as const) {
  const parts = judge(part);
  const all = parts.flatMap(({ judged }) => judged);
  const figures = parts.map(({ language, judged }) => `${language} ${macroF1(judged).toFixed(3)}`);
  process.stdout.write(
    `${part}: ${all.length} notes, class macro-F1 ${macroF1(all).toFixed(3)} (${figures.join(', ')})\n`,
  );
}
