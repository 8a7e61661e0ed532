import { addTo } from '../../../text/group-by.js';
import { Gatherer } from '../gatherer.js';
import { Interfaces, type Use } from '../interfaces.js';
import { toStep } from '../paths.js';
import type { Direction, Imported, ImportSettings, ImportText } from '../types.js';
import { isJunction, throughJunctions } from './junctions.js';
import { type Element, type Model, type Relationship, readModels } from './model.js';
import { isApplication, isData, type Owners, ownersOf } from './owners.js';
import { cellsOf } from './properties.js';

const systemColumns = ['kind', 'lobs', 'vendor', 'technology', 'end_of_support', 'deduplicated', 'legacy'];
const flowColumns = ['mechanism', 'latency', 'schedule', 'status'];

const labelOf = ({ name, id }: Element): string => name || id;

/** Builds the rows of one model. */
class Import {
  private readonly to: Gatherer;
  private readonly owners: Owners;
  private readonly interfaces = new Interfaces();
  /** Data associated with a flow, by the flow's id. */
  private readonly carried = new Map<string, string[]>();

  constructor(
    private readonly model: Model,
    private readonly settings: ImportSettings,
  ) {
    this.to = new Gatherer(model.file);
    this.owners = ownersOf(model);
  }

  run(): Imported {
    const { elements, relationships } = this.model;
    this.to.count(elements.size + relationships.length);
    for (const one of elements.values()) this.addElement(one);
    const flows = new Set(relationships.filter(({ type }) => type === 'Flow').map(({ id }) => id));
    const isCarrying = (one: Relationship) => one.type === 'Association' && this.noteCarried(one, flows);
    const rest = throughJunctions(this.model).filter(
      (one) => !this.owners.used.has(one.id) && !isCarrying(one),
    );
    for (const one of rest) this.addRelationship(one);
    this.interfaces.write();
    return this.to.done();
  }

  /** Since 3.1 data may be associated with the flow that carries it. */
  private noteCarried({ source, target }: Relationship, flows: ReadonlySet<string>): boolean {
    const [flow, data] = flows.has(source) ? [source, target] : [target, source];
    const object = this.model.elements.get(data);
    if (!flows.has(flow) || object === undefined || !isData(object)) return false;
    addTo(this.carried, flow, toStep(labelOf(object)));
    return true;
  }

  private addElement(one: Element): void {
    const { id, type, at } = one;
    if (isApplication(one)) {
      const silo = this.owners.siloOf(id);
      const owner = this.owners.ownerOf(id);
      if (silo) this.to.add('silos', { silo_id: silo.id, name: labelOf(silo) }, silo.at);
      if (owner) this.to.add('owners', { owner_id: owner.id, name: labelOf(owner) }, owner.at);
      const cells = {
        system_id: id,
        name: labelOf(one),
        silo_id: silo?.id ?? null,
        owner: owner?.id ?? null,
      };
      this.to.add('systems', { ...cells, ...cellsOf(one, 'systems', systemColumns, this.to) }, at);
    } else if (!this.hasMeaning(one))
      this.to.leave(`element ${type}`, labelOf(one), 'neither an application nor part of one, nor data', at);
  }

  /** Whether relationships make something of an element that is no application. */
  private hasMeaning(one: Element): boolean {
    const { applicationOf, named } = this.owners;
    return isData(one) || isJunction(one) || applicationOf(one.id) !== undefined || named.has(one.id);
  }

  private addRelationship(one: Relationship): void {
    const source = this.owners.applicationOf(one.source);
    const target = this.owners.applicationOf(one.target);
    const data = this.model.elements.get(one.target);
    if (one.type === 'Access' && source && data && isData(data)) this.access(one, source, data);
    else if (source === undefined || target === undefined) this.leave(one, 'not between two applications');
    else if (source === target) this.leave(one, 'inside one application');
    else if (one.type === 'Flow') this.flow(one, source, target, this.fieldsOf(one));
    else if (one.type === 'Triggering') this.flow(one, source, target, []);
    else if (one.type === 'Serving') this.serve(one, source, target);
    else this.leave(one, 'says nothing of data on its way');
  }

  private leave(one: Relationship, why: string): void {
    this.to.leave(`relationship ${one.type}`, one.name || one.id, why, one.at);
  }

  /** A flow carries the data associated with it, else what its name says. */
  private fieldsOf({ id, name, parts = [id] }: Relationship): readonly string[] {
    const carried = new Set(parts.flatMap((part) => this.carried.get(part) ?? []));
    if (carried.size > 0) return [...carried];
    return name === '' ? [] : [toStep(name)];
  }

  private flow(
    one: Relationship,
    from: Element,
    target: Element,
    fields: readonly string[],
    back = false,
  ): void {
    const flow_id = back ? `${one.id} (back)` : one.id;
    const stated = cellsOf(one, 'flows', flowColumns, this.to);
    const ends = { flow_id, from_system_id: from.id, to_system_id: target.id };
    this.to.add('flows', { ...ends, ...stated }, one.at);
    for (const field of fields)
      this.to.add(
        'flow_fields',
        { flow_id, source_field: field, target_field: field, transform: 'identity' },
        one.at,
      );
  }

  private directionOf(id: string): Direction {
    return this.settings.directions[id] ?? this.settings.directions['*'] ?? 'read';
  }

  /** Who is served reads, unless the user says that it writes. */
  private serve(one: Relationship, server: Element, served: Element): void {
    const direction = this.directionOf(one.source);
    if (direction !== 'write') this.flow(one, server, served, this.fieldsOf(one));
    if (direction !== 'read') this.flow(one, served, server, this.fieldsOf(one), direction === 'both');
  }

  /** What one application writes and another reads flows from the one to the other. */
  private access(one: Relationship, application: Element, data: Element): void {
    const field = toStep(labelOf(data));
    const stated = one.accessType?.toLowerCase();
    const how =
      stated === 'readwrite' ? 'both' : stated === 'read' || stated === 'write' ? stated : undefined;
    const direction = how ?? this.directionOf(data.id);
    const about = {
      id: data.id,
      name: labelOf(data),
      mechanism: null,
      technology: null,
      silo: null,
      standsAlone: false,
    };
    const use: Use = {
      system: application.id,
      fields: [{ place: field, field }],
      at: one.at,
      gatherer: this.to,
    };
    const system_id = application.id;
    if (direction !== 'read') {
      this.interfaces.give(about, use);
      this.to.add('system_fields', { system_id, field, role: 'holds' }, one.at);
    }
    if (direction !== 'write') {
      this.interfaces.take(about, use);
      this.to.add('system_fields', { system_id, field, role: 'consumes' }, one.at);
    }
  }
}

/**
 * Reads ArchiMate models in the Open Exchange format, 2.1 and 3.x: application components are systems, what groups them
 * silos, actors and roles behind them owners. Flow, Triggering and Serving between applications, or between what
 * belongs to them, are flows; so is data one writes and another reads. Names carry the meaning: a flow's name, or the
 * data object on it, is the field it carries; flows that part or meet at a junction go on behind it. Properties called
 * like a column fill it.
 */
export const importArchiMate = (
  texts: readonly ImportText[],
  settings: ImportSettings,
): readonly Imported[] => readModels(texts).map((model) => new Import(model, settings).run());
