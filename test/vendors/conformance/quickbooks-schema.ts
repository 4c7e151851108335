import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

/** The schema of QuickBooks' entities: members stand in XML's form, and come as JSON members of the same names. */
const FILES = ['IntuitBaseTypes.xsd', 'IntuitNamesTypes.xsd', 'Finance.xsd'] as const;

interface SchemaType {
  /** The type that this one adds to, or is one of; null: none. */
  base: string | null;
  /** Names to types. */
  readonly members: Map<string, string>;
}

/** How a value of a type comes in JSON. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'object';

/** The types of Intuit's own schema files, as far as JSON shows them. */
export class QuickbooksSchema {
  private readonly types = new Map<string, SchemaType>();

  /** `folder` holds Intuit's .xsd files. */
  constructor(folder: string) {
    for (const file of FILES) this.read(readFileSync(path.join(folder, file), 'utf8'));
  }

  /** The name of an entity as the schema writes it, whatever the case it is asked for in; null: there is none. */
  entityNamed(asked: string): string | null {
    const name = [...this.types.keys()].find((one) => one.toLowerCase() === asked.toLowerCase());
    return name === undefined || !this.isEntity(name) ? null : name;
  }

  /** All members of a type with those of the types it adds to, names to types; null: there is no such type. */
  membersOf(name: string): ReadonlyMap<string, string> | null {
    const type = this.types.get(name);
    if (type === undefined) return null;
    const above = type.base === null ? null : this.membersOf(type.base);
    return new Map([...(above ?? []), ...type.members]);
  }

  /** What JSON a value of this type is; null: anything. */
  kindOf(name: string): JsonKind | null {
    const plain = PLAIN[name];
    if (plain !== undefined) return plain;
    if (name === 'xs:anyType' || name === 'IntuitAnyType') return null;
    const type = this.types.get(name);
    if (type === undefined) return name.startsWith('xs:') ? 'string' : null;
    return type.members.size === 0 && type.base !== null ? this.kindOf(type.base) : 'object';
  }

  private isEntity(name: string): boolean {
    const base = this.types.get(name)?.base ?? null;
    return base === 'IntuitEntity' || (base !== null && this.isEntity(base));
  }

  private read(text: string): void {
    const parser = new SaxesParser();
    let open: SchemaType | null = null;
    // Text with attributes, as references are: the text is the member `value`.
    let isSimple = false;
    parser.on('opentag', ({ name: tag, attributes }) => {
      const { name, type, base, ref } = attributes as Readonly<Record<string, string | undefined>>;
      const isType = tag === 'xs:complexType' || tag === 'xs:simpleType';
      if (isType && name !== undefined) {
        open = { base: null, members: new Map() };
        isSimple = false;
        this.types.set(name, open);
      } else if (open === null) {
        return;
      } else if (tag === 'xs:simpleContent') {
        isSimple = true;
      } else if ((tag === 'xs:extension' || tag === 'xs:restriction') && base !== undefined) {
        open.base ??= base;
        if (isSimple) open.members.set('value', base);
      } else if (tag === 'xs:element' || tag === 'xs:attribute') {
        const member = name ?? ref;
        if (member !== undefined) open.members.set(member, type ?? ref ?? 'xs:anyType');
      }
    });
    parser.on('closetag', ({ name, attributes }) => {
      if ((name === 'xs:complexType' || name === 'xs:simpleType') && 'name' in attributes) open = null;
    });
    parser.write(text).close();
  }
}

const PLAIN: Readonly<Record<string, JsonKind | undefined>> = {
  'xs:boolean': 'boolean',
  'xs:decimal': 'number',
  'xs:double': 'number',
  'xs:int': 'number',
  'xs:integer': 'number',
  'xs:long': 'number',
  'xs:nonNegativeInteger': 'number',
  'xs:positiveInteger': 'number',
};
