import type { FieldFact, Source } from '../contract/fact.js';
import { hubspotContactFields, type VendorField } from '../kit/vendor-fields/hubspot-contact.js';
import type { CrmType } from './paths.js';
import type { Property } from './property.schema.js';

/** How much the business has asked HubSpot to guard a property; archived ones hold values that nobody can read. */
export type PropertyState = 'non_sensitive' | 'sensitive' | 'highly_sensitive' | 'archived';

export interface FoundProperty {
  readonly property: Property;
  readonly state: PropertyState;
}

const ownContactFields = new Map(hubspotContactFields.map((field) => [field.name, field]));

/** HubSpot names these by a pattern: one for each kind of mail, and four for each stage of a contact's life. */
const OPT_OUT = /^hs_email_optout_\d+$/u;
const STAGE = /^hs_v2_(date_entered|date_exited|cumulative_time_in|latest_time_in)_/u;

/** Made by HubSpot from what stands in other properties of the same record: no new data, so it is not counted again. */
const COPY = /^hs_(searchable_)?calculated_|^hs_full_name_or_email$/u;
/** What HubSpot counts or decides holds nothing personal, whatever it is called. */
const COUNTED_OR_DECIDED = /^(number|bool|datetime)$/u;
const LONG_TEXT = /^(textarea|html)$/u;
/** Choices that are shown to the classifier. */
const MOST_OPTIONS = 60;

/** What a property is as a field. Whether its values are to be read depends on what they can hold, and on who asks for it. */
export function fieldOf(
  { property, state }: FoundProperty,
  type: CrmType,
  source: Source,
  isAskedFor: (field: { readonly name: string; readonly label: string }) => boolean,
): FieldFact {
  const { name, label } = property;
  const own = type.isOfPeople ? ownContactFields.get(name) : undefined;
  const isCustom = property.hubspotDefined !== true && own === undefined && !name.startsWith('hs_');
  const known = knownOf(property, type, isCustom, own);
  const isAsked = isAskedFor(property);
  const isRead = state !== 'archived' && (known.isWorthReading || isAsked);
  // Whoever names a field wants to know what is in it: then it is judged by that, unless the data sheet knows.
  const category = isAsked && isDerived(property, own) ? own?.category : known.category;
  const options = (property.options ?? []).slice(0, MOST_OPTIONS).map((option) => option.label);
  return {
    kind: 'field',
    source,
    object: type.object,
    name,
    label,
    type: known.type,
    ...(options.length > 0 && { options }),
    custom: isCustom,
    ...(category !== undefined && { category }),
    ...(known.role !== undefined && { role: known.role }),
    ...(!isRead && { unread: true as const }),
  };
}

interface Known extends Pick<FieldFact, 'category' | 'role' | 'type'> {
  readonly isWorthReading: boolean;
}

function knownOf(property: Property, type: CrmType, isCustom: boolean, own: VendorField | undefined): Known {
  const plain = { type: typeOf(property) };
  if (isDerived(property, own)) return { type: 'calculated', category: 'none', isWorthReading: false };
  if (isCustom) return { ...plain, isWorthReading: true };
  if (!type.isOfPeople) return ofThing(property);
  if (own !== undefined) {
    const { category, role } = own;
    const isWorthReading = category !== 'none' || role !== undefined;
    return { ...plain, category, ...(role !== undefined && { role }), isWorthReading };
  }
  if (OPT_OUT.test(property.name)) {
    return { ...plain, category: 'user.privacy_preferences', role: 'opt_out', isWorthReading: true };
  }
  if (STAGE.test(property.name)) return { ...plain, category: 'none', isWorthReading: false };
  // New, or of an app: nobody has said yet what it holds.
  return COUNTED_OR_DECIDED.test(property.type)
    ? { ...plain, category: 'none', isWorthReading: false }
    : { ...plain, isWorthReading: true };
}

/** The phone of a company is nobody's; only in its long texts may stand something about people. */
function ofThing(property: Property): Known {
  if (property.name === 'hs_object_id') {
    return { type: typeOf(property), category: 'none', role: 'record_id', isWorthReading: true };
  }
  const isWorthReading = LONG_TEXT.test(property.fieldType);
  return { type: typeOf(property), category: 'none', isWorthReading };
}

/** A roll-up is no copy: it brings in what stands on other records (the comment in a survey). */
function isDerived({ name, calculated, fieldType }: Property, own: VendorField | undefined): boolean {
  if (own?.role !== undefined || fieldType === 'calculation_rollup') return false;
  return calculated === true || fieldType.startsWith('calculation_') || COPY.test(name);
}

/** HubSpot's word for the kind of value; for text that of the box it is typed into, which says more. */
function typeOf({ type, fieldType }: Property): string {
  return type === 'string' && fieldType !== 'text' && !fieldType.startsWith('calculation_')
    ? fieldType
    : type;
}
