import { Button } from '@mantine/core';
import { useState } from 'react';
import { DeleteOrganization } from '../../parts/delete-organization.js';
import { Group, Soft } from '../../parts/group.js';
import { useOrganization } from '../../shell/organization.js';
import { deletionWords as words } from '../../words/deletion.js';

/** The way out, at the end of the settings. */
export function DeleteGroup() {
  const { role, example } = useOrganization();
  const [isAsked, setAsked] = useState(false);
  return (
    <Group title={words.title} lead={example ? words.exampleLead : words.lead}>
      {role === 'owner' ? (
        <>
          <div>
            <Button variant="default" onClick={() => setAsked(true)}>
              {words.begin}
            </Button>
          </div>
          <DeleteOrganization isOpen={isAsked} close={() => setAsked(false)} />
        </>
      ) : (
        <Soft>{words.ownerOnly}</Soft>
      )}
    </Group>
  );
}
