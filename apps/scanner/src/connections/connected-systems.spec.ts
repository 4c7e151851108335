import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import type { OpenConnection } from './connections.js';
import { connectedSystems } from './connected-systems.js';

function policyWith(systems: string): Policy {
  const parsed = parsePolicy(
    `plumbline: 1\norganization: Bakery\nsystems: {${systems}}\ndata: []\n`,
    'policy.yaml',
  );
  if (!('policy' in parsed)) throw new Error('the policy of the test does not parse');
  return parsed.policy;
}

function connection(name: string, connector = 'hubspot'): OpenConnection {
  return { connection: { name, connector } } as OpenConnection;
}

function fed(systems: string, ...connections: readonly OpenConnection[]): readonly string[] {
  return connectedSystems(policyWith(systems), connections).map(
    ({ system, open }) => `${system} by ${open.connection.name}`,
  );
}

describe('which connection feeds which system (E7)', () => {
  it('is plain where there is one of each', () => {
    expect(
      fed('crm: {connector: hubspot}, office: {connector: google-workspace}', connection('hubspot')),
    ).toEqual(['crm by hubspot']);
  });

  it('is what the policy says', () => {
    expect(
      fed(
        'crm: {connector: hubspot, connection: main}, old: {connector: hubspot, connection: second}',
        connection('main'),
        connection('second'),
      ),
    ).toEqual(['crm by main', 'old by second']);
  });

  it('is none while the named one is not there: exports may feed it', () => {
    expect(fed('crm: {connector: hubspot, connection: main}', connection('other'))).toEqual([]);
  });

  it('leaves a system of the same tool to its files', () => {
    expect(
      fed(
        'crm: {connector: hubspot, connection: hubspot}, old: {connector: hubspot, files: ["old/*.csv"]}',
        connection('hubspot'),
      ),
    ).toEqual(['crm by hubspot']);
  });

  it.each([
    ['crm: {connector: hubspot}', [connection('a'), connection('b')]],
    ['crm: {connector: hubspot, files: ["a.csv"]}', [connection('a'), connection('b')]],
  ])('asks where it could be either: %s', (systems, connections) => {
    expect(() => fed(systems, ...connections)).toThrow(/not clear which connection/u);
  });
});
