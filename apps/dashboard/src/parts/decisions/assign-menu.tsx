import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { questions } from '../../api/questions.js';
import { useOrganization } from '../../shell/organization.js';
import { decisionWords as words } from '../../words/findings.js';

/** Who looks after findings from now on. */
export function AssignMenu({ assign, isBusy }: { assign: (person: string | null) => void; isBusy: boolean }) {
  const { id } = useOrganization();
  const { data: people } = useQuery(questions.people(id));
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button variant="default" loading={isBusy}>
          {words.assign}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people?.map((person) => (
          <Menu.Item key={person.id} onClick={() => assign(person.id)}>
            <bdi>{person.name}</bdi>
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => assign(null)}>{words.nobody}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
