import { describe, expect, it } from '@jest/globals';
import { aField, aPerson, aReceipt, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { type Browser, invitedPerson, ORGANIZATION, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const POLICY = `plumbline: 1
organization: ${ORGANIZATION}
time_zone: America/New_York
people:
  - { email: maria@sweetcrumb.example, roles: [owner] }
systems:
  crm: { connector: hubspot }
data:
  - { category: user.contact.email, for: [], in: [crm] }
access:
  - { role: owner, systems: { crm: admin } }
`;

const birthday = violation('birthday', { severity: 'high', title: 'Birthdays are not in the policy' });
const notes = violation('notes', { severity: 'low' });

/** A scan as the process of a job stores it. */
async function scanned(service: StartedService, day: string, found: readonly ReturnType<typeof violation>[]) {
  const inventory = {
    ...inventoryOf(
      aSystem({
        fields: [
          aField('email', 'user.contact.email', { filled: 90 }),
          aField('birthday', 'user.demographic.date_of_birth', { filled: 20 }),
          aField('flavour', 'none'),
        ],
        people: [aPerson('maria@sweetcrumb.example', { level: 'admin' }), aPerson('tom@elsewhere.example')],
        receipts: [
          aReceipt('fields'),
          aReceipt('records'),
          aReceipt('people', { status: 'denied', reason: 'no' }),
          aReceipt('apps', { status: 'unsupported', reason: 'HubSpot tells no program' }),
        ],
      }),
    ),
    asOf: day,
  };
  await service.app.get(Ledger).commitScan({
    ...scanFinding(found, {
      day,
      policyText: POLICY,
      rulesVersion: RULES_VERSION,
      organization: ORGANIZATION,
    }),
    inventory,
  });
}

async function bakery(service: StartedService): Promise<{ readonly owner: Browser; readonly path: string }> {
  const signedIn = await signedInOwner(service);
  await scanned(service, '2026-11-22', [notes]);
  await scanned(service, '2026-11-23', [birthday, notes]);
  return signedIn;
}

describe('findings over HTTP', () => {
  it('are listed page by page, gravest first, and shown with their history', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const first = await owner.get(`${path}/findings?limit=1`);
    expect(first.body.items).toMatchObject([{ severity: 'high', title: 'Birthdays are not in the policy' }]);
    const second = await owner.get(`${path}/findings?limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ severity: 'low' }], next: null });
    expect([first.body.total, second.body.total]).toEqual([2, null]);
    const { body } = await owner.get(`${path}/findings/${first.body.items[0].id}`);
    expect(body).toMatchObject({ heading: expect.any(String), why: expect.any(String), policy_says: [] });
    expect(body).toMatchObject({ history: [{ change: 'new', cause: 'data' }], comments: [], assignee: null });
    expect((await owner.get(`${path}/findings?severity=low&text=NOTES`)).body.items).toHaveLength(1);
    expect((await owner.get(`${path}/findings?cursor=${'x'.repeat(20)}`)).status).toBe(400);
    for (const nothing of ['ffffffffffffffff', 'mistyped'])
      expect((await owner.get(`${path}/findings/${nothing}`)).status).toBe(404);
    const ofTheBusiness = (await owner.get(`${path}/findings?system=(business)`)).body.items;
    expect(ofTheBusiness).toEqual([]);
    expect((await owner.get(`${path}/findings?system=crm`)).body.items).toHaveLength(2);
  });

  it('are decided by an admin, in bulk, and each decision names her', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const admin = await invitedPerson(owner, path, { email: 'adam@bakery.example', role: 'admin' });
    const { body } = await admin.get(`${path}/findings`);
    const findings = body.items.map(({ id }: { id: string }) => id);
    const decide = async (decision: object) =>
      admin.post(`${path}/findings/decisions`, { findings, decision });
    expect((await decide({ kind: 'acknowledge' })).status).toBe(204);
    const me = (await admin.get('me')).body;
    expect((await decide({ kind: 'assign', person: me.id })).status).toBe(204);
    expect((await decide({ kind: 'comment', text: 'We ask HubSpot.\nTom does it.' })).status).toBe(204);
    expect((await decide({ kind: 'accept', reason: 'moving', until: '2026-12-24' })).status).toBe(204);
    expect((await admin.get(`${path}/findings`)).body).toMatchObject({ items: [], total: 0 });
    expect((await admin.get(`${path}/findings?state=all`)).body.items).toMatchObject([
      { assignee: 'adam@bakery.example' },
      { assignee: 'adam@bakery.example' },
    ]);
    expect((await admin.get(`${path}/findings?state=exception&assignee=${me.id}`)).body.items).toHaveLength(
      2,
    );
    const whole = (await admin.get(`${path}/findings/${findings[0]}`)).body;
    expect(whole).toMatchObject({
      disposition: { kind: 'exception', approver: 'adam@bakery.example', until: '2026-12-24' },
      assignee: { name: 'adam@bakery.example' },
      comments: [{ said_by: 'adam@bakery.example', text: 'We ask HubSpot.\nTom does it.' }],
    });
    const log = await owner.get(`${path}/audit-log?action=finding.`);
    expect(log.body.items).toHaveLength(8);
    expect((await admin.get(`${path}/audit-log`)).status).toBe(403);
    expect((await owner.get(`${path}/audit-log?action=finding.accepted&limit=1`)).body).toMatchObject({
      items: [{ actor: { name: 'adam@bakery.example' } }],
      next: expect.any(String),
    });
  });

  it('are not decided for a stranger, too long, or for what is not there', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const { body } = await owner.get(`${path}/findings`);
    const [{ id }] = body.items;
    const decide = async (findings: unknown, decision: object) =>
      (await owner.post(`${path}/findings/decisions`, { findings, decision })).status;
    expect(await decide([id], { kind: 'assign', person: '00000000-0000-4000-8000-000000000000' })).toBe(422);
    expect(await decide([id], { kind: 'accept', reason: 'x', until: '2028-01-01' })).toBe(422);
    expect(await decide([id], { kind: 'accept', reason: '' })).toBe(400);
    expect(await decide([id], { kind: 'comment', text: '\u001b[31mred' })).toBe(400);
    expect(await decide([id, 'ffffffffffffffff'], { kind: 'acknowledge' })).toBe(422);
    expect(await decide([], { kind: 'acknowledge' })).toBe(400);
    expect((await owner.get(`${path}/findings?state=acknowledged`)).body.items).toEqual([]);
  });

  it('happen: the feed of events is the history of all', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const first = await owner.get(`${path}/events?limit=1`);
    expect(first.body.items).toMatchObject([{ change: 'new', title: 'Birthdays are not in the policy' }]);
    const rest = await owner.get(`${path}/events?cursor=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ change: 'new' }], next: null });
  });
});

