import { Button, NativeSelect, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { asProblem } from '../../api/problem.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Buttons, Fields, Group, hintBelow, Soft, Tick } from '../../parts/group.js';
import { Page } from '../../parts/page.js';
import { ProblemText } from '../../parts/problem-text.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { problemWords } from '../../words/problems.js';
import { dayOfWeek, daysOfWeek } from '../../words/recurrence.js';
import { scheduleWords as words } from '../../words/schedule.js';

type Schedule = AnswerTo<'getSchedule'>;

const EVERY = ['hour', 'day', 'week', 'month', 'quarter'] as const;
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** Null: nothing is planned. */
const schedule = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'schedule'],
    queryFn: async () => {
      try {
        return await answerOf(
          api.GET('/api/v1/organizations/{organization}/schedule', { params: { path: { organization } } }),
        );
      } catch (error) {
        if (asProblem(error).status === 404) return null;
        throw error;
      }
    },
  });

/** When this organization is scanned without anybody asking. */
export function ScheduleScreen() {
  const { id, mayDecide } = useOrganization();
  const query = useQuery(schedule(id));
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded whole query={query}>
        {(set) => (
          <>
            <Group title={words.next}>
              <p>{nextOf(set)}</p>
              {set !== null && set.last_due_at !== null && <Soft>{words.lastAt(set.last_due_at)}</Soft>}
            </Group>
            {mayDecide ? <SetSchedule set={set} /> : <Soft>{problemWords.viewerOnly}</Soft>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function nextOf(set: Schedule | null): string {
  if (set === null) return words.none;
  return set.paused || set.next_due_at === null ? words.paused : words.nextAt(set.next_due_at);
}

function SetSchedule({ set }: { set: Schedule | null }) {
  const { id: organization } = useOrganization();
  const answers = useQueryClient();
  const [every, setEvery] = useState<(typeof EVERY)[number]>(set?.every ?? 'week');
  const [at, setAt] = useState(set?.at ?? '06:00');
  const [day, setDay] = useState(set?.day ?? 1);
  const [isPaused, setPaused] = useState(set?.paused ?? false);
  const params = { path: { organization } };
  const look = () => answers.invalidateQueries({ queryKey: [organization] });
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        api.PUT('/api/v1/organizations/{organization}/schedule', {
          params,
          body: { every, at, day: every === 'week' ? Math.min(day, 7) : day, paused: isPaused },
        }),
      ),
    onSuccess: look,
  });
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/organizations/{organization}/schedule', { params })),
    onSuccess: look,
  });
  const isByDay = every === 'month' || every === 'quarter';
  return (
    <Group title={words.set}>
      <Box onSubmit={() => save.mutate()}>
        <Fields>
          <NativeSelect
            label={words.every}
            value={every}
            onChange={({ currentTarget }) => setEvery(currentTarget.value as typeof every)}
            data={EVERY.map((value) => ({ value, label: words.everies[value] }))}
          />
          {every === 'week' && (
            <NativeSelect
              label={words.weekday}
              value={String(Math.min(day, 7))}
              onChange={({ currentTarget }) => setDay(Number(currentTarget.value))}
              data={daysOfWeek.map((value) => ({ value: String(value), label: dayOfWeek(value) }))}
            />
          )}
          {isByDay && (
            <NativeSelect
              label={words.day}
              inputWrapperOrder={hintBelow}
              description={words.dayHint}
              value={String(day)}
              onChange={({ currentTarget }) => setDay(Number(currentTarget.value))}
              data={DAYS.map(String)}
            />
          )}
          {every !== 'hour' && (
            <TextInput
              size="sm"
              type="time"
              label={words.at}
              inputWrapperOrder={hintBelow}
              description={words.atHint(set?.time_zone ?? words.policyZone)}
              value={at}
              onChange={({ currentTarget }) => setAt(currentTarget.value)}
              required
              withAsterisk={false}
            />
          )}
        </Fields>
        <Tick label={words.pause} checked={isPaused} onChange={setPaused} />
        <ProblemText error={save.error ?? remove.error} />
        {save.isSuccess && <p role="status">{words.saved}</p>}
        <Buttons>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          {set !== null && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {words.remove}
            </Button>
          )}
        </Buttons>
      </Box>
    </Group>
  );
}
