import type { Setting } from '#scanner/example/setting.js';
import { opaqueId, personId } from '../google-ids.js';
import { type Series, seriesBy, seriesOf } from '../series.js';
import type { StaffMember } from './staff.js';

/** Somebody in a group: a person of ours, one from outside, a group, or everybody. */
export interface GroupMember {
  readonly id: string;
  /** Null for everybody, who has no address. */
  readonly email: string | null;
  readonly type: 'USER' | 'GROUP' | 'CUSTOMER' | 'EXTERNAL';
  readonly role: 'OWNER' | 'MANAGER' | 'MEMBER';
  readonly isSuspended: boolean;
}

export interface Group {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly description: string;
  readonly members: Series<GroupMember>;
}

/** The web designer who left two years ago, and others who never had an account here. */
const OUTSIDERS = [
  'jo@pixelpantry.example',
  'orders@millflour.example',
  'ruth.amsel@example.org',
  'dispatch@crateandbarrow.example',
] as const;
const STAFF_TO_A_SHOP_GROUP = 20;

/** The bakery's groups, and one for every twenty people beyond its own staff. */
export function groupsOf(setting: Setting, customerId: string, staff: Series<StaffMember>): readonly Group[] {
  const { seed } = setting;
  const named = (name: string, description: string, members: Series<GroupMember>): Group => ({
    id: `0${opaqueId(seed, `group ${name}`, 14).toLowerCase()}`,
    email: `${name}@sweetcrumb.example`,
    name: name[0]?.toUpperCase() + name.slice(1),
    description,
    members,
  });
  const team = named(
    'team',
    'Everybody who works here',
    seriesBy(staff.length, (index) => memberOf(staff.at(index))),
  );
  const orders = named(
    'orders',
    'Orders from the website',
    seriesOf([memberOf(staff.at(0)), outsider(seed, 0)]),
  );
  const suppliers = named(
    'suppliers',
    '',
    seriesOf([memberOf(staff.at(1)), ...OUTSIDERS.slice(1).map((_, index) => outsider(seed, index + 1))]),
  );
  const all = named(
    'all',
    'A group of groups',
    seriesOf([
      { id: customerId, email: null, type: 'CUSTOMER', role: 'MEMBER', isSuspended: false },
      { id: orders.id, email: orders.email, type: 'GROUP', role: 'MEMBER', isSuspended: false },
    ]),
  );
  const forgotten = named('oldnewsletter', 'Nobody is in it any more', seriesOf([]));
  return [all, forgotten, orders, suppliers, team, ...shopGroups(staff, named)];
}

function shopGroups(
  staff: Series<StaffMember>,
  named: (name: string, description: string, members: Series<GroupMember>) => Group,
): readonly Group[] {
  const count = Math.floor(staff.length / STAFF_TO_A_SHOP_GROUP);
  return Array.from({ length: count }, (_, shop) =>
    named(
      `shop${shop + 1}`,
      '',
      seriesBy(STAFF_TO_A_SHOP_GROUP, (index) => memberOf(staff.at(shop * STAFF_TO_A_SHOP_GROUP + index))),
    ),
  );
}

function memberOf({ id, email, index, isSuspended }: StaffMember): GroupMember {
  return { id, email, type: 'USER', role: index === 0 ? 'OWNER' : 'MEMBER', isSuspended };
}

/** Directory calls people from outside users, too: only their address tells. */
function outsider(seed: number, index: number): GroupMember {
  const email = OUTSIDERS[index] ?? OUTSIDERS[0];
  return { id: personId(seed, email), email, type: 'USER', role: 'MEMBER', isSuspended: false };
}
