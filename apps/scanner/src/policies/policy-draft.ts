import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Inventory, SystemInventory } from '#rules/engine/inventory.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { PolicyToday } from './policy-today.js';

export interface DraftedPolicy {
  /** YAML with comments. */
  readonly text: string;
  /** The day of the scan that it was made from. */
  readonly scannedAsOf: string;
}

/** Drafts a policy that declares what the latest scan found, to be struck out instead of written. Nothing is stored. */
@Injectable()
export class PolicyDraft {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyToday) private readonly policyToday: PolicyToday,
  ) {}

  /** Null: nothing was scanned yet. */
  async of(organization: string): Promise<DraftedPolicy | null> {
    const records = new OrganizationRecords(this.dataSource.manager, organization);
    const scan = await records.first(ScanEntity, { order: { sequence: 'DESC' } });
    if (scan === null) return null;
    const { inventory } = scan;
    const policy = await this.policyToday.policy(organization);
    // Loads the catalogue of vendors and apps: only where it is asked for.
    const { draftPolicy } = await import('#rules/policy/draft.js');
    const text = draftPolicy(inventory, {
      organization,
      country: policy?.country ?? null,
      files: filesOf(inventory),
    });
    return { text, scannedAsOf: inventory.asOf };
  }
}

/** Files of no known export, as the inventory knows them: without the dates in their names. */
function filesOf({ systems }: Inventory) {
  const ofFiles = systems.filter(({ connector }) => connector === 'exports');
  return new Map(
    ofFiles.map((system) => [
      system.system,
      pathsIn(system)
        .toSorted()
        .map((path) => ({ path, object: path })),
    ]),
  );
}

function pathsIn({ fields, receipts }: SystemInventory): readonly string[] {
  const objects = [...fields, ...receipts].flatMap(({ object }) => object ?? []);
  // Further sheets of a workbook have `#2` behind its path.
  return [...new Set(objects.map((object) => object.replace(/#\d+$/u, '')))];
}
