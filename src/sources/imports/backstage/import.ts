import { Gatherer } from '../gatherer.js';
import { Interfaces } from '../interfaces.js';
import type { At, Direction, Imported, ImportSettings, ImportText } from '../types.js';
import { type Placed, readCatalog } from './read.js';
import { fullRef, partsOf } from './ref.js';

type Spec = NonNullable<Placed['entity']['spec']>;
type Relation = 'providesApis' | 'consumesApis' | 'dependsOn' | 'dependencyOf';

/** The kind a relation means where its reference does not say. */
const kindsOf: Readonly<Record<Relation, string>> = {
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: 'component',
  dependencyOf: 'component',
};

/** Builds the rows of all catalog files: entities refer to each other across them. */
class Import {
  private readonly gatherers: ReadonlyMap<string, Gatherer>;
  private readonly byRef: ReadonlyMap<string, Placed>;
  private readonly interfaces = new Interfaces();

  constructor(
    texts: readonly ImportText[],
    private readonly entities: readonly Placed[],
    private readonly settings: ImportSettings,
  ) {
    this.gatherers = new Map(texts.map(({ file }) => [file, new Gatherer(file)]));
    this.byRef = new Map(entities.map((one) => [one.ref, one]));
  }

  run(): Imported[] {
    for (const one of this.entities) {
      this.of(one).count();
      this.addEntity(one);
    }
    this.interfaces.write();
    for (const one of this.entities)
      if (one.kind === 'api' && !this.interfaces.has(one.ref))
        this.of(one).leave('kind API', one.ref, 'no component provides or consumes it', one.at());
    return [...this.gatherers.values()].map((gatherer) => gatherer.done());
  }

  private of({ file }: Placed): Gatherer {
    return this.gatherers.get(file)!;
  }

  private addEntity(one: Placed): void {
    const { kind, ref } = one;
    const spec = one.entity.spec ?? {};
    if (kind === 'component' || kind === 'resource') this.addSystem(one, spec);
    else if (kind === 'system') this.addSilo(one, ref, this.refOf(one, spec.domain, 'domain'));
    else if (kind === 'domain') this.addSilo(one, ref, this.refOf(one, spec.subdomainOf, 'domain'));
    else if (kind === 'group') this.addOwner(one, spec);
    else if (kind !== 'api')
      this.of(one).leave(`kind ${one.entity.kind}`, ref, 'says nothing of systems and flows', one.at());
  }

  private refOf({ namespace }: Placed, ref: string | null | undefined, kind: string): string | null {
    return ref ? fullRef(ref, { kind, namespace }) : null;
  }

  private nameOf(ref: string): string {
    const { metadata, spec } = this.byRef.get(ref)?.entity ?? {};
    return metadata?.title ?? spec?.profile?.displayName ?? metadata?.name ?? partsOf(ref).name;
  }

  private ownerOf(one: Placed, spec: Spec): string | null {
    const owner_id = this.refOf(one, spec.owner, 'group');
    if (owner_id !== null && !this.byRef.has(owner_id))
      this.of(one).add('owners', { owner_id, name: this.nameOf(owner_id) }, one.at('spec', 'owner'));
    return owner_id;
  }

  /** A system or domain, described or only named by another entity. */
  private addSilo(one: Placed, silo_id: string, parent_silo_id: string | null): void {
    const owner = this.ownerOf(one, one.entity.spec ?? {});
    this.of(one).add('silos', { silo_id, name: this.nameOf(silo_id), owner, parent_silo_id }, one.at());
    if (parent_silo_id !== null) this.mentionSilo(one, parent_silo_id);
  }

  private mentionSilo(one: Placed, silo_id: string): void {
    if (!this.byRef.has(silo_id))
      this.of(one).add('silos', { silo_id, name: this.nameOf(silo_id) }, one.at());
  }

