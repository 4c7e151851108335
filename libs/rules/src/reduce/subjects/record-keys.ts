import type { ConnectorId } from '#connectors/contract/fact.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { Policy } from '../../policy/policy.js';
import { forEachAddress } from './email-address.js';
import { KeyKind, type KeyTable } from './key-table.js';
import { createPhoneReader, type PhoneReader } from './phone-number.js';
import { isRoleOfDesk } from './role-test.js';
import { createStaffTest } from './staff-test.js';

/** HMAC-SHA-256 under a key that dies with the scan. The bytes are read at once: the next call may overwrite them. */
export type Keyed = (value: string) => Uint8Array;

const DELETED = / \(deleted\)$/iu;

/** Turns the cells of a record into key numbers (E9). One reader serves a whole join; what it last read stands in its fields. */
export class RecordKeys {
  /** Distinct keys of the record being read. */
  readonly keys: number[] = [];
  /** Whether it has any e-mail address, also one that joins nothing. */
  hasAddress = false;
  isStaff = false;
  /** QuickBooks marks the name of a customer who was made inactive. */
  isDeleted = false;

  private readonly table: KeyTable;
  private readonly keyed: Keyed;
  private readonly isStaffAddress: (address: string) => boolean;
  private readonly phones: PhoneReader;

  constructor(policy: Policy, keyed: Keyed, table: KeyTable) {
    this.table = table;
    this.keyed = keyed;
    this.isStaffAddress = createStaffTest(policy);
    this.phones = createPhoneReader(policy.country);
  }

  begin(): void {
    this.keys.length = 0;
    this.hasAddress = false;
    this.isStaff = false;
    this.isDeleted = false;
  }

  readEmails(cell: string): void {
    if (cell !== '') forEachAddress(cell, this.takeAddress);
  }

  readPhones(cell: string): void {
    if (cell !== '') this.phones.forEachNumber(cell, this.takePhone);
  }

  /** The vendor's own key means something inside its system only. */
  readOwnKey(cell: string, system: string, connector: ConnectorId): void {
    if (cell === '') return;
    const isQuickBooks = connector === 'quickbooks';
    if (isQuickBooks && DELETED.test(cell)) this.isDeleted = true;
    const whole = isQuickBooks ? (cell.split(':', 1)[0] ?? '') : cell;
    const name = comparableName(isQuickBooks ? whole.replace(DELETED, '') : whole);
    if (name !== '') this.push(KeyKind.own, `${system}\n${name}`);
  }

  private readonly takeAddress = (address: string): void => {
    this.hasAddress = true;
    if (this.isStaffAddress(address)) this.isStaff = true;
    // A desk is nobody: it joins nothing and counts as no e-mail.
    else if (isRoleOfDesk(address)) return;
    this.push(KeyKind.email, address);
  };

  private readonly takePhone = (number: string): void => {
    this.push(KeyKind.phone, number);
  };

  private push(kind: KeyKind, value: string): void {
    const id = this.table.idOf(kind, this.keyed(value));
    if (!this.keys.includes(id)) this.keys.push(id);
  }
}
