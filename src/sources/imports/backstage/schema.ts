import { z } from 'zod';

const refs = z.array(z.string().min(1)).nullish();
const text = z.string().nullish();

/** What is used of an entity, https://backstage.io/docs/features/software-catalog/descriptor-format. */
export const entitySchema = z.object({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.object({ name: z.string().min(1), namespace: text, title: text }),
  spec: z
    .object({
      type: text,
      lifecycle: text,
      owner: text,
      system: text,
      domain: text,
      subdomainOf: text,
      subcomponentOf: text,
      parent: text,
      profile: z.object({ displayName: text, email: text }).nullish(),
      providesApis: refs,
      consumesApis: refs,
      dependsOn: refs,
      dependencyOf: refs,
    })
    .nullish(),
});
export type Entity = z.infer<typeof entitySchema>;
