import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { Box, Fields, Group, Row, Rows, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { useOrganization } from '../../shell/organization.js';
import { peopleWords as words } from '../../words/people.js';
import { asked } from './asked.js';

const ROLES = ['viewer', 'admin', 'owner'] as const;

/** Who was asked in and has not come yet, and asking somebody in. */
export function Invitations() {
  const { id } = useOrganization();
  const invitations = useQuery(asked.invitations(id));
  const takeBack = useAct((invitation: string, organization) =>
    answerOf(
      api.DELETE('/api/v1/organizations/{organization}/invitations/{invitation}', {
        params: { path: { organization, invitation } },
      }),
    ),
  );
  return (
    <Group title={words.invitations} lead={words.invitationsLead}>
      <ProblemText error={takeBack.error} />
      <Loaded query={invitations}>
        {(items) => (
          <Rows empty={words.noInvitations}>
            {items.map(({ id: invitation, email, role, ends_at: ends }) => (
              <Row
                key={invitation}
                actions={
                  <Button size="xs" variant="default" onClick={() => takeBack.mutate(invitation)}>
                    {words.takeBack}
                  </Button>
                }
              >
                <bdi>{email}</bdi>
                <Soft>
                  {words.roles[role]} · {words.ends(ends)}
                </Soft>
              </Row>
            ))}
          </Rows>
        )}
      </Loaded>
      <Invite />
    </Group>
  );
}

function Invite() {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('viewer');
  const invite = useAct((_: void, organization) =>
    answerOf(
      api.POST('/api/v1/organizations/{organization}/invitations', {
        params: { path: { organization } },
        body: { email: email.trim(), role },
      }),
    ),
  );
  return (
    <>
      <Box onSubmit={() => invite.mutate(undefined, { onSuccess: () => setEmail('') })}>
        <h3>{words.inviteTitle}</h3>
        <Fields>
          <TextInput
            size="sm"
            type="email"
            label={words.email}
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label={words.inviteRole}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as typeof role)}
            data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
          />
        </Fields>
        <ProblemText error={invite.error} />
        <div>
          <Button type="submit" loading={invite.isPending}>
            {words.invite}
          </Button>
        </div>
      </Box>
      {invite.data !== undefined && (
        <ShownOnce lead={words.invited(invite.data.email)} secret={invite.data.link} />
      )}
    </>
  );
}
