import { describe, expect, it } from '@jest/globals';
import { ReadRefusedError } from '#connectors/contract/error.js';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { Refusal } from '#connectors/contract/refusal.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { fakeConnector } from '../connections/connections.spec-builders.js';
import type { OpenConnection } from '../connections/connections.js';
import type { ConnectionMeans } from '../connections/means.js';
import { LiveAccounts } from './live-accounts.js';

const POLICY = `
plumbline: 1
organization: Bakery
domains: [bakery.example]
people: [{ email: ruth@free-mail.example, also: [Ruth.A], roles: [owner] }]
systems: { crm: { connector: hubspot } }
purposes: { mail: { why: to send it, basis: consent } }
data: [{ category: user.name, in: [crm], fields: { crm: [firstname] } }]
classify: [{ system: crm, object: contact, field: fav, category: none }]
consent: [{ purpose: mail, in: [crm], requires: opt_in_timestamp, evidence: { crm: said_yes } }]
`;

const LOST: Refusal = {
  status: 'denied',
  reason: 'the login is lost',
  actor: 'user',
  step: 'Connect again.',
};

interface Given {
  /** As stored with the connection. */
  readonly account?: string | null;
  readonly granted?: readonly string[] | null;
  readonly logMemory?: unknown;
  /** What `identify` does; by default it tells account 77. */
  readonly identify?: () => Promise<string>;
  readonly items?: (session: VendorSession) => readonly (Fact | Receipt)[];
  readonly asOf?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly onClose?: () => void;
}

function receipt(session: VendorSession, given: Partial<Receipt>): Receipt {
  const source = { system: session.system, connector: 'hubspot', account: session.account ?? '?' } as const;
  return { kind: 'receipt', source, capability: 'people', status: 'complete', read: 0, parts: [], ...given };
}

/** A scan of one connection: the sessions it opened, what came of it, what it learned of it. */
async function scanned({
  account = '77',
  granted = ['users.read'],
  logMemory = null,
  identify = () => Promise.resolve('77'),
  items = (session) => [receipt(session, {})],
  asOf = '2026-11-23',
  environment = {},
  onClose = () => undefined,
}: Given = {}) {
  const parsed = parsePolicy(POLICY, 'policy.yaml');
  if (!('policy' in parsed)) throw new Error('the policy of the test does not parse', { cause: parsed });
  const sessions: VendorSession[] = [];
  const connector: OpenConnection['connector'] = {
    ...fakeConnector(),
    identify: async ({ system }) => [{ system, connector: 'hubspot', account: await identify() }],
    async *read(session) {
      sessions.push(session);
      for (const item of items(session)) yield await Promise.resolve(item);
    },
  };
  const connection = { id: 'c1', name: 'hubspot', connector: 'hubspot', account, granted };
  const open = { connection, connector, logMemory, credential: {} } as unknown as OpenConnection;
  const means = {
    simulation: Simulation.from(environment),
    now: () => new Date('2026-11-23T10:00:00Z'),
    accessFor: () => ({
      vendor: {},
      close: onClose,
    }),
  } as unknown as ConnectionMeans;
  const accounts = new LiveAccounts({
    policy: parsed.policy,
    connections: [open],
    means,
    asOf,
    signal: new AbortController().signal,
  });
  const read: (Fact | Receipt)[] = [];
  const sources = await accounts.during(async ([reading]) => {
    if (reading === undefined) throw new Error('nothing to read');
    const before = reading.source;
    for await (const item of reading.read()) read.push(item);
    return { before, isSimulated: reading.isSimulated };
  });
  const [session] = sessions;
  return { session, read, sources, use: accounts.uses('2026-11-23T11:00:00Z')[0] };
}

describe('the connected accounts of a scan', () => {
  it('are told what the policy names, and nothing else of it', async () => {
    const { session } = await scanned({ logMemory: { readUntil: 'x' } });
    expect(session).toMatchObject({
      system: 'crm',
      account: '77',
      ownDomains: ['bakery.example'],
      ownAddresses: ['ruth@free-mail.example', 'ruth.a'],
      granted: new Set(['users.read']),
    });
    expect(session?.alsoRead.toSorted()).toEqual(['fav', 'firstname', 'said_yes']);
    expect(session?.memory.before).toEqual({ readUntil: 'x' });
    expect((await scanned({ granted: null })).session?.granted).toBeNull();
  });

  it('are read as of now, or to the end of an earlier day that is judged', async () => {
    const nowWith = async (asOf: string) => (await scanned({ asOf })).session?.now().toISOString();
    expect(await nowWith('2026-11-23')).toBe('2026-11-23T10:00:00.000Z');
    expect(await nowWith('2026-11-30')).toBe('2026-11-23T10:00:00.000Z');
    expect(await nowWith('2026-10-31')).toBe('2026-10-31T23:59:59.999Z');
  });

  it('are asked whose they are before anything is read, if nobody could tell before', async () => {
    const { sources, use } = await scanned({ account: null, identify: () => Promise.resolve('4711') });
    expect([sources.before.account, use?.account]).toEqual(['4711', '4711']);
  });

  it('are unread, every capability of them, where nobody can tell whose they are', async () => {
    const identify = () => Promise.reject(new ReadRefusedError({ message: 'refused', refusal: LOST }));
    const { read, session, use } = await scanned({ account: null, identify });
    expect(session).toBeUndefined();
    expect(read).toEqual([expect.objectContaining({ kind: 'receipt', capability: 'people', ...LOST })]);
    expect(use).toMatchObject({ account: null, refusal: LOST, memory: null });
  });

  it('remember of the logs what the connector keeps, and nothing where it keeps nothing', async () => {
    const keeping = await scanned({
      items: (session) => {
        session.memory.keep({ readUntil: 'y' });
        return [receipt(session, {})];
      },
    });
    expect(keeping.use).toMatchObject({ memory: { next: { readUntil: 'y' } }, refusal: null });
    expect((await scanned()).use?.memory).toBeNull();
  });

  it('need help only where nothing at all could be read of them', async () => {
    const use = async (...given: readonly Partial<Receipt>[]) =>
      (await scanned({ items: (session) => given.map((one) => receipt(session, one)) })).use?.refusal;
    expect(await use(LOST, LOST)).toEqual(LOST);
    expect(await use(LOST, {})).toBeNull();
    expect(await use({ ...LOST, read: 3 })).toBeNull();
    expect(await use({ ...LOST, status: 'unsupported' })).toBeNull();
  });

  it('are marked where a vendor is simulated', async () => {
    const environment = { PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:4010' };
    expect((await scanned({ environment })).sources.isSimulated).toBe(true);
    expect((await scanned()).sources.isSimulated).toBe(false);
  });

  it('let go of the vendor also when reading fails', async () => {
    let closed = 0;
    const onClose = () => {
      closed += 1;
    };
    const items = () => {
      throw new Error('broken');
    };
    await expect(scanned({ items, onClose })).rejects.toThrow('broken');
    await scanned({ onClose });
    expect(closed).toBe(2);
  });
});
