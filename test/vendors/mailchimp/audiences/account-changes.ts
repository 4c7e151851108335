import { Random } from '#scanner/example/random.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import type { AccountAudience } from './account-audiences.js';
import type { MemberFilter } from './find-members.js';

/** Whoever reads in the order of changes has read these first, and misses somebody if they move. */
const EARLY_SHARE = 0.1;

/** What happens in the bakery's own audience while somebody reads it; to whom, hangs on the seed. */
export function accountChanges(
  { bakery, clock }: VendorContext,
  audiences: readonly AccountAudience[],
): Readonly<Record<string, () => void>> {
  const random = new Random(bakery.setting.seed, 'changes');
  const now = (): number => Math.floor(clock.now() / 1000) * 1000;
  const one = (change: (audience: AccountAudience['audience'], place: number) => void) => (): void => {
    const [own] = audiences;
    if (own === undefined) return;
    const places = own.finder.find(SUBSCRIBED);
    const place = places[random.integer(0, Math.floor(places.length * EARLY_SHARE))];
    if (place !== undefined) change(own.audience, place);
  };
  return {
    'member-edited': one((audience, place) => audience.edit(place, now())),
    'member-archived': one((audience, place) => audience.archive(place, now())),
    'member-deleted': one((audience, place) => audience.delete(place)),
    'member-joined': () => audiences[0]?.audience.join(now()),
  };
}

const SUBSCRIBED: MemberFilter = {
  status: 'subscribed',
  sinceChanged: null,
  beforeChanged: null,
  sinceOptedIn: null,
  beforeOptedIn: null,
  changedAtOnce: null,
  sortField: 'last_changed',
  isDescending: false,
};
