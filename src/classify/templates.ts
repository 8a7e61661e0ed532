import { foldText } from './fold.js';
import { maskText } from './mask.js';

/** Texts of one kind that no rule knows: what they have in common, and how many there are. */
export interface Template {
  readonly template: string;
  readonly count: number;
}

/** Templates kept while counting; in a log with more, the rare ones are dropped. */
const mostTemplates = 20_000;

/** Counts texts by what is left when addresses, hosts, times, numbers and ids are taken out. */
export class TemplateCounter {
  private counts = new Map<string, number>();
  private counted = 0;

  add(text: string): void {
    const template = maskText(text).toLowerCase();
    this.counted++;
    this.counts.set(template, (this.counts.get(template) ?? 0) + 1);
    if (this.counts.size > mostTemplates) this.drop();
  }

  get total(): number {
    return this.counted;
  }

  /** The most frequent first, those of one count by their text. */
  all(): Template[] {
    return Array.from(this.counts, ([template, count]) => ({ template, count })).sort(
      (a, b) => b.count - a.count || (a.template < b.template ? -1 : 1),
    );
  }

  private drop(): void {
    const kept = this.all().slice(0, mostTemplates / 2);
    this.counts = new Map(kept.map(({ template, count }) => [template, count]));
  }
}

const mostWords = 9;

/** The longest run of words of a template: what a rule may look for. `` where it has none. */
export function phraseOf(template: string): string {
  const runs = template.split(/<\w+>|#|[*.:;()[\]{}"=|]+/).map((run) =>
    foldText(run)
      .trim()
      .split(' ')
      .filter((word) => !/^[2-5]\d\d$/.test(word)),
  );
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  return longest.slice(0, mostWords).join(' ');
}
