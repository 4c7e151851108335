import { ReadRefusedError } from '#connectors/contract/error.js';
import type { FieldFact, PersonFact, RecordsFact, Source } from '#connectors/contract/fact.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { defineVendorConnector } from '#connectors/contract/vendor-connector.js';
import { readResource, unreadReceipt } from '#connectors/kit/read-resource.js';
import { verdictOf } from './punchcard-answers.js';
import { PunchcardApi } from './punchcard-api.js';
import { byKey, capabilities, oauth, PUNCHCARD } from './punchcard-sheet.js';

/** Loyalty cards of a shop that does not exist: the example of docs/connectors.md. */
export const punchcardConnector = defineVendorConnector<'fields' | 'records' | 'people'>({
  id: PUNCHCARD,
  title: 'Punchcard',
  capabilities,
  hosts: ['punchcard.example', 'api.punchcard.example'],
  readsByPost: [],
  rateLimit: { requests: 10, perMs: 1_000, concurrency: 2 },
  costs: [{ of: 'cards', requests: 1, per: 100 }],
  oauth,
  ways: [byKey],
  conditions: [],
  cannotRead: [],
  revokeByHand: 'In Punchcard under Settings > Access keys.',
  verdictOf,

  async identify({ system, vendor }) {
    const { id } = await new PunchcardApi(vendor).shop();
    return [{ system, connector: PUNCHCARD, account: id }];
  },

  async *read(session) {
    const { signal } = session;
    const api = new PunchcardApi(session.vendor);
    const account = await accountOf(api, session);
    if ('refusal' in account) {
      const { source, refusal } = account;
      yield unreadReceipt({ source, capability: 'fields', object: 'card' }, refusal);
      yield unreadReceipt({ source, capability: 'records', object: 'card' }, refusal);
      yield unreadReceipt({ source, capability: 'people' }, refusal);
      return;
    }
    const { source } = account;
    // Asked for once. If it fails, both resources that need it say so.
    const fields = cardFields(api, source);
    fields.catch(() => undefined);
    yield* readResource({ source, capability: 'fields', object: 'card' }, announced(fields), signal);
    yield* readResource(
      { source, capability: 'records', object: 'card' },
      cards(api, source, fields),
      signal,
    );
    yield* readResource({ source, capability: 'people' }, people(api, source), signal);
  },
});

async function accountOf(api: PunchcardApi, { system }: VendorSession) {
  const source = (account: string): Source => ({ system, connector: PUNCHCARD, account });
  try {
    const { id } = await api.shop();
    return { source: source(id) };
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    return { source: source('unknown'), refusal: error.refusal };
  }
}

async function cardFields(api: PunchcardApi, source: Source): Promise<readonly FieldFact[]> {
  const { fields } = await api.fields();
  return fields.map(({ key, title, kind }): FieldFact => ({
    kind: 'field',
    source,
    object: 'card',
    name: key,
    label: title,
    type: kind,
    // Where the vendor documents what a field of its own holds, the data sheet says so and nobody has to guess.
    custom: !key.startsWith('pc_'),
    ...(key === 'pc_email' && { category: 'user.contact.email', role: 'email' }),
  }));
}

async function* announced(fields: Promise<readonly FieldFact[]>): AsyncGenerator<FieldFact, void> {
  yield* await fields;
}

async function* cards(
  api: PunchcardApi,
  source: Source,
  known: Promise<readonly FieldFact[]>,
): AsyncGenerator<RecordsFact, void> {
  const fields = await known;
  for await (const page of api.cards()) {
    const rows = page.map(({ values }) => fields.map(({ name }) => values[name] ?? ''));
    if (rows.length > 0) yield { kind: 'records', source, object: 'card', fields, rows };
  }
}

async function* people(api: PunchcardApi, source: Source): AsyncGenerator<PersonFact, void> {
  const { staff } = await api.staff();
  for (const { email, role, active } of staff) {
    yield {
      kind: 'person',
      source,
      identifier: email.trim().toLowerCase(),
      role,
      level: role === 'Manager' ? 'admin' : 'member',
      state: active ? 'active' : 'suspended',
    };
  }
}
