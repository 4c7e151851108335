import { isOurName } from '../catalog/app/grants.js';
import { vendorOfAppNamed } from '../catalog/vendor/app-vendor.js';
import { listed, sortedOnce } from '../catalog/wording.js';
import { vendorNamed, type Vendor } from '../vendors/known-vendor.js';
import { toolOf } from '../vendors/tools.js';
import { comparableName } from './comparable-name.js';
import type { DraftedApp } from './draft-apps.js';
import type { DraftedSystem } from './draft-systems.js';
import { inComment, policyText, scalar } from './draft-text.js';

interface Use {
  readonly vendor: Vendor;
  readonly system: string | null;
  readonly app: string | null;
}

/** `vendors:`: who holds data today, with the questions nobody has answered yet, switched off. */
export function vendorLines(
  systems: readonly DraftedSystem[],
  apps: readonly DraftedApp[],
): readonly string[] {
  const uses = [...systems.flatMap(ofSystem), ...apps.flatMap(ofApp)].filter(
    ({ vendor }) => policyText(vendor.name) !== null,
  );
  const byVendor = Map.groupBy(uses, ({ vendor }) => comparableName(vendor.name));
  return byVendor.size === 0 ? [] : ['vendors:', ...[...byVendor.values()].flatMap(linesOf)];
}

function ofSystem({ system, connector }: DraftedSystem): readonly Use[] {
  const name = toolOf(connector).vendor;
  return name === null ? [] : [{ vendor: vendorNamed(name), system, app: null }];
}

function ofApp({ app }: DraftedApp): readonly Use[] {
  return isOurName(app.name) ? [] : [{ vendor: vendorOfAppNamed(app.name), system: null, app: app.name }];
}

function linesOf(uses: readonly Use[]): readonly string[] {
  const systems = sortedOnce(uses.flatMap(({ system }) => system ?? []));
  const apps = sortedOnce(uses.flatMap(({ app }) => (app === null ? [] : [inComment(app)])));
  const why = [
    ...(systems.length > 0 ? [`runs ${listed(systems)}`] : []),
    ...(apps.length > 0 ? [`makes the app ${listed(apps)}`] : []),
  ];
  const name = policyText(uses[0]?.vendor.name ?? '') ?? '';
  return [
    `  - name: ${scalar(name)} # ${why.join(', ')}. Keep? Why?`,
    ...(systems.length > 0 ? [`    systems: [${systems.join(', ')}]`] : []),
    ...QUESTIONS,
  ];
}

const QUESTIONS: readonly string[] = [
  '#    vetted:                  # the day you checked them',
  '#    vet_every: 12 months',
  '#    answers:',
  '#      data_stays_ours:         # yes or no',
  '#      trains_shared_ai:        # yes, no, or opted_out with opted_out_on: the day',
  '#      shares_aggregated_data:  # yes or no',
  '#      deletion_on_request:     # yes or no',
  '#    evidence:                # where they say so',
  '#    dpa: { signed: , expires: }   # the data processing agreement',
];
