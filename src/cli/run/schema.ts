import { findSchema, schemaNames } from '../../app/schemas.js';
import { findSourceForm, listSourceForms } from '../../app/source-forms.js';
import { UsageError } from '../../model/errors.js';
import { didYouMean } from '../../text/nearest.js';
import { show } from '../show.js';

const width = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));

/** Every form of file that is read without being told how, one a line. */
async function listForms(): Promise<string> {
  const forms = await listSourceForms();
  const names = width(forms.map(({ name }) => name));
  const tables = width(forms.map(({ table }) => table));
  const lines = forms.map(({ name, table, title, proven }) => {
    const isProven = proven === undefined ? 'unproven' : 'proven  ';
    return `${name.padEnd(names)}  ${table.padEnd(tables)}  ${isProven}  ${title}\n`;
  });
  return lines.join('');
}

async function runSources(form: string | undefined): Promise<void> {
  const text = form === undefined ? await listForms() : await findSourceForm(form);
  if (text !== undefined) {
    await show(text);
    return;
  }
  const names = (await listSourceForms()).map(({ name }) => name);
  throw new UsageError({
    message: `there is no mapping '${form}'`,
    expected: names.join(', '),
    tips: didYouMean(form!, names),
  });
}

/** Prints one JSON Schema, the names of all, or the forms of sources known by themselves. */
export async function runSchema(name: string, form?: string): Promise<void> {
  if (name === 'sources') return runSources(form);
  if (name === 'list') {
    await show(`${[...schemaNames, 'sources'].join('\n')}\n`);
    return;
  }
  const schema = findSchema(name);
  if (!schema) {
    throw new UsageError({
      message: `unknown schema '${name}'`,
      expected: schemaNames.join(', '),
      tips: didYouMean(name, [...schemaNames, 'sources']),
    });
  }
  await show(`${JSON.stringify(schema, null, 2)}\n`);
}
