import type { Capability, Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import { unclaimed } from './session.js';
import { partName } from './tables/part-name.js';

/** What exports can be asked for, in the order of receipts. */
const exportCapabilities = ['fields', 'records', 'people', 'apps'] as const satisfies readonly Capability[];
/** What a tool without a connector of its own can be asked for: it may have a list of users, and hardly ever shows one. */
const ofAnyTool: readonly ExportCapability[] = ['fields', 'records'];
export type ExportCapability = (typeof exportCapabilities)[number];
export type ExportReceipt = Receipt & { readonly capability: ExportCapability };

interface Resource {
  readonly source: Source;
  readonly capability: ExportCapability;
  readonly object?: string;
  readonly list?: string;
}

/**
 * Receipts of a run. They are handed out when everything was read: a file that nobody could recognise might have
 * belonged to any system, and then no reading is complete (law 2).
 */
export class Receipts {
  private readonly written: ExportReceipt[] = [];
  private isAnythingLost = false;

  add(resource: Resource, path: string, said: Pick<Receipt, 'status' | 'reason' | 'read' | 'window'>): void {
    this.written.push({ kind: 'receipt', ...resource, ...said, parts: [partName(path)] });
  }

  /** A file, or part of one, that could not be read before anybody knew what it is. */
  lost(source: Source, path: string, reason: string): void {
    if (source.system === unclaimed.system) this.isAnythingLost = true;
    this.add({ source, capability: 'records', object: path }, path, { status: 'failed', reason, read: 0 });
  }

  /** A file of a kind that holds no tables. */
  passedOver(source: Source, path: string, reason: string): void {
    this.add({ source, capability: 'records', object: path }, path, {
      status: 'unsupported',
      reason,
      read: 0,
    });
  }

  /** All of them, weakened where needed, and `not supplied` for what no file gave (E27). */
  *all(systems: readonly Source[]): Generator<ExportReceipt> {
    for (const receipt of this.written) {
      const isWeaker = this.isAnythingLost && receipt.status === 'complete';
      yield isWeaker
        ? { ...receipt, status: 'partial', reason: 'a file beside it could not be read' }
        : receipt;
    }
    for (const source of systems) {
      for (const capability of source.connector === 'exports' ? ofAnyTool : exportCapabilities) {
        const isSupplied = this.written.some(
          (receipt) => receipt.source.system === source.system && receipt.capability === capability,
        );
        if (isSupplied) continue;
        yield {
          kind: 'receipt',
          source,
          capability,
          status: 'unsupported',
          reason: 'not supplied',
          read: 0,
          parts: [],
        };
      }
    }
  }
}
