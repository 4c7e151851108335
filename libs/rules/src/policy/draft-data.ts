import { categories, type Category, sensitivityOf, titleOf } from '#connectors/contract/category.js';
import type { InventoryField } from '../engine/inventory.js';
import { counted, inFigures, systemName } from '../catalog/wording.js';
import { comparableName } from './comparable-name.js';
import type { DraftedSystem } from './draft-systems.js';
import { inComment, policyText, scalar } from './draft-text.js';

/** Below this the category is a question to the owner. */
const SURE_ENOUGH = 0.5;
/** More fields of one kind in one place are counted, not named. */
const NAMED_FIELDS = 6;

/** `data:`: every category that was found, sensitive ones first, with where it is and how full. */
export function dataLines(systems: readonly DraftedSystem[]): readonly string[] {
  const inOrder = [...categories.filter(isSensitive), ...categories.filter((one) => !isSensitive(one))];
  const entries = inOrder.flatMap((category) => entryOf(category, systems));
  return entries.length === 0 ? ['data: []'] : ['data:', ...entries];
}

/** `classify:`, switched off: fields that the machine is not sure about. */
export function questionLines(systems: readonly DraftedSystem[]): readonly string[] {
  const lines = systems.flatMap((system) =>
    system.fields.filter(isQuestion).flatMap((field) => {
      const [object, name] = [policyText(field.object), policyText(field.name)];
      if (object === null || name === null) return [];
      const key = JSON.stringify([system.system, object, name].map(comparableName));
      const entry = `system: ${system.system}, object: ${scalar(object)}, field: ${scalar(name)}, category: ${field.category}`;
      const guess = `${titleOf(field.category)}? ${inComment(field.reason)} Filled in ${shareOf(field)}`;
      return [{ key, line: `#  - { ${entry} } # ${guess}` }];
    }),
  );
  // Two lists of one tool may have the same field; the policy speaks of it once.
  return [...new Map(lines.map(({ key, line }) => [key, line])).values()];
}

function entryOf(category: Category, systems: readonly DraftedSystem[]): readonly string[] {
  const places = systems
    .map((system) => ({ system, fields: system.fields.filter((field) => isFound(field, category)) }))
    .filter(({ fields }) => fields.length > 0);
  if (places.length === 0) return [];
  const sensitivity = isSensitive(category) ? ' SENSITIVE: keep it only if you must.' : '';
  return [
    '',
    `  ## ${titleOf(category)}.${sensitivity}`,
    ...places.flatMap(({ system, fields }) => placeLines(system, fields)),
    `  - { category: ${category}, in: [${places.map(({ system }) => system.system).join(', ')}] } # keep? why?`,
  ];
}

function placeLines(system: DraftedSystem, fields: readonly InventoryField[]): readonly string[] {
  const objects = Map.groupBy(fields, ({ object, list }) => JSON.stringify([object, list]));
  return [...objects.values()].map((members) => {
    const fullestFirst = members.toSorted((one, other) => other.filled - one.filled);
    const [fullest] = fullestFirst;
    const where = `${systemName(system)}, ${inComment(fullest?.object ?? '')}`;
    const named = fullestFirst
      .slice(0, NAMED_FIELDS)
      .map(
        (field) =>
          `"${inComment(field.label === '' ? field.name : field.label)}" filled in ${shareOf(field)}`,
      );
    const rest = members.length - named.length;
    return `  ##   ${where}: ${[...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')}`;
  });
}

/** "62 % of 2,011 records"; neither none nor all is said of some. */
function shareOf({ filled, records }: InventoryField): string {
  if (records === 0) return counted(filled, 'record');
  const share = Math.round((filled / records) * 100);
  if (filled > 0 && share === 0) return `${inFigures(filled)} of ${counted(records, 'record')}`;
  const percent = filled < records ? Math.min(share, 99) : share;
  return `${percent} % of ${counted(records, 'record')}`;
}

function isFound({ category, confidence, filled }: InventoryField, wanted: Category): boolean {
  return category === wanted && confidence >= SURE_ENOUGH && filled > 0;
}

function isSensitive(category: Category): boolean {
  return sensitivityOf(category) === 'sensitive';
}

function isQuestion({ category, confidence, filled }: InventoryField): boolean {
  return category !== 'none' && confidence < SURE_ENOUGH && filled > 0;
}