describe('the overview', () => {
  it('says what differs, what could not be read, and what changed since Monday', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const { body } = await owner.get(`${path}/overview`);
    // It is four in the morning in New York, on a Monday.
    expect(body).toMatchObject({
      today: '2026-11-23',
      anything_read: true,
      drift: { high: 1, medium: 0, low: 1, info: 0, not_observed: 0 },
      since: { day: '2026-11-23', scanned_before: true, appeared: 1 },
      gaps: [{ kind: 'denied' }, { kind: 'unsupported' }],
      systems: [
        {
          system: 'crm',
          title: 'HubSpot',
          coverage: 'partial',
          complete: 2,
          of: 3,
          untold: 1,
          drift: 2,
          gravest: 'high',
        },
      ],
      policy: true,
      next_scan_at: null,
      scan_under_way: null,
      duties: [],
      exceptions_ending: [],
    });
    const trend = (await owner.get(`${path}/trend`)).body.items;
    expect(trend).toMatchObject([
      { as_of: '2026-11-22', high: 0, low: 1 },
      { as_of: '2026-11-23', high: 1, low: 1, systems_not_read: 1 },
    ]);
  });

  it('tells of duties, of the next scan, and of exceptions that end within a week', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const audit = {
      ...violation('audit', { severity: 'low', title: 'The audit is due' }),
      rule: 'program.audit' as const,
    };
    await scanned(service, '2026-11-23', [birthday, notes, audit]);
    const { items } = (await owner.get(`${path}/findings`)).body;
    const accept = async (title: string, until: string) => {
      const findings = items
        .filter((one: { title: string }) => one.title === title)
        .map(({ id }: { id: string }) => id);
      await owner.post(`${path}/findings/decisions`, {
        findings,
        decision: { kind: 'accept', reason: 'soon', until },
      });
    };
    await accept(birthday.title, '2026-11-30');
    await accept(notes.title, '2026-12-01');
    await owner.ask('PUT', `${path}/schedule`, { every: 'day', at: '06:00' });
    const { body } = await owner.get(`${path}/overview`);
    expect(body).toMatchObject({
      duties: [{ title: 'The audit is due', severity: 'low' }],
      exceptions_ending: [{ title: birthday.title, until: '2026-11-30' }],
      next_scan_at: expect.stringMatching(/^2026-11-2/u),
    });
    const { id } = (await owner.post(`${path}/scans`)).body;
    expect((await owner.get(`${path}/overview`)).body.scan_under_way).toBe(id);
  });

  it('calls nothing news that the first scan found', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    await scanned(service, '2026-11-23', [birthday]);
    const { since } = (await owner.get(`${path}/overview`)).body;
    expect(since).toMatchObject({ scanned_before: false, appeared: 1 });
  });

  it('says before the first scan that nothing can be said', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    expect((await owner.get(`${path}/overview`)).body).toMatchObject({ scan: null, anything_read: false });
    expect((await owner.get(`${path}/inventory/fields`)).status).toBe(404);
    expect((await owner.get(`${path}/baseline`)).body).toEqual({ baseline: null });
  });
});

