import { Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ScanJobWithReceipts } from '../../api/shapes.js';
import { now } from '../../service-clock.js';
import { useOrganization } from '../../shell/organization.js';
import { scansWords as words } from '../../words/scans.js';
import { useLiveScan } from './live-scan.js';
import css from './scan.module.css';

/** What a scan is at: how far each list is, and what it waits for. */
export function Live({ scan: { id: job, state, not_before: notBefore } }: { scan: ScanJobWithReceipts }) {
  const { id } = useOrganization();
  const answers = useQueryClient();
  const live = useLiveScan(`/api/v1/organizations/${id}/scans/${job}/progress`, true, () => {
    void answers.invalidateQueries({ queryKey: [id] });
  });
  return (
    <section className={css.section} aria-labelledby="live">
      <h2 id="live">{words.live}</h2>
      <p className={css.now} role="status">
        <Loader size="sm" color="teal" aria-hidden="true" />
        <Now live={live} state={state} notBefore={notBefore} />
      </p>
      {live.isLost && <p className={css.soft}>{words.lost}</p>}
      {live.lines.length > 0 && (
        <ul className={css.lines}>
          {live.lines.map(({ key, system, resource, read, perSecond, isLatest }) => (
            <li key={key} data-latest={isLatest}>
              <span className={css.what}>
                <bdi>{resource}</bdi>
                <bdi className={css.soft}>{system ?? words.files}</bdi>
              </span>
              <span className={css.figures}>
                {words.read(read)}
                {isLatest && perSecond !== null && <span className={css.soft}>{words.rate(perSecond)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Now({
  live: { waiting, isStoring, lines },
  state,
  notBefore,
}: {
  live: ReturnType<typeof useLiveScan>;
  state: ScanJobWithReceipts['state'];
  notBefore: string;
}) {
  if (isStoring) return words.storing;
  if (waiting !== null) {
    const until = waiting.until === null ? '' : `, ${words.until(waiting.until)}`;
    return `${words.waitingFor(waiting.what)}${until}.`;
  }
  if (lines.length > 0) {
    const latest = lines.find(({ isLatest }) => isLatest);
    return <bdi>{latest?.resource ?? words.beginning}</bdi>;
  }
  if (state === 'running') return words.beginning;
  return Date.parse(notBefore) > now() ? words.waitsUntil(notBefore) : words.waits;
}
