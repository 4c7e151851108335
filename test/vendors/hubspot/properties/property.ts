export type DataSensitivity = 'non_sensitive' | 'sensitive' | 'highly_sensitive';

/** A property definition as the properties API gives it. */
export interface PropertyDefinition {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hasUniqueValue: boolean;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  readonly createdUserId?: string;
  readonly hubspotDefined?: true;
  readonly referencedObjectType?: string;
  readonly dataSensitivity: DataSensitivity;
  readonly sensitiveDataCategories?: readonly string[];
  readonly modificationMetadata: {
    readonly archivable: boolean;
    readonly readOnlyDefinition: boolean;
    readonly readOnlyValue: boolean;
    readonly readOnlyOptions?: boolean;
  };
}

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

type Given = Partial<PropertyDefinition> & Pick<PropertyDefinition, 'name' | 'label' | 'type'>;

/** One of HubSpot's own. It cannot be deleted. */
export function ownProperty(given: Given): PropertyDefinition {
  const calculated = given.fieldType?.startsWith('calculation_') === true;
  return {
    ...defaults(given),
    calculated,
    hubspotDefined: true,
    modificationMetadata: {
      archivable: false,
      readOnlyDefinition: true,
      readOnlyValue: calculated || given.name.startsWith('hs_'),
    },
    ...given,
  };
}

/** One that somebody at the bakery added. `hubspotDefined` is not there at all. */
export function customProperty(given: Given, createdAt: string): PropertyDefinition {
  return {
    ...defaults(given),
    createdAt,
    updatedAt: createdAt,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    ...given,
  };
}

export function options(
  values: readonly (readonly [label: string, value: string])[],
): readonly PropertyOption[] {
  return values.map(([label, value], displayOrder) => ({ label, value, displayOrder, hidden: false }));
}

function defaults({ type }: Given): Omit<PropertyDefinition, 'name' | 'label' | 'type'> {
  return {
    fieldType: FIELD_TYPES[type] ?? 'text',
    groupName: 'contactinformation',
    description: '',
    options:
      type === 'bool'
        ? options([
            ['True', 'true'],
            ['False', 'false'],
          ])
        : [],
    displayOrder: -1,
    hasUniqueValue: false,
    hidden: false,
    formField: true,
    calculated: false,
    externalOptions: false,
    archived: false,
    dataSensitivity: 'non_sensitive',
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
  };
}

const FIELD_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  bool: 'booleancheckbox',
  date: 'date',
  datetime: 'date',
  enumeration: 'select',
  phone_number: 'phonenumber',
};
