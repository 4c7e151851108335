import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, Redirect } from 'wouter';
import { api, answerOf } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Group } from '../../parts/group.js';
import { Page } from '../../parts/page.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { Loaded } from '../../parts/states.js';
import { addressOf } from '../../shell/organization.js';
import { Outside } from '../../shell/outside.js';
import { inFigures } from '../../words/dates.js';
import { organizationsWords as words } from '../../words/organizations.js';
import { severities } from '../../words/severity.js';
import { FirstOrganization } from './first-organization.js';
import { MakeOrganization } from './make-organization.js';
import css from './organizations.module.css';

type Standing = AnswerTo<'listStandings'>['items'][number];

const standings = () =>
  queryOptions({
    queryKey: ['standings'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/standings'))).items,
  });

/** How all of them stand, a line each, for who looks after several. */
export function Organizations() {
  const query = useQuery(standings());
  if (asProblem(query.error).status === 401) return <Redirect to="/sign-in?next=%2Forganizations" replace />;
  return (
    <Outside>
      {query.data?.length === 0 ? (
        <FirstOrganization />
      ) : (
        <Page title={words.title} lead={words.lead}>
          <Loaded query={query}>{(items) => <All items={items} />}</Loaded>
        </Page>
      )}
    </Outside>
  );
}

function All({ items }: { items: readonly Standing[] }) {
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.drift}</th>
            <th scope="col">{words.unread}</th>
            <th scope="col">{words.last}</th>
            <th scope="col">{words.next}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Line key={one.id} standing={one} />
          ))}
        </tbody>
      </table>
      {items.some(({ role }) => role === 'owner') && <Add />}
    </>
  );
}

function Line({ standing }: { standing: Standing }) {
  const {
    id,
    name,
    role,
    policy,
    last_scan_at: last,
    next_scan_at: next,
    systems_not_read: unread,
    untold,
  } = standing;
  return (
    <tr>
      <th scope="row">
        <Link href={addressOf(id)}>
          <bdi>{name}</bdi>
        </Link>
        <span className={css.soft}>
          {words.role[role]}
          {!policy && `, ${words.noPolicy}`}
        </span>
      </th>
      <td data-label={words.drift}>
        <Drift standing={standing} />
      </td>
      <td data-label={words.unread} className={unread === null || unread === 0 ? undefined : css.bad}>
        {unread === null
          ? words.nothingKnown
          : unread === 0
            ? words.allRead(untold ?? 0)
            : words.tools(unread)}
      </td>
      <td data-label={words.last}>
        {last === null ? words.never : <time dateTime={last}>{words.ago(last)}</time>}
      </td>
      <td data-label={words.next}>
        {next === null ? words.notPlanned : <time dateTime={next}>{words.due(next)}</time>}
      </td>
    </tr>
  );
}

/** Nothing is said to be fine of what was not read. */
function Drift({
  standing: { drift, last_scan_at: last, systems_not_read: unread },
}: {
  standing: Standing;
}) {
  const there = severities.filter((severity) => drift[severity] > 0);
  if (last === null && there.length === 0) return words.nothingKnown;
  if (there.length === 0) return unread === 0 ? words.noDrift : words.onlyRead;
  return (
    <ul className={css.counts}>
      {there.map((severity) => (
        <li key={severity}>
          {inFigures(drift[severity])} <SeverityMark severity={severity} />
        </li>
      ))}
    </ul>
  );
}

function Add() {
  return (
    <Group title={words.add} lead={words.addLead}>
      <Box>
        <MakeOrganization />
      </Box>
    </Group>
  );
}
