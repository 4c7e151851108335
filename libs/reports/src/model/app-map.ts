import type { Inventory, InventoryApp } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { aiAppNamed } from '#rules/vendors/ai-catalogue.js';
import { type AppWithBreaks, appsWithBreaks } from './broken-apps.js';
import type { BrokenRule } from './broken-rule.js';
import type { DataMapState } from './data-map.js';
import { scopeInWords } from './scope-words.js';

/** An app that reaches into a system, beside what the policy says of it. */
export interface ShownApp {
  readonly system: string;
  readonly app: InventoryApp;
  readonly may: readonly { readonly scope: string; readonly words: string | null }[];
  /** The AI app that goes by that name: a likeness, not proof. */
  readonly ai: { readonly name: string; readonly vendor: string } | null;
  /** Null: it reaches nothing, because it is blocked or only signs people in. */
  readonly standing: DataMapState | null;
  /** The rules that it breaks, or its maker. */
  readonly breaks: readonly BrokenRule[];
}

export function appMapOf(
  inventory: Inventory,
  policy: Policy | null,
  baseline: Inventory | null = null,
): readonly ShownApp[] {
  const judged = policy === null ? [] : appsWithBreaks(inventory, policy, baseline);
  return inventory.systems.flatMap(({ system, apps }) =>
    apps.map((app) => {
      const own = judged.find(({ grant }) => grant.app === app);
      const ai = aiAppNamed(app.name);
      return {
        system,
        app,
        may: app.scopes.map((scope) => ({ scope, words: scopeInWords(scope) })),
        ai: ai && { name: ai.name, vendor: ai.vendor },
        standing: standingOf(own, policy),
        breaks: own?.breaks ?? [],
      };
    }),
  );
}

function standingOf(judged: AppWithBreaks | undefined, policy: Policy | null): DataMapState | null {
  if (policy === null) return 'found';
  if (judged === undefined) return null;
  if (judged.breaks.length > 0) return 'differs';
  return policy.missingSections.includes('apps') ? 'found' : 'agrees';
}
