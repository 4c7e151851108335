import { Button, Modal, TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Buttons, Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { useOrganization } from '../../shell/organization.js';
import { webhooksWords as words } from '../../words/webhooks.js';
import { Deliveries } from './deliveries.js';
import css from './webhooks.module.css';

type Webhook = AnswerTo<'listWebhooks'>['items'][number];

const LOOK_EVERY_MS = 10_000;

const webhooks = (organization: string) =>
  queryOptions({
    queryKey: [organization, 'webhooks'],
    // Whether messages arrive is found out after they were asked for.
    refetchInterval: LOOK_EVERY_MS,
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/organizations/{organization}/webhooks', { params: { path: { organization } } }),
        )
      ).items,
  });

/** Programs that hear of what became of findings. */
export function Webhooks() {
  const { mayDecide } = useOrganization();
  return (
    <Group title={words.title} lead={words.lead}>
      <Soft>{words.what}</Soft>
      {mayDecide ? <Listed /> : <Soft>{words.forAdmins}</Soft>}
    </Group>
  );
}

function Listed() {
  const { id } = useOrganization();
  const query = useQuery(webhooks(id));
  return (
    <>
      <Loaded query={query}>
        {(items) => (
          <Rows empty={words.none}>
            {items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </Rows>
        )}
      </Loaded>
      <Add />
    </>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { id, address, on: isOn, made_by: by, made_at: since } = webhook;
  const [isShown, setShown] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const test = useAct((_: void, organization) =>
    answerOf(
      api.POST('/api/v1/organizations/{organization}/webhooks/{webhook}/test', {
        params: { path: { organization, webhook: id } },
      }),
    ),
  );
  const change = useAct((on: boolean, organization) =>
    answerOf(
      api.PATCH('/api/v1/organizations/{organization}/webhooks/{webhook}', {
        params: { path: { organization, webhook: id } },
        body: { on },
      }),
    ),
  );
  return (
    <Row
      actions={
        <>
          {isOn && (
            <Button
              size="xs"
              variant="default"
              loading={test.isPending}
              onClick={() => test.mutate(undefined, { onSuccess: () => setShown(true) })}
            >
              {words.test}
            </Button>
          )}
          <Button size="xs" variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? words.hide : words.deliveries}
          </Button>
          <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate(!isOn)}>
            {isOn ? words.switchOff : words.switchOn}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        </>
      }
    >
      <strong>
        <bdi>{address}</bdi>
      </strong>
      <p className={css.state} data-bad={isBad(webhook)}>
        {standingOf(webhook)}
      </p>
      <Soft>
        <bdi>{words.made(by, since)}</bdi>
      </Soft>
      <ProblemText error={test.error ?? change.error} />
      {isShown && <Deliveries webhook={id} />}
      <Remove webhook={webhook} isOpen={isRemoving} close={() => setRemoving(false)} />
    </Row>
  );
}

function isBad({ failing_since: failing, given_up_at: givenUp }: Webhook): boolean {
  return failing !== null || givenUp !== null;
}

function standingOf({ on, failing_since: failing, given_up_at: givenUp }: Webhook): string {
  if (!on) return givenUp === null ? words.off : words.givenUp(givenUp);
  return failing === null ? words.on : words.failing(failing);
}

function Remove({
  webhook: { id: webhook, address },
  isOpen,
  close,
}: {
  webhook: Webhook;
  isOpen: boolean;
  close: () => void;
}) {
  const remove = useAct((_: void, organization) =>
    answerOf(
      api.DELETE('/api/v1/organizations/{organization}/webhooks/{webhook}', {
        params: { path: { organization, webhook } },
      }),
    ),
  );
  return (
    <Modal opened={isOpen} onClose={close} title={words.removeTitle}>
      <Box onSubmit={() => remove.mutate(undefined, { onSuccess: close })}>
        <bdi>{address}</bdi>
        <p>{words.removeLead}</p>
        <ProblemText error={remove.error} />
        <Buttons>
          <Button type="submit" loading={remove.isPending}>
            {words.remove}
          </Button>
          <Button variant="default" onClick={close}>
            {words.keep}
          </Button>
        </Buttons>
      </Box>
    </Modal>
  );
}

function Add() {
  const [address, setAddress] = useState('');
  const add = useAct((_: void, organization) =>
    answerOf(
      api.POST('/api/v1/organizations/{organization}/webhooks', {
        params: { path: { organization } },
        body: { address: address.trim() },
      }),
    ),
  );
  return (
    <>
      <Box onSubmit={() => add.mutate(undefined, { onSuccess: () => setAddress('') })}>
        <h3>{words.add}</h3>
        <TextInput
          size="sm"
          inputMode="url"
          label={words.address}
          description={words.addressHint}
          value={address}
          maxLength={2_000}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          required
          withAsterisk={false}
        />
        <ProblemText error={add.error} />
        <div>
          <Button type="submit" variant="default" loading={add.isPending}>
            {words.addIt}
          </Button>
        </div>
      </Box>
      {add.data !== undefined && <ShownOnce lead={words.secret} secret={add.data.secret} />}
    </>
  );
}
