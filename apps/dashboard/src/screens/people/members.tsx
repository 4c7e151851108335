import { Button, Modal, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import type { AnswerTo } from '../../api/shapes.js';
import { Box, Buttons, Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { useOrganization } from '../../shell/organization.js';
import { peopleWords as words } from '../../words/people.js';

type Member = AnswerTo<'listPeople'>['items'][number];
type Role = Member['role'];

const ROLES: readonly Role[] = ['viewer', 'admin', 'owner'];

/** Everybody who belongs here, and what each may do. */
export function Members() {
  const { id } = useOrganization();
  const people = useQuery(questions.people(id));
  return (
    <Group title={words.members}>
      <Loaded query={people}>
        {(members) => (
          <Rows empty="">
            {members.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Group>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { role: own } = useOrganization();
  const { data: me } = useQuery(questions.me());
  const [isRemoving, setRemoving] = useState(false);
  const { id: person, name, email, role, since, second_step: hasSecondStep } = member;
  const change = useAct((next: Role, organization) =>
    answerOf(
      api.PATCH('/api/v1/organizations/{organization}/people/{person}', {
        params: { path: { organization, person } },
        body: { role: next },
      }),
    ),
  );
  const link = useAct((_: void, organization) =>
    answerOf(
      api.POST('/api/v1/organizations/{organization}/people/{person}/new-password', {
        params: { path: { organization, person } },
        body: { second_step: false },
      }),
    ),
  );
  const isMe = me?.id === person;
  return (
    <Row
      actions={
        own === 'owner' && (
          <>
            <NativeSelect
              aria-label={words.role(name)}
              value={role}
              onChange={({ currentTarget }) => change.mutate(currentTarget.value as Role)}
              data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
            />
            {!isMe && (
              <>
                <Button size="xs" variant="default" loading={link.isPending} onClick={() => link.mutate()}>
                  {words.newPassword}
                </Button>
                <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
                  {words.remove}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {isMe && ` (${words.you})`}
      </p>
      <Soft>
        <bdi>{email}</bdi> · {own === 'owner' ? '' : `${words.roles[role]} · `}
        {words.since(since)} · {hasSecondStep ? words.secondStep : words.noSecondStep}
      </Soft>
      <ProblemText error={change.error ?? link.error} />
      {link.data !== undefined && <ShownOnce lead={words.newPasswordLead(name)} secret={link.data.link} />}
      <Remove member={member} isOpen={isRemoving} close={() => setRemoving(false)} />
    </Row>
  );
}

function Remove({
  member: { id: person, name },
  isOpen,
  close,
}: {
  member: Member;
  isOpen: boolean;
  close: () => void;
}) {
  const remove = useAct((_: void, organization) =>
    answerOf(
      api.DELETE('/api/v1/organizations/{organization}/people/{person}', {
        params: { path: { organization, person } },
      }),
    ),
  );
  return (
    <Modal opened={isOpen} onClose={close} title={words.removeTitle(name)}>
      <Box onSubmit={() => remove.mutate(undefined, { onSuccess: close })}>
        <p>{words.removeLead}</p>
        <ProblemText error={remove.error} />
        <Buttons>
          <Button type="submit" loading={remove.isPending}>
            {words.remove}
          </Button>
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
        </Buttons>
      </Box>
    </Modal>
  );
}
