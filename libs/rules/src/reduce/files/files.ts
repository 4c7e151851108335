import type { Category } from '#connectors/contract/category.js';
import type { FileFact } from '#connectors/contract/fact.js';
import type { FieldClassifier } from '../../classify/classifier.js';
import { findSpans } from '../../classify/spans/find-spans.js';
import type { SpanType } from '../../classify/spans/span.js';
import type { InventoryFile } from '../../engine/inventory.js';
import { namesPeople } from './title-words.js';

/** One entry per file, by its id. Titles and first rows are judged here, and end here (law 1). */
export function filesOf(facts: readonly FileFact[], classify: FieldClassifier): readonly InventoryFile[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return [...byId.values()]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((fact) => {
      const { id, link, sharedWith, outsideDomains, outsidePeople } = fact;
      const categories =
        fact.columns === null ? [] : categoriesOf(fact.columns, classify, fact.source.connector);
      return {
        id,
        link,
        sharedWith,
        outsideDomains: [...outsideDomains].toSorted(),
        outsidePeople,
        ...judged(fact, categories),
        categories,
      };
    });
}

/** A first row of one cell is a heading, not the names of columns. */
const FEWEST_COLUMNS = 2;

/** By the first row where it is one, else by the name: "customer survey" is no list if its columns say so. */
function judged(
  { columns, title }: FileFact,
  categories: readonly Category[],
): Pick<InventoryFile, 'looksLike' | 'recognisedBy'> {
  if (isListOfPeople(categories)) return { looksLike: 'customer list', recognisedBy: 'first row' };
  // An empty first row tells nothing, and nothing is what an empty file holds.
  if (columns?.length === 0) return { looksLike: 'not known', recognisedBy: null };
  if (columns !== null && columns.length !== 1) return { looksLike: 'something else', recognisedBy: null };
  if (namesPeople(title)) return { looksLike: 'customer list', recognisedBy: 'name' };
  return { looksLike: columns === null ? 'not known' : 'something else', recognisedBy: null };
}

/** Who somebody is beside how to reach her, or two ways to reach her. */
function isListOfPeople(categories: readonly Category[]): boolean {
  const reach = categories.filter((category) => REACHED_BY.some((one) => isBelow(category, one)));
  const kinds = new Set(reach.map((category) => REACHED_BY.find((one) => isBelow(category, one))));
  return (
    kinds.size >= 2 || (kinds.size === 1 && categories.some((category) => isBelow(category, 'user.name')))
  );
}

const REACHED_BY: readonly Category[] = [
  'user.contact.email',
  'user.contact.phone_number',
  'user.contact.address',
];

function isBelow(category: Category, ancestor: Category): boolean {
  return category === ancestor || category.startsWith(`${ancestor}.`);
}

function categoriesOf(
  columns: readonly string[],
  classify: FieldClassifier,
  system: string,
): readonly Category[] {
  if (columns.length < FEWEST_COLUMNS) return [];
  const named = columns.map((column) =>
    classify({
      system,
      object: 'contact',
      name: column,
      label: column,
      type: 'string',
      options: [],
      sampleValues: [],
    }),
  );
  const found = named.flatMap(({ category, confidence }) =>
    category === 'none' || confidence < 0.5 ? [] : [category],
  );
  return [...new Set([...found, ...columns.flatMap(valuesIn)])].toSorted();
}

/** A list without a header has somebody's data in its first row. */
function valuesIn(cell: string): readonly Category[] {
  return findSpans(cell).flatMap(({ type }) => VALUES[type] ?? []);
}

const VALUES: Partial<Readonly<Record<SpanType, Category>>> = {
  email: 'user.contact.email',
  phone: 'user.contact.phone_number',
  postal_address: 'user.contact.address',
  person_name: 'user.name',
};
