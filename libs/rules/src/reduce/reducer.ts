import type { AppFact, Fact, FileFact, PayeeFact, PersonFact, Source } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { FieldClassifier } from '../classify/classifier.js';
import { type Inventory, type SystemInventory, UNCLAIMED } from '../engine/inventory.js';
import { appsOf, peopleOf } from './access.js';
import { FieldProfiles, type NoteReading } from './field-profiles.js';
import { filesOf } from './files/files.js';
import { payeesOf } from './payees.js';
import { NoteReader } from './notes/note-reader.js';
import { addUp } from './receipts.js';
import type { SubjectJoin } from './subjects/subject-join.js';
import { withStale } from './subjects/trigger-readings.js';

interface SystemFacts {
  readonly source: Source;
  readonly profiles: FieldProfiles;
  readonly people: PersonFact[];
  readonly apps: AppFact[];
  readonly files: FileFact[];
  readonly payees: PayeeFact[];
  readonly receipts: Receipt[];
}

/** Takes facts as they stream by and keeps what an inventory may keep (law 1): the only place where values end. */
export class Reducer {
  private readonly systems = new Map<string, SystemFacts>();

  /**
   * `sources` are the policy's systems in its order; facts of others (unclaimed files) come after them. `join` tells
   * customers apart across systems; null where no policy asks for it. `notes` reads what stands in free text; null
   * where nobody asks.
   */
  constructor(
    sources: readonly Source[],
    private readonly join: SubjectJoin | null = null,
    private readonly notes: NoteReading | null = { reader: new NoteReader() },
  ) {
    for (const source of sources) this.systemOf(source);
  }

  add(fact: Fact | Receipt): void {
    const system = this.systemOf(fact.source);
    switch (fact.kind) {
      case 'field':
        return system.profiles.addField(fact);
      case 'records':
        this.join?.add(fact);
        return system.profiles.addRecords(fact);
      case 'person':
        system.people.push(fact);
        return undefined;
      case 'app':
        system.apps.push(fact);
        return undefined;
      case 'file':
        system.files.push(fact);
        return undefined;
      case 'payee':
        system.payees.push(fact);
        return undefined;
      case 'receipt':
        system.receipts.push(fact);
        return undefined;
    }
  }

  /** `asOf` is YYYY-MM-DD. Call once, when every connector is done. */
  inventory(asOf: string, classify: FieldClassifier): Inventory {
    const systems = [...this.systems.values()].map(
      ({ source, profiles, people, apps, files, payees, receipts }): SystemInventory => ({
        ...source,
        receipts: addUp(receipts, asOf),
        fields: profiles.classified(classify),
        people: peopleOf(people, asOf),
        apps: appsOf(apps),
        ...(files.length > 0 && { sharedFiles: filesOf(files, classify) }),
        ...(payees.length > 0 && { payees: payeesOf(payees) }),
      }),
    );
    this.systems.clear();
    return {
      asOf,
      systems: systems.map((system) => ({ ...system, receipts: withStale(system.receipts, asOf) })),
      ...(this.join && { measures: this.join.finish(systems, asOf) }),
    };
  }

  private systemOf(source: Source): SystemFacts {
    const known = this.systems.get(source.system);
    if (known) return known;
    // An unclaimed file is one finding, whatever stands in its notes (E26).
    const profiles = new FieldProfiles(source.system === UNCLAIMED ? null : this.notes);
    const system = { source, profiles, people: [], apps: [], files: [], payees: [], receipts: [] };
    this.systems.set(source.system, system);
    return system;
  }
}
