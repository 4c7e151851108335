import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
import { writeMailFile } from '#scanner/delivery/write-mail-file.js';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';
import { entities } from '#scanner/storage/entities/entities.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { PersonEntity } from '#scanner/storage/entities/person.entity.js';
import { Browser, invitedPerson, OWNER, setUpLink, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const STAYS = 'Sweet Crumb Bakery';
const GOES = 'Old Mill Zanzibar';

/** A scan that goes on until it is cancelled. */
const endlessScan: StartScanProcess = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { ended: promise, say: () => resolve('code 0'), kill: () => resolve('killed') };
};

type Row = Readonly<Record<string, unknown>>;
type Tables = ReadonlyMap<string, readonly Row[]>;

let service: StartedService;
let dataSource: DataSource;
let owner: Browser;
let stays: string;
let goes: string;
let before: Tables;
beforeAll(async () => {
  service = await startService({}, endlessScan);
  dataSource = service.app.get(DataSource);
  ({ owner, path: stays } = await signedInOwner(service, { organization: STAYS }));
  goes = `organizations/${(await owner.post('organizations', { name: GOES })).body.id}`;
  for (const here of [stays, goes]) {
    await owner.post(`${here}/webhooks`, { address: 'https://hooks.partner.example/' });
    await owner.ask('PUT', `${here}/schedule`, { every: 'day', at: '06:00', day: 1 });
  }
  // One of only the mill, and one of both.
  await invitedPerson(owner, goes, { email: 'zoe@mill.example', role: 'viewer' });
  await invitedPerson(owner, stays, { email: 'vera@bakery.example', role: 'viewer' });
  const both = await owner.post(`${goes}/invitations`, { email: 'vera@bakery.example', role: 'viewer' });
  const vera = new Browser(service);
  await vera.signIn({ email: 'vera@bakery.example', password: OWNER.password });
  await vera.post('invitations/accept', {
    link: String(both.body.link).split('#')[1],
    name: 'Vera',
    password: OWNER.password,
  });
  for (const organization of [STAYS, GOES]) await fillTables(organization);
  before = await allTables();
});
afterAll(async () => service[Symbol.asyncDispose]());

describe('deleting an organization', () => {
  it('is tried on rows in every table that has an organization', () => {
    for (const metadata of tablesOfOrganizations())
      for (const name of [STAYS, GOES])
        expect([metadata.tableName, rowsOf(before, metadata.tableName, name).length > 0]).toEqual([
          metadata.tableName,
          true,
        ]);
  });

  it('asks for its name', async () => {
    for (const body of [{}, { name: '' }, { name: STAYS }, { name: 'old mill zanzibar' }])
      expect((await owner.ask('DELETE', goes, body)).status).toBeGreaterThanOrEqual(400);
    expect(await allTables()).toEqual(before);
  });

  it('is refused while it is scanned', async () => {
    await dataSource.query(`UPDATE scan_jobs SET state = 'running' WHERE organization = ?`, [GOES]);
    const refused = await owner.ask('DELETE', goes, { name: GOES });
    expect([refused.status, refused.body.title]).toEqual([
      409,
      expect.stringContaining('nothing was deleted'),
    ]);
    await dataSource.query(`UPDATE scan_jobs SET state = 'waiting' WHERE organization = ?`, [GOES]);
    expect(await allTables()).toEqual(before);
  });

  it('leaves no row, no file and no trace of it, and the other organization as it was', async () => {
    const files = await mailFiles();
    expect(files).toHaveLength(2);
    const { status, body } = await owner.ask('DELETE', goes, { name: ` ${GOES} ` });
    expect([status, body]).toEqual([
      200,
      {
        connections: [
          {
            name: expect.any(String),
            connector: 'hubspot',
            revocation: expect.any(String),
            by_hand: expect.any(String),
          },
        ],
      },
    ]);
    const after = await allTables();
    for (const metadata of tablesOfOrganizations()) {
      const { tableName } = metadata;
      expect([tableName, rowsOf(after, tableName, GOES)]).toEqual([tableName, []]);
      expect([tableName, rowsOf(after, tableName, STAYS)]).toEqual([
        tableName,
        rowsOf(before, tableName, STAYS),
      ]);
    }
    const persons = await dataSource.manager.find(PersonEntity, { order: { email: 'ASC' } });
    expect(persons.map(({ email }) => email)).toEqual(['anna@bakery.example', 'vera@bakery.example']);
    expect(await mailFiles()).toHaveLength(1);
    const left = await onDisk();
    expect(left.includes('Sweet Crumb Bakery')).toBe(true);
    for (const trace of ['Zanzibar', 'zoe@mill.example'])
      expect([trace, left.includes(trace)]).toEqual([trace, false]);
    expect((await owner.get(goes)).status).toBe(404);
    expect((await owner.get(stays)).status).toBe(200);
    expect(service.log.join('')).not.toContain('Zanzibar');
  });

  it('lets its owner begin anew, also after her last one, and prints no link that would let others in', async () => {
    await dataSource.query(`DELETE FROM scan_jobs`);
    expect((await owner.ask('DELETE', stays, { name: STAYS })).status).toBe(200);
    expect((await owner.get('organizations')).body.items).toEqual([]);
    expect(await setUpLink(service.app)).toBe('');
    const again = new Browser(service);
    expect((await again.signIn(OWNER)).body).toMatchObject({ signed_in: true });
    const made = await again.post('organizations', { name: 'Corner Shop' });
    expect([made.status, made.body.role]).toEqual([201, 'owner']);
    const vera = new Browser(service);
    await vera.signIn({ email: 'vera@bakery.example', password: OWNER.password });
    expect((await vera.get('me')).status).toBe(401);
  });
});

