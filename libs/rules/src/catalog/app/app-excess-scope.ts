import type { Rule } from '../../engine/rule.js';
import { listed, sortedOnce, systemName } from '../wording.js';
import { judgedApps } from './app-verdict.js';
import { aboutApp } from './grants.js';

/** Scopes beyond the declared ones; or broad ones (all of Drive, all mail) that no entry allows by name. */
export const appExcessScope: Rule = {
  id: 'app.excess-scope',
  title: 'App that may reach too much',
  severity: 'medium',
  needs: ['apps'],
  family: 'app in a system',
  *evaluate(input) {
    for (const { grant, verdict } of judgedApps(input)) {
      if (verdict?.rule !== 'app.excess-scope') continue;
      const { app, system, declared } = grant;
      const about = aboutApp(grant);
      const undeclared = sortedOnce(verdict.undeclared);
      const what = verdict.reach.length > 0 ? listed(verdict.reach) : listed(undeclared);
      const policySays = declared
        ? declared.scopes
          ? `The policy allows it less: ${declared.scopes.length === 0 ? 'signing in only' : listed(declared.scopes)}.`
          : 'The policy names the app, but not that it may reach so much.'
        : 'The policy does not name this app at all.';
      yield {
        ...about,
        title: `${app.name} may reach ${what} in ${systemName(system)}`,
        message: `${policySays} Whatever an app may reach is lost too if that app is broken into.`,
        remedy: `Remove the app's access in ${systemName(system)} and connect it again with fewer rights, or use another app. If it needs this, say so under apps: in the policy: { name: "${app.name}", systems: [${system.system}], scopes: [${sortedOnce(app.scopes).join(', ')}] }.`,
        evidence: {
          ...about.evidence,
          is_declared: declared !== null,
          beyond_declared: undeclared,
          broad: verdict.reach,
        },
      };
    }
  },
};
