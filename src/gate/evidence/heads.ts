import type { SuppliedField, Supply } from '../../model/supply.js';
import type { Part, TemplateFile } from '../../model/template.js';
import { fieldsOfHead } from './from-head.js';

/** What the heads of a message's files declare together, by message. */
export function suppliesOfHeads(parts: readonly Part[]): Map<string, Supply> {
  const seen = new Map<TemplateFile, SuppliedField[] | undefined>();
  const found = new Map<string, { source: string; fields: Map<string, SuppliedField> }>();
  for (const { file, message } of parts) {
    if (!file.text.startsWith('---') && !file.text.startsWith('\ufeff---')) continue;
    if (!seen.has(file)) seen.set(file, fieldsOfHead(file.text));
    const own = found.get(message) ?? { source: file.path, fields: new Map() };
    for (const field of seen.get(file) ?? []) own.fields.set(field.name, field);
    if (own.fields.size > 0) found.set(message, own);
  }
  return new Map(
    [...found].map(([message, { source, fields }]) => [
      message,
      { evidence: 'tags', source, fields: [...fields.values()] },
    ]),
  );
}
