import { useQuery } from '@tanstack/react-query';
import { questions } from '../../api/questions.js';
import type { OverviewAnswer } from '../../api/shapes.js';
import { Page } from '../../parts/page.js';
import { Loaded, Notice } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { headlineOf, overviewWords as words } from '../../words/overview.js';
import { Drift } from './drift.js';
import { Duties } from './duties.js';
import { Gaps } from './gaps.js';
import { ScanButton } from '../../parts/scan-button.js';
import { Systems } from './systems.js';
import css from './overview.module.css';

/** How things stand, in a minute: one sentence, then what it rests on. */
export function Overview() {
  const { id } = useOrganization();
  const overview = useQuery(questions.overview(id));
  return (
    <Loaded whole query={overview}>
      {(shown) => <Shown overview={shown} />}
    </Loaded>
  );
}

function Shown({ overview }: { overview: OverviewAnswer }) {
  const { scan, policy } = overview;
  return (
    <Page
      title={headlineOf(overview)}
      lead={scan === null ? undefined : words.asOf(scan.as_of)}
      actions={<ScanButton underWay={overview.scan_under_way} />}
    >
      {!policy && <Notice title={words.policyMissing}>{words.policyMissingStep}</Notice>}
      {scan === null ? (
        <Notice title={words.neverScanned}>{words.neverScannedStep}</Notice>
      ) : (
        <div className={css.sections}>
          <Drift drift={overview.drift} />
          <Gaps gaps={overview.gaps} />
          <Systems overview={overview} />
          <Duties overview={overview} />
        </div>
      )}
    </Page>
  );
}
