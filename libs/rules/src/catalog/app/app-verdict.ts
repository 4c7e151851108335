import type { RuleInput } from '../../engine/rule.js';
import type { Policy } from '../../policy/policy.js';
import type { AiApp } from '../../vendors/ai-app.js';
import { aiAppNamed } from '../../vendors/ai-catalogue.js';
import { recordOf } from '../vendor/vendor-record.js';
import { vendorOfDeclared } from '../vendor/app-vendor.js';
import { appGrants, type AppGrant } from './grants.js';
import { beyond, broadReach, mayReachCustomerData } from './scopes.js';

/** The rules of which an app breaks at most one, gravest first (E6). */
export type AppVerdict =
  | { readonly rule: 'app.ai'; readonly aiApp: AiApp }
  | {
      readonly rule: 'app.excess-scope';
      readonly undeclared: readonly string[];
      readonly reach: readonly string[];
    }
  | { readonly rule: 'app.undeclared' };

/** Every app grant with its gravest finding; null where there is none. */
export function judgedApps(
  input: Pick<RuleInput, 'policy' | 'inventory'>,
): readonly { readonly grant: AppGrant; readonly verdict: AppVerdict | null }[] {
  return appGrants(input).map((grant) => ({ grant, verdict: verdictOn(input.policy, grant) }));
}

function verdictOn(policy: Policy, grant: AppGrant): AppVerdict | null {
  const { app, declared } = grant;
  const aiApp = aiAppNamed(app.name);
  if (aiApp && mayReachCustomerData(app.scopes) && !promisesNotToTrain(policy, grant)) {
    return { rule: 'app.ai', aiApp };
  }
  // Without a list of apps the policy says nothing of them (E36); an AI app must be named to be silent (E16).
  if (policy.missingSections.includes('apps')) return null;
  const undeclared = declared?.scopes ? beyond(declared.scopes, app.scopes) : [];
  const reach = declared?.scopes ? broadReach(undeclared) : broadReach(app.scopes);
  if (undeclared.length > 0 || reach.length > 0) return { rule: 'app.excess-scope', undeclared, reach };
  return declared ? null : { rule: 'app.undeclared' };
}

/** The policy names the app, and its vendor answers no, or was told no on a day (E16). */
function promisesNotToTrain(policy: Policy, { declared }: AppGrant): boolean {
  if (!declared) return false;
  const answers = recordOf(policy, vendorOfDeclared(declared), [])?.answers;
  return (
    answers?.trains_shared_ai === false ||
    (answers?.trains_shared_ai === 'opted_out' && answers.opted_out_on !== null)
  );
}
