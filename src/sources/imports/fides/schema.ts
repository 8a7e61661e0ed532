import { z } from 'zod';

const key = z.string().min(1);
const texts = z.array(z.string()).nullish();

const dataFlow = z.object({
  fides_key: key,
  type: z.enum(['system', 'dataset', 'user']).nullish(),
  data_categories: texts,
});
export type DataFlow = z.infer<typeof dataFlow>;

/** What is used of a system, https://ethyca.github.io/fideslang/resources/system/. */
export const systemSchema = z.object({
  fides_key: key,
  name: z.string().nullish(),
  system_type: z.string().nullish(),
  administrating_department: z.string().nullish(),
  ingress: z.array(dataFlow).nullish(),
  egress: z.array(dataFlow).nullish(),
  privacy_declarations: z
    .array(z.object({ name: z.string().nullish(), data_categories: texts, dataset_references: texts }))
    .nullish(),
});
export type FidesSystem = z.infer<typeof systemSchema>;

interface FidesField {
  name: string;
  data_categories?: string[] | null | undefined;
  fields?: FidesField[] | null | undefined;
}
const field: z.ZodType<FidesField> = z.lazy(() =>
  z.object({ name: key, data_categories: texts, fields: z.array(field).nullish() }),
);

export type { FidesField };

/** What is used of a dataset, https://ethyca.github.io/fideslang/resources/dataset/. */
export const datasetSchema = z.object({
  fides_key: key,
  name: z.string().nullish(),
  data_categories: texts,
  collections: z
    .array(z.object({ name: key, data_categories: texts, fields: z.array(field).nullish() }))
    .nullish(),
});
export type FidesDataset = z.infer<typeof datasetSchema>;

/** A manifest: lists of resources by kind. */
export const manifestSchema = z.record(z.string(), z.unknown());
