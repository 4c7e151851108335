import { useQuery } from '@tanstack/react-query';
import { questions } from '../../api/questions.js';
import type { OverviewAnswer } from '../../api/shapes.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { Loaded, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
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

/** The way to the first scan, for who may ask for one. */
function NeverScanned() {
  const { id, mayDecide } = useOrganization();
  return (
    <Notice
      title={words.neverScanned}
      action={mayDecide && <LinkButton to={addressOf(id, 'begin')}>{words.begin}</LinkButton>}
    >
      {words.neverScannedStep}
    </Notice>
  );
}

/** What stands below is of an older scan. */
function ScanFailed({ failed }: { failed: NonNullable<OverviewAnswer['scan_failed']> }) {
  const { id } = useOrganization();
  return (
    <Notice
      tone="bad"
      title={words.scanFailed}
      action={
        <LinkButton to={addressOf(id, 'scans', failed.job)} variant="default">
          {words.toScan}
        </LinkButton>
      }
    >
      <bdi>
        {failed.message} {failed.step}
      </bdi>
    </Notice>
  );
}

function Shown({ overview }: { overview: OverviewAnswer }) {
  const { scan, policy } = overview;
  return (
    <Page
      title={headlineOf(overview)}
      lead={scan === null ? undefined : words.asOf(scan.as_of)}
      actions={
        (policy || overview.scan_under_way !== null) && <ScanButton underWay={overview.scan_under_way} />
      }
    >
      {overview.scan_failed !== null && <ScanFailed failed={overview.scan_failed} />}
      {!policy && scan !== null && <Notice title={words.policyMissing}>{words.policyMissingStep}</Notice>}
      {scan === null ? (
        <NeverScanned />
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
