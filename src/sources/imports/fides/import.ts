import { Gatherer } from '../gatherer.js';
import { renamePath } from '../paths.js';
import type { At, Imported, ImportText } from '../types.js';
import { fieldsOfCategories } from './categories.js';
import { type Manifests, type Resource, readManifests } from './read.js';
import type { DataFlow, FidesDataset, FidesField, FidesSystem } from './schema.js';

const byCategory = new Map(Object.entries(fieldsOfCategories));
const fieldOf = (category: string): string => renamePath(category, byCategory) ?? category;

/** The categories of a dataset's fields, and where they stand. */
function categoriesOf({ value, at }: Resource<FidesDataset>): [category: string, at: At][] {
  const own = (categories: readonly string[] | null | undefined, path: PropertyKey[]) =>
    (categories ?? []).map((category): [string, At] => [category, at(...path)]);
  const inside = (fields: readonly FidesField[] | null | undefined, path: PropertyKey[]): [string, At][] =>
    (fields ?? []).flatMap((field, i) => [
      ...own(field.data_categories, [...path, 'fields', i]),
      ...inside(field.fields, [...path, 'fields', i]),
    ]);
  const collections = (value.collections ?? []).flatMap((collection, i) => [
    ...own(collection.data_categories, ['collections', i]),
    ...inside(collection.fields, ['collections', i]),
  ]);
  return [...own(value.data_categories, []), ...collections];
}

/** Builds the rows of all manifests: systems and datasets may stand in different files. */
class Import {
  private readonly gatherers: ReadonlyMap<string, Gatherer>;
  /** The systems a dataset belongs to. */
  private readonly holders = new Map<string, Set<string>>();
  private readonly known: ReadonlySet<string>;

  constructor(
    texts: readonly ImportText[],
    private readonly manifests: Manifests,
  ) {
    this.gatherers = new Map(texts.map(({ file }) => [file, new Gatherer(file)]));
    this.known = new Set(manifests.systems.map(({ value }) => value.fides_key));
    for (const { value } of manifests.systems)
      for (const dataset of (value.privacy_declarations ?? []).flatMap((one) => one.dataset_references ?? []))
        this.holders.set(dataset, (this.holders.get(dataset) ?? new Set()).add(value.fides_key));
  }

  run(): Imported[] {
    for (const system of this.manifests.systems) this.addSystem(system);
    for (const dataset of this.manifests.datasets) this.addDataset(dataset);
    for (const { file, kind, key, at } of this.manifests.others) {
      this.of(file).count();
      this.of(file).leave(kind, key, 'says nothing of systems and flows', at);
    }
    return [...this.gatherers.values()].map((gatherer) => gatherer.done());
  }

  private of(file: string): Gatherer {
    return this.gatherers.get(file)!;
  }

  private addSystem(system: Resource<FidesSystem>): void {
    const { file, value, at } = system;
    const { fides_key, name, system_type, administrating_department } = value;
    const to = this.of(file);
    to.count();
    const silo_id = administrating_department?.trim() || null;
    if (silo_id !== null) to.add('silos', { silo_id, name: silo_id }, at('administrating_department'));
    const cells = { system_id: fides_key, name: name ?? fides_key, silo_id, technology: system_type ?? null };
    to.add('systems', cells, at());
    for (const [i, declaration] of (value.privacy_declarations ?? []).entries())
      for (const category of declaration.data_categories ?? [])
        this.hold(to, fides_key, category, 'holds', at('privacy_declarations', i));
    for (const [i, flow] of (value.ingress ?? []).entries())
      this.addFlow(system, flow, true, at('ingress', i));
    for (const [i, flow] of (value.egress ?? []).entries())
      this.addFlow(system, flow, false, at('egress', i));
  }

  private hold(to: Gatherer, system_id: string, category: string, role: string, at: At): void {
    to.add('system_fields', { system_id, field: fieldOf(category), role }, at);
  }

  /** Ingress and egress of the two ends are one flow, whichever of them says so. */
  private addFlow({ file, value }: Resource<FidesSystem>, flow: DataFlow, into: boolean, at: At): void {
    const to = this.of(file);
    const categories = flow.data_categories ?? [];
    if (flow.type === 'user') {
      if (into) for (const category of categories) this.hold(to, value.fides_key, category, 'collects', at);
      if (!into || categories.length === 0)
        to.leave(
          `${into ? 'ingress from' : 'egress to'} users`,
          value.fides_key,
          'names no data to collect',
          at,
        );
      return;
    }
    for (const other of this.endsOf(flow)) {
      if (other === value.fides_key) continue;
      this.mention(to, other, at);
      const [from, target] = into ? [other, value.fides_key] : [value.fides_key, other];
      const flow_id = `${from} > ${target}`;
      const cells = {
        flow_id,
        from_system_id: from,
        to_system_id: target,
      };
      to.add('flows', cells, at);
      for (const field of categories.map(fieldOf))
        to.add(
          'flow_fields',
          { flow_id, source_field: field, target_field: field, transform: 'identity' },
          at,
        );
    }
  }

  /** A dataset stands for the systems it belongs to; one of nobody is a place of its own. */
  private endsOf({ fides_key, type }: DataFlow): string[] {
    const holders = type === 'dataset' ? this.holders.get(fides_key) : undefined;
    return holders === undefined ? [fides_key] : [...holders].sort();
  }

  /** Systems another manifest would describe, if it were here. */
  private mention(to: Gatherer, system_id: string, at: At): void {
    if (!this.known.has(system_id)) to.add('systems', { system_id, name: system_id }, at);
  }

  private addDataset(dataset: Resource<FidesDataset>): void {
    const to = this.of(dataset.file);
    to.count();
    const { fides_key } = dataset.value;
    const holders = [...(this.holders.get(fides_key) ?? [])].sort();
    for (const [category, at] of categoriesOf(dataset))
      for (const holder of holders) this.hold(to, holder, category, 'holds', at);
    if (holders.length === 0)
      to.leave('dataset', fides_key, 'no system refers to it, so nobody is known to hold it', dataset.at());
  }
}

/**
 * Reads Fides manifests: each system is a system, its department a silo; its data categories and those of the datasets
 * it refers to are fields it holds; ingress and egress are flows, ingress from users is collection. Data flows name no
 * mechanism; `api` is assumed.
 */
export const importFides = (texts: readonly ImportText[]): readonly Imported[] =>
  new Import(texts, readManifests(texts)).run();