function tablesOfOrganizations(): readonly EntityMetadata[] {
  return entities
    .map((table) => dataSource.getMetadata(table))
    .filter(({ columns }) => columns.some(({ propertyName }) => propertyName === 'organization'));
}

/** What would stand in the way of comparing: when somebody was last seen. */
const SEEN = new Set(['sessions', 'known_devices']);

async function allTables(): Promise<Tables> {
  const tables = new Map<string, readonly Row[]>();
  for (const table of entities) {
    const { tableName } = dataSource.getMetadata(table);
    if (!SEEN.has(tableName)) tables.set(tableName, await dataSource.query(`SELECT * FROM "${tableName}"`));
  }
  return tables;
}

function rowsOf(tables: Tables, name: string, organization: string): readonly Row[] {
  return (tables.get(name) ?? []).filter((row) => row['organization'] === organization);
}

/** A row in each table in which the organization has none yet, whatever its columns are called; and a mail as a file. */
async function fillTables(organization: string): Promise<void> {
  for (const metadata of tablesOfOrganizations()) {
    const found = await dataSource.query(`SELECT 1 FROM "${metadata.tableName}" WHERE organization = ?`, [
      organization,
    ]);
    if (found.length === 0) await addRow(metadata, organization);
  }
  const [mail] = await dataSource.manager.findBy(OutgoingMailEntity, { organization });
  await writeMailFile(service.dataDirectory, Buffer.from(mail?.message ?? '', 'latin1'));
}

async function addRow(metadata: EntityMetadata, organization: string): Promise<void> {
  const row: Record<string, unknown> = {};
  for (const column of metadata.columns) {
    if (column.isGenerated) continue;
    const isNumber = column.type === 'integer';
    row[column.databaseName] = isNumber
      ? 1
      : JSON.stringify(`${organization} ${metadata.tableName} ${column.databaseName}`);
    if (column.isNullable) row[column.databaseName] = null;
  }
  row['organization'] = organization;
  if ('connector' in row) row['connector'] = 'hubspot';
  if ('state' in row) row['state'] = 'waiting';
  for (const { columns, referencedEntityMetadata: other, referencedColumns } of metadata.foreignKeys) {
    const there = await anyRow(other, organization);
    // The first of those that refer to each other refers to none.
    if (there === undefined) continue;
    for (const [index, column] of columns.entries())
      row[column.databaseName] = there[referencedColumns[index]?.databaseName ?? ''];
  }
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  const sql = `INSERT INTO "${metadata.tableName}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`;
  await dataSource.query(sql, Object.values(row));
}

/** What another row can refer to. */
async function anyRow(
  { tableName, columns }: EntityMetadata,
  organization: string,
): Promise<Row | undefined> {
  const isOwned = columns.some(({ propertyName }) => propertyName === 'organization');
  const scope = tableName === 'organizations' ? 'name' : isOwned ? 'organization' : `'${organization}'`;
  const [row] = await dataSource.query(`SELECT * FROM "${tableName}" WHERE ${scope} = ?`, [organization]);
  return row;
}

async function mailFiles(): Promise<readonly string[]> {
  return readdir(path.join(service.dataDirectory, 'outbox'));
}

/** Everything of the database as it lies on the disk. */
async function onDisk(): Promise<string> {
  const names = (await readdir(service.dataDirectory)).filter((name) => name.startsWith('plumbline.sqlite'));
  const files = await Promise.all(
    names.map((name) => readFile(path.join(service.dataDirectory, name), 'latin1')),
  );
  return files.join('');
}