describe('the inventory', () => {
  it('stands beside what the policy says', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const map = (await owner.get(`${path}/inventory/data-map`)).body.items;
    expect(map).toMatchObject([
      { category: 'user.contact.email', declared: true, filled: 90, fields: [{ name: 'email' }] },
      {
        category: 'user.demographic.date_of_birth',
        declared: false,
        filled: 20,
        breaks: [{ rule: 'field.undeclared', system: 'crm', subject: 'contact.birthday' }],
      },
    ]);
    const { systems, policy } = (await owner.get(`${path}/inventory/data-map`)).body;
    expect([systems, policy]).toEqual([
      [{ system: 'crm', title: 'HubSpot', simulated: false, read: 'read' }],
      true,
    ]);
    expect((await owner.get(`${path}/inventory/flow`)).body).toMatchObject({
      categories: [{ title: 'E-mail address' }, { title: 'Date of birth' }],
      links: [{ to: 'system:crm', state: 'agrees' }, { state: 'differs' }],
    });
    const access = (await owner.get(`${path}/inventory/access`)).body.items;
    expect(access).toMatchObject([
      { identifier: 'maria@sweetcrumb.example', level: 'admin', declared: 'admin' },
      {
        identifier: 'tom@elsewhere.example',
        person: null,
        declared: null,
        breaks: [{ rule: 'access.undeclared-person', heading: expect.any(String) }],
      },
    ]);
    // The list of logins was denied: nothing is known of whoever was not seen.
    expect((await owner.get(`${path}/inventory/access`)).body).toMatchObject({
      systems: [{ system: 'crm', read: 'not read' }],
      people: [
        { who: 'maria@sweetcrumb.example', known: true, systems: [{ state: 'agrees' }] },
        { who: 'tom@elsewhere.example', known: false, systems: [{ state: 'differs' }] },
      ],
    });
    const page = (await owner.get(`${path}/inventory/fields?limit=2`)).body;
    expect(page.items.map(({ name }: { name: string }) => name)).toEqual(['email', 'birthday']);
    expect((await owner.get(`${path}/inventory/fields?cursor=${page.next}`)).body).toMatchObject({
      items: [{ name: 'flavour' }],
      next: null,
    });
    for (const one of ['apps', 'retention'])
      expect((await owner.get(`${path}/inventory/${one}`)).body).toMatchObject({
        as_of: '2026-11-23',
        items: [],
      });
  });
});

describe('the baseline', () => {
  it('is approved by who looked at the latest scan, and shows what came since', async () => {
    await using service = await startService();
    const { owner, path } = await bakery(service);
    const scan = (await owner.get(`${path}/overview`)).body.scan.id;
    expect((await owner.post(`${path}/baseline`, { scan: 'another' })).status).toBe(422);
    expect((await owner.post(`${path}/baseline`, { scan })).body.baseline).toMatchObject({
      scan,
      approved_by: 'anna@bakery.example',
      approved_on: '2026-11-23',
      appeared: [],
    });
    await scanned(service, '2026-11-24', [notes, violation('shoe size')]);
    const { body } = await owner.get(`${path}/baseline`);
    expect(body.baseline.appeared).toHaveLength(1);
    expect(body.baseline.vanished).toHaveLength(1);
  });
});
