import type { VendorContext } from '../../core/simulated-vendor.js';
import { opaqueId } from '../google-ids.js';
import { type GoogleSize, usualSize } from '../google-size.js';
import type { Series } from '../series.js';
import { type Group, groupsOf } from './groups.js';
import { bakeryLogins, type StaffMember, staffOf } from './staff.js';

/** The bakery's Google Workspace: who is in it, and how it is called. */
export interface Workspace {
  readonly bakery: VendorContext['bakery'];
  readonly size: GoogleSize;
  /** `C` and eight letters. */
  readonly customerId: string;
  readonly staff: Series<StaffMember>;
  readonly groups: readonly Group[];
  /** By id or address, in any case; null: nobody of ours, as everybody is while a free account is played. */
  readonly member: (key: string) => StaffMember | null;
}

export function workspaceOf(
  { bakery, has }: Pick<VendorContext, 'bakery' | 'has'>,
  wanted: Partial<GoogleSize>,
): Workspace {
  const { setting } = bakery;
  const usual = usualSize(bakery, bakeryLogins(setting).length);
  const size = { ...usual, ...wanted, users: Math.max(wanted.users ?? 0, usual.users) };
  const customerId = `C0${opaqueId(setting.seed, 'customer', 7).toLowerCase()}`;
  const staff = staffOf(setting, size.users);
  let byKey: ReadonlyMap<string, StaffMember> | null = null;
  return {
    bakery,
    size,
    customerId,
    staff,
    groups: groupsOf(setting, customerId, staff),
    member(key) {
      if (has('personal-account')) return null;
      byKey ??= indexed(staff);
      return byKey.get(key.toLowerCase()) ?? null;
    },
  };
}

function indexed(staff: Series<StaffMember>): ReadonlyMap<string, StaffMember> {
  const byKey = new Map<string, StaffMember>();
  for (let index = 0; index < staff.length; index += 1) {
    const member = staff.at(index);
    byKey.set(member.id, member).set(member.email, member);
  }
  return byKey;
}
