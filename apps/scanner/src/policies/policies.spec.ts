import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { addOrganization } from '../findings/add-organization.js';
import { openDataSource } from '../storage/data-source.js';
import { AuditEntryEntity } from '../storage/entities/audit-entry.entity.js';
import { Policies } from './policies.js';
import { PolicyMovedOnError } from './policy-moved-on-error.js';

const BAKERY = 'Sweet Crumb Bakery';
const MARIA: AuditActor = { kind: 'person', id: 'p-1', name: 'maria@sweetcrumb.example' };
const clock = () => new Date('2026-11-23T10:00:00Z');

let folder: string;
let dataSource: DataSource;
let policies: Policies;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-policies-'));
  dataSource = await openDataSource(folder);
  await addOrganization(dataSource.manager, BAKERY);
  await addOrganization(dataSource.manager, 'Other Bakery');
  policies = new Policies(dataSource, new AuditLog(clock), clock);
});
afterEach(async () => {
  await dataSource.destroy();
  await rm(folder, { recursive: true });
});

const text = (extra = '', organization = BAKERY) =>
  `plumbline: 1\norganization: ${organization}\nsystems:\n  crm: { connector: hubspot }\ndata: []\n${extra}`;
const saving = (policyText: string, replaces: string | null) =>
  policies.save({ organization: BAKERY, text: policyText, replaces, by: MARIA, note: null });

describe('policies', () => {
  it('are in force from when they are saved, and every version stays', async () => {
    expect(await policies.current(BAKERY)).toBeNull();
    const first = await saving(text(), null);
    const second = await saving(text('reviewed: 2026-11-01\n'), first.version);
    expect((await policies.current(BAKERY))?.version).toBe(second.version);
    expect(await policies.version(BAKERY, first.version)).toMatchObject({
      text: text(),
      savedBy: MARIA.name,
    });
    const saved = await policies.saved(BAKERY, null, 10);
    expect(saved.map(({ version }) => version)).toEqual([second.version, first.version]);
    expect(await policies.saved(BAKERY, saved[0]?.sequence ?? 0, 10)).toHaveLength(1);
  });

  it('belong to one organization', async () => {
    const { version } = await saving(text(), null);
    expect(await policies.current('Other Bakery')).toBeNull();
    expect(await policies.version('Other Bakery', version)).toBeNull();
    expect(await policies.saved('Other Bakery', null, 10)).toEqual([]);
  });

  it('are not saved over what somebody else saved meanwhile', async () => {
    const { version } = await saving(text(), null);
    await saving(text('reviewed: 2026-11-01\n'), version);
    await expect(saving(text('reviewed: 2026-11-02\n'), version)).rejects.toBeInstanceOf(PolicyMovedOnError);
    await expect(saving(text('reviewed: 2026-11-02\n'), null)).rejects.toBeInstanceOf(PolicyMovedOnError);
  });

  it('saved again as they are make no version and no entry', async () => {
    const { version } = await saving(text(), null);
    await saving(text(), version);
    await saving(text(), null);
    expect(await policies.saved(BAKERY, null, 10)).toHaveLength(1);
    const entries = await dataSource.manager.find(AuditEntryEntity);
    expect(entries).toMatchObject([{ action: 'policy.saved', target: version, actorName: MARIA.name }]);
  });

  it('are refused with the line that is wrong', async () => {
    await expect(saving(text('sistems: {}\n'), null)).rejects.toMatchObject({
      step: expect.stringContaining('Line 6'),
    });
    await expect(saving(text('', 'Another Shop'), null)).rejects.toMatchObject({
      step: expect.stringMatching(/^Line 2: .*Sweet Crumb Bakery/u),
    });
    expect(await policies.current(BAKERY)).toBeNull();
  });
});
