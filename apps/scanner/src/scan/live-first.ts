import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';

type Item = Fact | Receipt;

interface LiveResource {
  readonly receipts: Receipt[];
  seen: number;
}

/**
 * Which of two sources speaks for a resource (E7): a connection that read it, also in part, wins over an export of it;
 * an export fills what the connection could not give at all. Facts of both would be counted twice.
 */
export class LiveFirst {
  private readonly resources = new Map<string, LiveResource>();

  /** Notes what a connection gave; true for facts, which count at once. Receipts wait until the exports were read. */
  fromConnection(item: Item): boolean {
    const resource = this.resourceOf(item);
    if (item.kind === 'receipt') {
      resource.receipts.push(item);
      return false;
    }
    resource.seen += 1;
    return true;
  }

  /** Whether something that exports gave counts. Call only when the connections were read to their end. */
  fromExports(item: Item): boolean {
    const resource = this.resources.get(keyOf(item));
    if (resource === undefined) return !this.isPartOfSomethingRead(item);
    if (isRead(resource)) return false;
    // The export speaks for it from here on, and the connection's refusal is no gap any more.
    if (item.kind === 'receipt' && item.status !== 'unsupported') resource.receipts.length = 0;
    return item.kind !== 'receipt' || item.status !== 'unsupported';
  }

  /** The receipts of the connections that still stand, when the exports were read. */
  receipts(): readonly Receipt[] {
    return [...this.resources.values()].flatMap(({ receipts }) => receipts);
  }

  /**
   * An export may call a list otherwise than its connection does, by the name of its file or of the view that was
   * exported. Where the connection read lists of this kind, these are the same people again.
   */
  private isPartOfSomethingRead(item: Item): boolean {
    if (!('list' in item) || item.list === undefined) return false;
    const whole = objectKeyOf(item);
    return [...this.resources].some(([key, resource]) => key.startsWith(whole) && isRead(resource));
  }

  private resourceOf(item: Item): LiveResource {
    const key = keyOf(item);
    const resource = this.resources.get(key) ?? { receipts: [], seen: 0 };
    this.resources.set(key, resource);
    return resource;
  }
}

const CAPABILITIES = {
  field: 'fields',
  records: 'records',
  person: 'people',
  app: 'apps',
  file: 'files',
  payee: 'payees',
} as const;

function isRead({ seen, receipts }: LiveResource): boolean {
  return seen > 0 || receipts.some(({ status }) => status === 'complete');
}

function keyOf(item: Item): string {
  const list = 'list' in item ? item.list : undefined;
  return `${objectKeyOf(item)}${JSON.stringify(list ?? null)}`;
}

/** What the keys of all lists of one object begin with. */
function objectKeyOf(item: Item): string {
  const capability = item.kind === 'receipt' ? item.capability : CAPABILITIES[item.kind];
  const object = 'object' in item ? item.object : undefined;
  return JSON.stringify([item.source.system, capability, object ?? null]);
}
