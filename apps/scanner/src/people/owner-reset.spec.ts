import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log.js';
import { addOrganization } from '../findings/add-organization.js';
import { openDataSource } from '../storage/data-source.js';
import { AuditEntryEntity } from '../storage/entities/audit-entry.entity.js';
import { PersonLinkEntity } from '../storage/entities/person-link.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { resetOwner } from './owner-reset.js';
import { addMembership, addPerson, membershipsOf } from './persons.js';
import type { Role } from './role.js';

const NOW = new Date('2026-11-23T10:00:00Z');
const audit = new AuditLog(() => NOW);

let folder: string;
let dataSource: DataSource;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-people-'));
  dataSource = await openDataSource(folder);
});
afterEach(async () => {
  await dataSource.destroy();
  await rm(folder, { recursive: true });
});

async function member(email: string, organization: string, role: Role): Promise<string> {
  return inTransaction(dataSource, async (manager) => {
    await addOrganization(manager, organization);
    const person = await addPerson(manager, { email, name: email, passwordHash: null, identity: null }, NOW);
    await addMembership(manager, { organization, person: person.id, role }, NOW);
    return person.id;
  });
}

const reset = (email: string | null = null) =>
  inTransaction(dataSource, (manager) => resetOwner(manager, audit, { email, now: NOW }));

describe('who has the machine gets', () => {
  it('a set-up link while nobody owns anything', async () => {
    await member('vera@bakery.example', 'Sweet Crumb Bakery', 'viewer');
    expect(await reset()).toMatchObject({ email: null, taken: [] });
    const [link, another] = await dataSource.manager.find(PersonLinkEntity);
    expect(link).toMatchObject({ purpose: 'set-up', person: null, endsAt: '2026-11-24T10:00:00.000Z' });
    expect(another).toBeUndefined();
  });

  it('a link for the owner, who takes over what nobody owns', async () => {
    const anna = await member('anna@bakery.example', 'Sweet Crumb Bakery', 'owner');
    await inTransaction(dataSource, (manager) => addOrganization(manager, 'Old Mill'));
    expect(await reset()).toMatchObject({ email: 'anna@bakery.example', taken: ['Old Mill'] });
    expect(await dataSource.manager.find(PersonLinkEntity)).toMatchObject([
      { purpose: 'new password and second step', person: anna },
    ]);
    expect(await membershipsOf(dataSource.manager, anna)).toMatchObject([
      { organization: 'Old Mill', role: 'owner' },
      { organization: 'Sweet Crumb Bakery', role: 'owner' },
    ]);
    const entries = await dataSource.manager.find(AuditEntryEntity);
    expect(entries.map(({ organization, actorName, action }) => [organization, actorName, action])).toEqual([
      ['Old Mill', 'this computer', 'owner reset'],
      ['Sweet Crumb Bakery', 'this computer', 'owner reset'],
    ]);
  });

  it('asked which owner is meant, and none for who is none', async () => {
    await member('anna@bakery.example', 'Sweet Crumb Bakery', 'owner');
    await member('cleo@candles.example', 'Candle Shop', 'owner');
    await member('vera@bakery.example', 'Sweet Crumb Bakery 2', 'viewer');
    await expect(reset()).rejects.toMatchObject({ message: 'There are several owners.' });
    await expect(reset('vera@bakery.example')).rejects.toMatchObject({
      message: 'No owner has that address.',
    });
    expect(await reset(' Cleo@Candles.example')).toMatchObject({ email: 'cleo@candles.example' });
  });
});
