import { assertNoMistakes, type Mistake } from '../mistakes.js';
import type { At, ImportText } from '../types.js';
import { childOf, readXml, type Xml } from './xml.js';

/** An element or relationship. */
interface Concept {
  readonly id: string;
  /** In the words of version 3: `Serving`, not `UsedByRelationship`. */
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly at: At;
}
export type Element = Concept;
export interface Relationship extends Concept {
  readonly source: string;
  readonly target: string;
  readonly accessType: string | null;
  /** Ids of the relationships it was joined from. */
  readonly parts?: readonly string[];
}

/** One model of the exchange format. */
export interface Model {
  readonly file: string;
  readonly elements: ReadonlyMap<string, Element>;
  readonly relationships: readonly Relationship[];
}

const namespace = 'http://www.opengroup.org/xsd/archimate';
const expected = 'an ArchiMate model in the Open Exchange format, 2.1 or 3.x';

const olderNames: Readonly<Record<string, string>> = {
  UsedBy: 'Serving',
  Realisation: 'Realization',
  Specialisation: 'Specialization',
};

/** Types of 2.1 end in `Relationship` and are spelt in British English. */
function typeOf({ attributes }: Xml): string {
  const type = (attributes.type ?? '').replace(/^.*:/, '').replace(/(?<=.)Relationship$/, '');
  return olderNames[type] ?? type;
}

const textOf = (one: Xml | undefined): string => one?.text.trim().replace(/\s+/g, ' ') ?? '';

/** Names of properties by id: `propertyDefinitions` since 3.0, `propertydefs` before. */
function propertyNames(root: Xml): ReadonlyMap<string, string> {
  const list = childOf(root, 'propertyDefinitions') ?? childOf(root, 'propertydefs');
  return new Map(
    (list?.children ?? []).map((one) => [
      one.attributes.identifier ?? '',
      (textOf(childOf(one, 'name')) || one.attributes.name) ?? '',
    ]),
  );
}

function propertiesOf(one: Xml, names: ReadonlyMap<string, string>): Record<string, string> {
  const list = childOf(one, 'properties')?.children ?? [];
  return Object.fromEntries(
    list.flatMap((property): [string, string][] => {
      const name = names.get(
        property.attributes.propertyDefinitionRef ?? property.attributes.identifierref ?? '',
      );
      const value = textOf(childOf(property, 'value'));
      return name && value
        ? [
            [
              name
                .trim()
                .toLowerCase()
                .replace(/[\s-]+/g, '_'),
              value,
            ],
          ]
        : [];
    }),
  );
}

/** Lines of the identifiers in a text; one pass, for asking the parser each time would read the text again. */
function rowsOf(text: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries())
    for (const [, , id] of line.matchAll(/\bidentifier\s*=\s*(["'])(.*?)\1/g))
      if (!rows.has(id!)) rows.set(id!, i + 1);
  return rows;
}

/** Reads one model and gathers what is wrong with it. */
class Reader {
  readonly elements = new Map<string, Element>();
  readonly relationships = new Map<string, Relationship>();
  private readonly rows: ReadonlyMap<string, number>;
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    private readonly file: string,
    text: string,
    private readonly root: Xml,
    private readonly mistakes: Mistake[],
  ) {
    this.rows = rowsOf(text);
    this.names = propertyNames(root);
  }

  read(): Model {
    for (const one of childOf(this.root, 'elements')?.children ?? []) this.readElement(one);
    for (const one of childOf(this.root, 'relationships')?.children ?? []) this.readRelationship(one);
    for (const one of this.relationships.values()) {
      this.check(one, 'source');
      this.check(one, 'target');
    }
    return { file: this.file, elements: this.elements, relationships: [...this.relationships.values()] };
  }

  private blame(at: At, message: string, value?: string): void {
    this.mistakes.push({ file: this.file, ...at, message, expected, ...(value !== undefined && { value }) });
  }

  private concept(one: Xml, what: string): Concept | undefined {
    const { identifier } = one.attributes;
    const at = { row: this.rows.get(identifier ?? '') ?? 1, pointer: one.pointer };
    const type = typeOf(one);
    if (!identifier) this.blame(at, `${one.pointer} has no identifier`);
    else if (type === '') this.blame(at, `${one.pointer} has no type`, identifier);
    else if (this.elements.has(identifier) || this.relationships.has(identifier))
      this.blame(at, `${one.pointer} has an identifier that stands for another ${what} already`, identifier);
    else {
      const name = textOf(childOf(one, 'name') ?? childOf(one, 'label'));
      return { id: identifier, type, name, properties: propertiesOf(one, this.names), at };
    }
    return undefined;
  }

  private readElement(one: Xml): void {
    if (one.name !== 'element') return;
    const concept = this.concept(one, 'element');
    if (concept) this.elements.set(concept.id, concept);
  }

  private readRelationship(one: Xml): void {
    if (one.name !== 'relationship') return;
    const concept = this.concept(one, 'element or relationship');
    const { source = '', target = '', accessType = null } = one.attributes;
    if (concept) this.relationships.set(concept.id, { ...concept, source, target, accessType });
  }

  private check(one: Relationship, end: 'source' | 'target'): void {
    const id = one[end];
    if (this.elements.has(id) || this.relationships.has(id)) return;
    const at = { ...one.at, pointer: `${one.at.pointer}/@${end}` };
    this.blame(
      at,
      id === '' ? `${at.pointer} is missing` : `${at.pointer} names what the model does not have`,
      id,
    );
  }
}

/** Reads models. Throws a SourceError with everything malformed in any of them. */
export function readModels(texts: readonly ImportText[]): Model[] {
  const mistakes: Mistake[] = [];
  const models = texts.flatMap(({ file, text }): Model[] => {
    const { root, mistakes: broken } = readXml(text);
    mistakes.push(...broken.map((one) => ({ file, pointer: '', expected, ...one })));
    if (root === undefined || broken.length > 0) return [];
    if (root.name === 'model' && root.namespace.startsWith(namespace))
      return [new Reader(file, text, root, mistakes).read()];
    const message = `the root element is ${root.name} of ${root.namespace || 'no namespace'}`;
    mistakes.push({ file, row: 1, pointer: root.pointer, message, expected });
    return [];
  });
  assertNoMistakes(mistakes);
  return models;
}
