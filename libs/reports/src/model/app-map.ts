import { judgedApps } from '#rules/catalog/app/app-verdict.js';
import type { Inventory, InventoryApp } from '#rules/engine/inventory.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Policy } from '#rules/policy/policy.js';
import { aiAppNamed } from '#rules/vendors/ai-catalogue.js';
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
  /** The gravest rule that it breaks. */
  readonly breaks: RuleId | null;
}

export function appMapOf(inventory: Inventory, policy: Policy | null): readonly ShownApp[] {
  const judged = policy === null ? [] : judgedApps({ policy, inventory });
  return inventory.systems.flatMap(({ system, apps }) =>
    apps.map((app) => {
      const verdict = judged.find(({ grant }) => grant.app === app);
      const ai = aiAppNamed(app.name);
      return {
        system,
        app,
        may: app.scopes.map((scope) => ({ scope, words: scopeInWords(scope) })),
        ai: ai && { name: ai.name, vendor: ai.vendor },
        standing: standingOf(verdict, policy),
        breaks: verdict?.verdict?.rule ?? null,
      };
    }),
  );
}

function standingOf(
  judged: ReturnType<typeof judgedApps>[number] | undefined,
  policy: Policy | null,
): DataMapState | null {
  if (policy === null) return 'found';
  if (judged === undefined) return null;
  if (judged.verdict !== null) return 'differs';
  return policy.missingSections.includes('apps') ? 'found' : 'agrees';
}
