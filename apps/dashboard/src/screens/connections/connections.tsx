import { Route, Switch } from 'wouter';
import { ConnectTool } from './connect-tool.js';
import { ConnectionList } from './connection-list.js';
import { OneConnection } from './one-connection.js';

/** The tools that Plumbline logs in to: all of them, one of them, and the way to connect one. */
export function Connections() {
  return (
    <Switch>
      <Route path="/o/:organization/connections/new/:connector">
        {({ connector }) => <ConnectTool key={connector} id={connector} />}
      </Route>
      <Route path="/o/:organization/connections/:name">
        {({ name }) => <OneConnection key={name} name={name} />}
      </Route>
      <Route component={ConnectionList} />
    </Switch>
  );
}