  private addOwner(one: Placed, spec: Spec): void {
    const { ref: owner_id } = one;
    const escalates_to = this.refOf(one, spec.parent, 'group');
    const contact = spec.profile?.email ?? null;
    this.of(one).add('owners', { owner_id, name: this.nameOf(owner_id), contact, escalates_to }, one.at());
    if (escalates_to !== null && !this.byRef.has(escalates_to))
      this.of(one).add(
        'owners',
        { owner_id: escalates_to, name: this.nameOf(escalates_to) },
        one.at('spec', 'parent'),
      );
  }

  private addSystem(one: Placed, spec: Spec): void {
    const { ref: system_id } = one;
    const silo_id = this.refOf(one, spec.system, 'system');
    if (silo_id !== null) this.mentionSilo(one, silo_id);
    const cells = {
      system_id,
      name: this.nameOf(system_id),
      silo_id,
      owner: this.ownerOf(one, spec),
      technology: spec.type ?? null,
      legacy: spec.lifecycle?.toLowerCase() === 'deprecated' ? true : null,
    };
    this.of(one).add('systems', cells, one.at());
    for (const relation of Object.keys(kindsOf) as Relation[])
      for (const [i, ref] of (spec[relation] ?? []).entries())
        this.addRelation(
          one,
          relation,
          fullRef(ref, { kind: kindsOf[relation], namespace: one.namespace }),
          i,
        );
    if (spec.subcomponentOf)
      this.of(one).leave(
        'subcomponentOf',
        system_id,
        'parts are systems of their own',
        one.at('spec', 'subcomponentOf'),
      );
  }

  private addRelation(one: Placed, relation: Relation, other: string, i: number): void {
    const at = one.at('spec', relation, i);
    const { kind } = partsOf(other);
    if (kind === 'api') this.useApi(one, other, relation === 'providesApis', at);
    else if (kind !== 'component' && kind !== 'resource')
      this.of(one).leave(`${relation} of kind ${kind}`, other, 'no component or resource, so no system', at);
    else if (relation === 'dependencyOf') this.depend(one, other, one.ref, at);
    else this.depend(one, one.ref, other, at);
  }

  private directionOf(ref: string): Direction {
    return this.settings.directions[ref] ?? this.settings.directions['*'] ?? 'read';
  }

  /** The consumer of an API reads from its provider, unless the user says that it writes. */
  private useApi(one: Placed, id: string, provides: boolean, at: At): void {
    const spec = this.byRef.get(id)?.entity.spec;
    const owner = this.byRef.get(id);
    const about = {
      id,
      name: this.nameOf(id),
      mechanism: spec?.type?.toLowerCase() === 'asyncapi' ? 'stream' : 'api',
      technology: spec?.type ?? null,
      silo: owner ? this.refOf(owner, spec?.system, 'system') : null,
    };
    const use = { system: one.ref, fields: [], at, gatherer: this.of(one) };
    const direction = this.directionOf(id);
    if ((direction !== 'write') === provides || direction === 'both') this.interfaces.give(about, use);
    if ((direction !== 'write') !== provides || direction === 'both') this.interfaces.take(about, use);
  }

  /** Who depends on something reads from it, unless the user says that it writes. */
  private depend(one: Placed, dependent: string, on: string, at: At): void {
    const to = this.of(one);
    for (const ref of [dependent, on])
      if (!this.byRef.has(ref)) to.add('systems', { system_id: ref, name: this.nameOf(ref) }, at);
    const direction = this.directionOf(on);
    if (direction !== 'write') this.flow(to, on, dependent, at);
    if (direction !== 'read') this.flow(to, dependent, on, at);
  }

  private flow(to: Gatherer, from_system_id: string, to_system_id: string, at: At): void {
    const flow_id = `${from_system_id} > ${to_system_id}`;
    to.add('flows', { flow_id, from_system_id, to_system_id }, at);
  }
}

/**
 * Reads Backstage catalog files: components and resources are systems, systems and domains silos, groups owners. An API
 * is a flow from its provider to each consumer; a dependency is one from what is depended on to who depends on it.
 * Which way data really goes the catalog does not say; `directions` in unsilo.yaml settles it.
 */
export const importBackstage = (
  texts: readonly ImportText[],
  settings: ImportSettings,
): readonly Imported[] => new Import(texts, readCatalog(texts), settings).run();
