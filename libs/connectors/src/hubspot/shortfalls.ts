import type { Refusal } from '../contract/refusal.js';

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

/** An event that does not say which app it is about. */
export const UNNAMED_APP: Refusal = {
  status: 'partial',
  reason: 'HubSpot does not say which app was connected',
  actor: 'user',
  step: 'Look in HubSpot under Settings > Integrations > Connected apps.',
};
