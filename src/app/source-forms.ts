import type { ImportFormat } from '../model/enums.js';
import { readMappings, readMappingText } from '../sources/read-mappings.js';

/** A form of file unsilo reads without being told how. */
export interface SourceForm {
  readonly name: string;
  /** Canonical table its records become; `inventory` for inventories of other tools. */
  readonly table: string;
  readonly title: string;
  /** The real sample it was tried on; without one it is unproven. */
  readonly proven?: string;
  /** Where the form is described. */
  readonly page?: string;
}

const published = 'samples its makers publish, by npm run evaluate:imports';
const imports: Readonly<Record<ImportFormat, Omit<SourceForm, 'name' | 'table'>>> = {
  openlineage: {
    title: 'OpenLineage, run events',
    proven: published,
    page: 'https://openlineage.io/docs/spec/object-model',
  },
  fides: {
    title: 'Fides, systems and datasets',
    proven: published,
    page: 'https://ethyca.github.io/fideslang/',
  },
  backstage: {
    title: 'Backstage, catalogue',
    proven: published,
    page: 'https://backstage.io/docs/features/software-catalog/descriptor-format/',
  },
  asyncapi: {
    title: 'AsyncAPI, documents',
    proven: published,
    page: 'https://www.asyncapi.com/docs/reference/specification/v3.0.0',
  },
  archimate: {
    title: 'ArchiMate, model exchange file',
    page: 'https://www.opengroup.org/open-group-archimate-model-exchange-file-format',
  },
};

const importForms = Object.entries(imports).map(
  ([name, rest]): SourceForm => ({ name, table: 'inventory', ...rest }),
);

/** Inventories of other tools, then the mappings that come with unsilo, each by name. */
export async function listSourceForms(): Promise<SourceForm[]> {
  const mappings = (await readMappings()).map(({ name, table, title, proven, pages: [page] }) => ({
    name,
    table,
    title,
    ...(proven !== undefined && { proven }),
    ...(page && { page: page.url }),
  }));
  return [...importForms, ...mappings];
}

/** The file of a mapping, to look at or to begin one's own with; undefined when there is none of that name. */
export async function findSourceForm(name: string): Promise<string | undefined> {
  const mappings = await readMappings();
  return mappings.some((one) => one.name === name) ? readMappingText(name) : undefined;
}
