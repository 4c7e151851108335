import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Fields, Group, hintBelow, Row, Rows, Soft, Tick } from '../../parts/group.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { problemWords } from '../../words/problems.js';
import { dayOfWeek, daysOfWeek } from '../../words/recurrence.js';
import { settingsWords as words } from '../../words/settings.js';
import { DeleteGroup } from './delete-group.js';
import { Webhooks } from './webhooks.js';

type ReportSettings = AnswerTo<'getReportSettings'>;
const ROLES = ['owner', 'admin', 'viewer'] as const;

const reportSettings = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'report-settings'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organizations/{organization}/report-settings', {
          params: { path: { organization } },
        }),
      ),
  });

/** What is set for the organization as a whole. */
export function Settings() {
  const { id, name, mayDecide } = useOrganization();
  const query = useQuery(reportSettings(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded whole query={query}>
        {(set) => (
          <>
            <Group title={words.organization}>
              <Rows empty="">
                {[
                  <Row key="name">
                    <Soft>{words.name}</Soft>
                    <bdi>{name}</bdi>
                    <Soft>{words.nameHint}</Soft>
                  </Row>,
                  <Row key="zone">
                    <Soft>{words.zone}</Soft>
                    <span>{set.weekly.time_zone}</span>
                    <Soft>{words.zoneHint}</Soft>
                  </Row>,
                ]}
              </Rows>
            </Group>
            <Group title={words.reports} lead={words.reportsLead}>
              {set.leaves_by === 'file' ? <p>{words.byFile}</p> : <Soft>{words.bySmtp(set.from)}</Soft>}
              <p>
                {set.weekly.paused_until === null ? '' : `${words.pausedUntil(set.weekly.paused_until)} `}
                {words.next(set.weekly.next_due_at)} <bdi>{words.recipients(set.recipients)}</bdi>
              </p>
              {mayDecide ? <SetReports set={set} /> : <Soft>{problemWords.viewerOnly}</Soft>}
            </Group>
            {set.unsubscribed.length > 0 && <Unsubscribed addresses={set.unsubscribed} />}
          </>
        )}
      </Loaded>
      <Webhooks />
      <DeleteGroup />
    </Page>
  );
}

function SetReports({ set }: { set: ReportSettings }) {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  const [weekly, setWeekly] = useState(set.weekly.on);
  const [day, setDay] = useState(set.weekly.day);
  const [at, setAt] = useState(set.weekly.at);
  const [until, setUntil] = useState(set.weekly.paused_until?.slice(0, 10) ?? '');
  const [alerts, setAlerts] = useState(set.alerts);
  const [roles, setRoles] = useState<readonly (typeof ROLES)[number][]>(set.roles);
  const [addresses, setAddresses] = useState(set.addresses.join(', '));
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        api.PUT('/api/v1/organizations/{organization}/report-settings', {
          params: { path: { organization } },
          body: {
            weekly: { on: weekly, day, at, paused_until: until === '' ? null : `${until}T00:00:00Z` },
            alerts,
            roles: [...roles],
            addresses: addresses
              .split(',')
              .map((one) => one.trim())
              .filter((one) => one !== ''),
          },
        }),
      ),
    onSuccess: () => answers.invalidateQueries({ queryKey: [organization, 'report-settings'] }),
  });
  return (
    <Box onSubmit={() => save.mutate()}>
      <Tick label={words.weekly} checked={weekly} onChange={setWeekly} />
      {weekly && (
        <Fields>
          <NativeSelect
            label={words.day}
            value={String(day)}
            onChange={({ currentTarget }) => setDay(Number(currentTarget.value))}
            data={daysOfWeek.map((value) => ({ value: String(value), label: dayOfWeek(value) }))}
          />
          <TextInput
            size="sm"
            type="time"
            label={words.at}
            inputWrapperOrder={hintBelow}
            description={words.atHint(set.weekly.time_zone)}
            value={at}
            onChange={({ currentTarget }) => setAt(currentTarget.value)}
            required
            withAsterisk={false}
          />
          <TextInput
            size="sm"
            type="date"
            label={words.pause}
            inputWrapperOrder={hintBelow}
            description={words.pauseHint}
            value={until}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        </Fields>
      )}
      <Tick label={words.alerts} checked={alerts} onChange={setAlerts} />
      <div role="group" aria-label={words.roles}>
        <Soft>{words.roles}</Soft>
        {ROLES.map((role) => (
          <Tick
            key={role}
            label={words.roleNames[role]}
            checked={roles.includes(role)}
            onChange={(isIn) => setRoles(isIn ? [...roles, role] : roles.filter((one) => one !== role))}
          />
        ))}
      </div>
      <TextInput
        size="sm"
        label={words.addresses}
        description={words.addressesHint}
        value={addresses}
        onChange={({ currentTarget }) => setAddresses(currentTarget.value)}
      />
      <ProblemText error={save.error} />
      {save.isSuccess && <p role="status">{words.saved}</p>}
      <div>
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </div>
    </Box>
  );
}

function Unsubscribed({ addresses }: { addresses: readonly string[] }) {
  const { id: organization, mayDecide } = useOrganization();
  const answers = useQueryClient();
  const again = useMutation({
    mutationFn: (address: string) =>
      answerOf(
        api.DELETE('/api/v1/organizations/{organization}/report-settings/unsubscribed/{address}', {
          params: { path: { organization, address } },
        }),
      ),
    onSuccess: () => answers.invalidateQueries({ queryKey: [organization, 'report-settings'] }),
  });
  return (
    <Group title={words.unsubscribed} lead={words.unsubscribedLead}>
      <ProblemText error={again.error} />
      <Rows empty="">
        {addresses.map((address) => (
          <Row
            key={address}
            actions={
              mayDecide && (
                <Button size="xs" variant="default" onClick={() => again.mutate(address)}>
                  {words.subscribe}
                </Button>
              )
            }
          >
            <bdi>{address}</bdi>
          </Row>
        ))}
      </Rows>
    </Group>
  );
}
