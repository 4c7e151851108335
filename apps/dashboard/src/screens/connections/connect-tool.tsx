import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { questions } from '../../api/questions.js';
import type { Connector } from '../../api/shapes.js';
import { Loaded, Notice } from '../../parts/states.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { connectionsWords as words } from '../../words/connections.js';
import { HowToConnect } from './how-to-connect.js';
import type { RightsWished } from './rights-wished.js';
import { WhatIsRead } from './what-is-read.js';

/** The way to connect a tool: what would be read and why, then how. */
export function ConnectTool({ id }: { id: string }) {
  const { id: organization } = useOrganization();
  const connectors = useQuery(questions.connectors(organization));
  return (
    <Loaded whole query={connectors}>
      {(tools) => {
        const tool = tools.find((one) => one.id === id);
        if (tool !== undefined) return <Steps tool={tool} />;
        return (
          <Notice
            whole
            title={words.unknownTool}
            action={<Link href={addressOf(organization, 'connections')}>{words.back}</Link>}
          />
        );
      }}
    </Loaded>
  );
}

function Steps({ tool }: { tool: Connector }) {
  const [isInformed, setInformed] = useState(false);
  const [rights, setRights] = useState<RightsWished>({ without: [], with: [] });
  const show = (next: boolean) => {
    globalThis.scrollTo(0, 0);
    setInformed(next);
  };
  return isInformed ? (
    <HowToConnect tool={tool} rights={rights} back={() => show(false)} />
  ) : (
    <WhatIsRead tool={tool} rights={rights} choose={setRights} next={() => show(true)} />
  );
}
