import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answerOf } from '../../api/client.js';
import { questions } from '../../api/questions.js';
import { Box, Group, Soft } from '../../parts/group.js';
import { ProblemText } from '../../parts/problem-text.js';
import { ShownOnce } from '../../parts/shown-once.js';
import { Loaded } from '../../parts/states.js';
import { useAct } from '../../parts/use-act.js';
import { ownWords as words } from '../../words/own.js';
import { OwnPassword } from './own-password.js';

/** How who looks at this signs in. */
export function OwnSignIn() {
  const me = useQuery(questions.me());
  return (
    <Group title={words.title} lead={words.lead}>
      <Loaded query={me}>
        {({ second_step: isOn, password }) => (
          <>
            <SecondStep isOn={isOn} hasPassword={password} />
            <OwnPassword hasPassword={password} />
          </>
        )}
      </Loaded>
    </Group>
  );
}

function SecondStep({ isOn, hasPassword }: { isOn: boolean; hasPassword: boolean }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const given = { password: hasPassword ? password : null };
  const offer = useAct(() => answerOf(api.POST('/api/v1/me/second-step', { body: given })));
  const accept = useAct(() =>
    answerOf(api.POST('/api/v1/me/second-step/accept', { body: { code: code.trim() } })),
  );
  const off = useAct(() => answerOf(api.POST('/api/v1/me/second-step/switch-off', { body: given })));
  const forgetOffer = () => {
    setCode('');
    offer.reset();
  };
  if (offer.data !== undefined && !isOn)
    return (
      <Box onSubmit={() => accept.mutate(undefined, { onSuccess: forgetOffer })}>
        <h3>{words.secondStep}</h3>
        <p>{words.scan}</p>
        <code>{inFours(offer.data.secret)}</code>
        <Soft>
          {words.onThisPhone} <a href={offer.data.address}>{words.openApp}</a>
        </Soft>
        <TextInput
          size="sm"
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          required
          withAsterisk={false}
        />
        <ProblemText error={accept.error} />
        <div>
          <Button type="submit" loading={accept.isPending}>
            {words.switchOn}
          </Button>
        </div>
      </Box>
    );
  const act = isOn ? off : offer;
  return (
    <>
      {isOn && accept.data !== undefined && (
        <ShownOnce lead={words.recovery} secret={accept.data.recovery_codes.join('\n')} />
      )}
      <Box onSubmit={() => act.mutate(undefined, { onSuccess: () => setPassword('') })}>
        <h3>{words.secondStep}</h3>
        <Soft>{words.secondStepLead}</Soft>
        <p>{isOn ? words.isOn : words.isOff}</p>
        {hasPassword && (
          <PasswordInput
            size="sm"
            label={words.password}
            autoComplete="current-password"
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            required
            withAsterisk={false}
          />
        )}
        <ProblemText error={act.error} />
        <div>
          <Button type="submit" variant="default" loading={act.isPending}>
            {isOn ? words.switchOff : words.begin}
          </Button>
        </div>
      </Box>
    </>
  );
}

/** Easier to copy by eye; apps do not mind. */
function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}
