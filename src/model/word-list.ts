import { z } from 'zod';

const entrySchema = z.strictObject({
  words: z
    .string()
    .min(1)
    .describe(
      'words as a reader sees them; `(a|b)` either, `[a]` may be there, `*` any end or beginning of a word, `...` up to four words, `^` first in a clause, `#` a number or a value, `@` a value of the template',
    ),
  yes: z.string().min(1).describe('a sentence in which they stand'),
  no: z.string().min(1).describe('a sentence near it in which they do not'),
});

/** `tables/<name>.yaml` of a pack of rules about templates: words by what they say and by language. */
export const wordListSchema = z.strictObject({
  about: z.string().describe('what the words have in common'),
  sources: z.array(z.string()).min(1),
  groups: z
    .record(z.string(), z.record(z.string(), z.array(entrySchema).min(1)))
    .describe('entries by group, then by language; language `fields` is about names of fields'),
});
export type WordListDefinition = z.infer<typeof wordListSchema>;
