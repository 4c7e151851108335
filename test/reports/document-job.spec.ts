import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { runDocumentJob } from '#scanner/cli/run-document-job.js';
import { addOrganization } from '#scanner/findings/add-organization.js';
import { PolicyDraft } from '#scanner/policies/policy-draft.js';
import { Policies } from '#scanner/policies/policies.js';
import { PolicyToday } from '#scanner/policies/policy-today.js';
import { AuditLog } from '#scanner/audit/audit-log.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { OrganizationEntity } from '#scanner/storage/entities/organization.entity.js';
import { bakeryIn, scanInProcess } from '../support/bakery-scan.js';

const at = new Date('2026-11-25T09:00:00Z');
const BAKERY = 'Sweet Crumb Bakery';

let folder: string;
let dataSource: DataSource;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-documents-'));
  await bakeryIn(folder);
  await scanInProcess(folder);
  dataSource = await openDataSource(path.join(folder, 'data'));
  await addOrganization(dataSource.manager, 'Empty Bakery');
});
afterAll(async () => {
  await dataSource.destroy();
  await rm(folder, { recursive: true });
});

async function idOf(name: string): Promise<string> {
  return (await dataSource.manager.findOneByOrFail(OrganizationEntity, { name })).id;
}

describe('the process that writes a document', () => {
  it('makes it of what is stored of that organization', async () => {
    const organization = await idOf(BAKERY);
    const page = await runDocumentJob({ organization, kind: 'policy', format: 'html' }, { dataSource, at });
    expect(Buffer.from('content' in page ? page.content : []).toString()).toContain(BAKERY);
    const csv = await runDocumentJob({ organization, kind: 'ropa', format: 'csv' }, { dataSource, at });
    expect(Buffer.from('content' in csv ? csv.content : []).toString()).toContain('order');
  });

  it('says what has to be there first', async () => {
    const organization = await idOf('Empty Bakery');
    expect(
      await runDocumentJob({ organization, kind: 'policy', format: 'html' }, { dataSource, at }),
    ).toMatchObject({ message: expect.stringContaining('policy'), step: expect.any(String) });
  });
});

describe('the draft of a policy', () => {
  it('declares what the latest scan found, and is a policy of that organization', async () => {
    const clock = () => at;
    const policies = new Policies(dataSource, new AuditLog(clock), clock);
    const drafts = new PolicyDraft(dataSource, new PolicyToday(policies, clock));
    const draft = await drafts.of(BAKERY);
    expect(draft?.scannedAsOf).toBe('2026-11-23');
    const { checkPolicy } = await import('#scanner/policies/check-policy.js');
    expect(checkPolicy(draft?.text ?? '', BAKERY)).toEqual([]);
    // Files of no known export are named too, as their scan knows them.
    expect(draft?.text).toContain('drive/catering-orders');
    expect(await drafts.of('Empty Bakery')).toBeNull();
  });
});
