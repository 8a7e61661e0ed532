import { z } from 'zod';
import type { Dataset } from './events.js';

/** A field on its way: paths are `<dataset>.<column>`. */
export interface FieldMove {
  readonly source_field: string;
  readonly target_field: string;
  readonly transform: string | null;
}

const schemaFacet = z.object({ fields: z.array(z.object({ name: z.string() })) });
const inputField = z.object({
  namespace: z.string(),
  name: z.string(),
  field: z.string(),
  transformations: z
    .array(
      z.object({ type: z.string().nullish(), subtype: z.string().nullish(), masking: z.boolean().nullish() }),
    )
    .nullish(),
});
/** https://openlineage.io/docs/spec/facets/dataset-facets/column_lineage_facet */
const lineageFacet = z.object({
  fields: z.record(
    z.string(),
    z.object({ inputFields: z.array(inputField), transformationType: z.string().nullish() }),
  ),
});

/** Facets that are read; others are told to be left out. */
export const usedFacets: ReadonlySet<string> = new Set(['schema', 'columnLineage']);

const path = (dataset: string, column: string): string => `${dataset}.${column}`;

/** Only what the event states: the same value, or a masked one; any other step is left open. */
function transformOf(
  { transformations }: z.infer<typeof inputField>,
  whole: string | null | undefined,
): string | null {
  if (transformations?.some(({ masking }) => masking)) return 'hash';
  const kinds = transformations?.map(({ subtype }) => subtype?.toUpperCase()) ?? [whole?.toUpperCase()];
  return kinds.length > 0 && kinds.every((kind) => kind === 'IDENTITY') ? 'identity' : null;
}

/** The columns of a dataset, as they stand. */
export function columnsOf({ name, facets }: Dataset): FieldMove[] {
  const facet = schemaFacet.safeParse(facets?.schema);
  if (!facet.success) return [];
  return facet.data.fields.map((field) => {
    const column = path(name, field.name);
    return { source_field: column, target_field: column, transform: 'identity' };
  });
}

/** What an output's columns are made of; columns without stated lineage as they stand. */
export function movesInto(output: Dataset): FieldMove[] {
  const facet = lineageFacet.safeParse(output.facets?.columnLineage);
  if (!facet.success) return columnsOf(output);
  const moves = Object.entries(facet.data.fields).flatMap(([column, { inputFields, transformationType }]) =>
    inputFields.map((input) => ({
      source_field: path(input.name, input.field),
      target_field: path(output.name, column),
      transform: transformOf(input, transformationType),
    })),
  );
  const explained = new Set(moves.map(({ target_field }) => target_field));
  return [...moves, ...columnsOf(output).filter(({ target_field }) => !explained.has(target_field))];
}
