import type { Rule, Violation } from '../../engine/rule.js';
import { listed, sortedOnce, systemName } from '../wording.js';
import { judgedApps } from './app-verdict.js';
import { aboutApp, type AppGrant } from './grants.js';
import { whatItRead } from './what-it-read.js';

type Words = Pick<Violation, 'message' | 'remedy'>;

/** A third-party app with a grant that the policy does not name (E16). */
export const appUndeclared: Rule = {
  id: 'app.undeclared',
  title: 'App that the policy does not name',
  severity: 'medium',
  needs: ['apps'],
  family: 'app in a system',
  *evaluate(input) {
    for (const { grant, verdict } of judgedApps(input)) {
      if (verdict?.rule !== 'app.undeclared') continue;
      const { app, system } = grant;
      const rights =
        app.scopes.length === 0
          ? 'The list does not say what it may reach.'
          : `It may use ${listed(sortedOnce(app.scopes))}.`;
      yield {
        ...aboutApp(grant),
        title: `${app.name} has access to ${systemName(system)}, but the policy does not name it`,
        ...(app.isOwnKey === true ? ofOwnKey(grant, rights) : ofApp(grant, rights)),
      };
    }
  },
};

function ofApp({ app, system }: AppGrant, rights: string): Words {
  return {
    message: `Somebody connected this app to your account. ${rights}${whatItRead(app)} What it reads leaves your tools for a company you have not chosen.`,
    remedy: `Ask who uses it. If nobody needs it, remove its access in the app settings of ${systemName(system)}. If it stays, ${addIt({ app, system })}.`,
  };
}

/** No tool tells a key which one it is: it may be the one that this very scan reads with (E16). */
function ofOwnKey({ app, system }: AppGrant, rights: string): Words {
  const name = systemName(system);
  return {
    message: `Somebody at your business made this key. ${rights}${whatItRead(app)} Whoever has a key gets in with it, and nobody sees who that is.`,
    remedy: `Ask who made it, and for what. It may be the one you made for Plumbline: ${name} does not tell a key its own number. If it stays, ${addIt({ app, system })}; if nobody knows it, take it back in ${name}.`,
  };
}

function addIt({ app, system }: Pick<AppGrant, 'app' | 'system'>): string {
  return `add it under apps: in the policy, such as - { name: "${app.name}", systems: [${system.system}] }`;
}
