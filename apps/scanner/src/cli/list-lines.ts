import { vendorConnectors } from '#connectors/registry.js';
import type { RecordList } from '#rules/catalog/listed-records.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { ListableRule } from '#rules/engine/listable-rule.js';
import type { ListedRecord, ListLine } from '../lists/list-line.js';
import type { Missing } from './why-not-all.js';

/** So many at a time, so that no message is large. */
const AT_A_TIME = 500;
/** More than anybody goes through in a browser; the command line lists any number. */
const MOST_RECORDS = 50_000;

interface ListToTell {
  readonly rule: ListableRule;
  readonly system: string;
  /** Null: all of them. */
  readonly subject: string | null;
  readonly lists: readonly RecordList[];
  readonly inventory: Inventory;
  readonly missing: readonly Missing[];
}

/** A list as the lines that are streamed; the last one says whether it is all. */
export function* linesOf({
  rule,
  system,
  subject,
  lists,
  inventory,
  missing,
}: ListToTell): Generator<ListLine> {
  const pageOf = pagesIn(inventory, system);
  let told = 0;
  let isCut = false;
  for (const list of lists.filter((one) => subject === null || one.subject === subject)) {
    const records = list.records.slice(0, MOST_RECORDS - told);
    isCut ||= records.length < list.records.length;
    told += records.length;
    yield {
      kind: 'list',
      subject: list.subject.slice(0, 20_000),
      found: list.count,
      of: rule === 'field.free-text' ? 'notes' : 'people',
      records: list.records.length,
    };
    for (let start = 0; start < records.length; start += AT_A_TIME) {
      const items = records.slice(start, start + AT_A_TIME).map((record): ListedRecord => ({
        record: record.slice(0, 2_000),
        day: list.days?.get(record) ?? null,
        page: pageOf(list.object ?? null, record),
      }));
      yield { kind: 'records', items };
    }
  }
  const why = [...(isCut ? [tooLong(rule, system)] : []), ...missing];
  yield {
    kind: 'end',
    complete: why.length === 0,
    records: told,
    why: why.map(({ what, steps }) => ({ what, steps: [...steps] })),
  };
}

/** Where the tool shows a record, if its connector knows; nothing made up leads to a real tool. */
function pagesIn(inventory: Inventory, name: string): (object: string | null, id: string) => string | null {
  const system = inventory.systems.find((one) => one.system === name);
  const connector = vendorConnectors.find(({ id }) => id === system?.connector);
  const recordPage = connector?.recordPage;
  if (system === undefined || recordPage === undefined || system.simulated === true) return () => null;
  return (object, id) => recordPage({ account: system.account, object: object ?? 'contact', id });
}

function tooLong(rule: ListableRule, system: string): Missing {
  return {
    what: `There are more than ${MOST_RECORDS} records: these are the first.`,
    steps: [
      `Delete these first, or list all of them on the computer that Plumbline runs on: npx --no-install plumbline list ${rule} --system ${system} --policy FILE`,
    ],
  };
}
