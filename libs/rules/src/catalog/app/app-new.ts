import type { Rule } from '../../engine/rule.js';
import { approvedSystem } from '../baseline.js';
import { isFullyRead } from '../reading.js';
import { systemName } from '../wording.js';
import { judgedApps } from './app-verdict.js';
import { aboutApp, isSameApp } from './grants.js';

/** An app that was not there when a person approved the state (law 7); never beside another finding of it (E6). */
export const appNew: Rule = {
  id: 'app.new',
  title: 'App that was not there at the baseline',
  severity: 'info',
  needs: ['apps'],
  *evaluate(input) {
    for (const { grant, verdict } of judgedApps(input)) {
      const { app, system } = grant;
      const approved = approvedSystem(input.baseline, system);
      if (verdict || !approved || !isFullyRead(approved, 'apps')) continue;
      if (approved.apps.some((known) => isSameApp(known, app))) continue;
      yield {
        ...aboutApp(grant),
        title: `${app.name} is new in ${systemName(system)}`,
        message:
          'Nothing in the policy speaks against this app, but it was not connected when the present state was approved.',
        remedy:
          'Check that somebody wanted it. If so, approve the present state as the new baseline; if not, remove its access.',
      };
    }
  },
};
