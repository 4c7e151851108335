import type { Refusal } from '../contract/refusal.js';
import type { NotTold } from '../contract/vendor-connector.js';

const AT_NEXT_SCAN = 'Nothing to do: it is tried again at the next scan.';

/** HubSpot's pages lead in a circle. */
export const GOES_ROUND: Refusal = {
  status: 'partial',
  reason: 'the pages of HubSpot lead in a circle',
  actor: 'vendor',
  step: AT_NEXT_SCAN,
};

/** Less came than HubSpot itself counts, or than another look at the same list shows. */
export const LEFT_OUT: Refusal = {
  status: 'partial',
  reason: 'HubSpot left some out of its pages',
  actor: 'vendor',
  step: AT_NEXT_SCAN,
};

/** Properties that were asked for and are not in the answers: that they are empty, nobody can say. */
export function notGiven(properties: readonly string[]): Refusal {
  return {
    status: 'partial',
    reason: `HubSpot did not give these properties: ${properties.toSorted().join(', ')}`,
    actor: 'vendor',
    step: `Nothing to do, if you archived a property a moment ago. If it says so at every scan, the makers of Plumbline must look at it.`,
  };
}

const LOOK_AT_APPS = 'Look in HubSpot under Settings > Integrations > Connected apps.';

/** An event that does not say which app it is about. */
export const UNNAMED_APP: Refusal = {
  status: 'partial',
  reason: 'HubSpot does not say which app was connected',
  actor: 'user',
  step: LOOK_AT_APPS,
};

/** https://developers.hubspot.com/docs/api-reference/latest/account */
export const NEVER_TOLD: readonly NotTold[] = [
  {
    reason:
      'HubSpot lists neither connected apps nor keys: what was connected before its security log begins is not seen',
    step: LOOK_AT_APPS,
  },
  {
    reason: 'HubSpot does not tell any program who uses a second factor',
    step: 'A super admin can require one of everybody in HubSpot under Settings > Security.',
  },
  {
    reason: 'HubSpot tells no program what somebody may do who has no permission set',
    step: 'Give everybody a permission set in HubSpot under Settings > Users & Teams, or look there.',
  },
];
