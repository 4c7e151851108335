/** One run of join.bench.ts, in a process of its own. */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { ColumnRole, FieldFact, RecordsFact, Source } from '#connectors/contract/fact.js';
import { exportsConnector } from '#connectors/exports/exports.connector.js';
import { classifyField } from '#rules/classify/classify-field.js';
import type { InventoryReceipt } from '#rules/engine/inventory.js';
import type { Measures } from '#rules/engine/measures.js';
import { claimFile } from '#rules/policy/claim-file.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { Reducer } from '#rules/reduce/reducer.js';
import { createSubjectJoin, type SubjectJoin } from '#rules/reduce/subjects/subject-join.js';
import { hmacSha256 } from '../../apps/scanner/src/scan/hmac-sha256.js';
import type { JoinFiles, Mode, Run } from './join-files.js';

const AS_OF = '2026-11-23';
const POLICY = `plumbline: 1
organization: Sweet Crumb Bakery
country: US
domains: [sweetcrumb.example]
systems:
  crm: { connector: hubspot }
  books: { connector: quickbooks }
data:
  - { category: user.contact.email, in: [crm, books], for: [] }
retention:
  - { subjects: customers, keep: 24 months, after: last_purchase, longer: [{ system: books, keep: 7 years, because: tax }] }
  - { subjects: leads, keep: 12 months, after: last_activity }
`;

const MODES: Readonly<Record<Mode, (files: JoinFiles) => Promise<Measures | null>>> = {
  reference,
  join: joinBatches,
  scan,
};

const [mode, folder] = process.argv.slice(3);
if (mode !== undefined && folder !== undefined) await measure(mode as Mode, JSON.parse(folder) as JoinFiles);

async function measure(one: Mode, files: JoinFiles): Promise<void> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const measures = await MODES[one](files);
  const { user, system } = process.cpuUsage(cpu);
  const retention = measures?.systems[0]?.retention[0];
  const run: Run = {
    mode: one,
    rows: files.rows,
    cpuMs: (user + system) / 1000,
    wallMs: performance.now() - started,
    // Peak of the whole process, in kilobytes.
    rssMb: process.resourceUsage().maxRSS / 1024,
    heapMb: process.memoryUsage().heapUsed / 1024 / 1024,
    overdue: retention?.overdue.subjects ?? 0,
  };
  console.log(JSON.stringify(run));
}

/** Reads a file in chunks with the CSV library, header and all. */
async function parsed(file: string, take: (rows: readonly string[][]) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(file, { highWaterMark: 1 << 18, encoding: 'utf8' }), {
      delimiter: ',',
      chunk: ({ data }) => take(data),
      complete: () => resolve(),
      error: reject,
    });
  });
}

async function reference({ contacts, customers, sales }: JoinFiles): Promise<null> {
  const key = createSecretKey(randomBytes(32));
  let sum = 0;
  for (const [file, column] of [
    [contacts, 3],
    [customers, 0],
    [sales, 0],
  ] as const) {
    let last = '';
    await parsed(file, (rows) => {
      for (const row of rows) {
        // A line of a sale belongs to the name above it.
        last = row[column] || last;
        sum += createHmac('sha256', key).update(last).digest()[0] ?? 0;
      }
    });
  }
  if (sum < 0) throw new Error('never');
  return null;
}

async function joinBatches({ contacts, customers, sales }: JoinFiles): Promise<Measures> {
  const join = createSubjectJoin({ policy: policy(), keyed: hmacSha256(randomBytes(32)) });
  await feed(join, contacts, 'crm', 'contact', [
    'record_id',
    '',
    '',
    'email',
    'phone',
    'created',
    'activity',
    'opt_out',
  ]);
  await feed(join, customers, 'books', 'customer', ['own_key', 'phone', 'email', '', '', '']);
  const line = [
    '',
    'purchase_date',
    'purchase_type',
    'purchase_number',
    '',
    '',
    '',
    '',
    'amount',
    '',
  ] as const;
  let name = '';
  await feed(join, sales, 'books', 'sale', ['own_key', ...line.slice(1)], (row) => {
    if (row[1] === '' || row[1] === undefined) {
      if (row[0] !== undefined && row[0] !== '') name = row[0];
      return null;
    }
    const date = row[1];
    const cells = [...row];
    cells[0] = name;
    cells[1] = `${date.slice(6)}-${date.slice(0, 2)}-${date.slice(3, 5)}`;
    return cells;
  });
  const receipt = (object: string): InventoryReceipt => ({
    resource: object,
    capability: 'records',
    object,
    list: null,
    status: 'complete',
    reason: null,
    read: 0,
    window: object === 'customer' ? null : { from: '2016-01-01', to: AS_OF },
    parts: [],
  });
  return join.finish(
    [
      { system: 'crm', connector: 'hubspot', receipts: [receipt('contact')] },
      { system: 'books', connector: 'quickbooks', receipts: [receipt('customer'), receipt('sale')] },
    ],
    AS_OF,
  );
}

async function feed(
  join: SubjectJoin,
  file: string,
  system: string,
  object: string,
  roles: readonly (ColumnRole | '')[],
  arrange: (row: string[]) => string[] | null = (row) => row,
): Promise<void> {
  const connector = system === 'crm' ? 'hubspot' : 'quickbooks';
  const source: Source = { system, connector, account: 'exports' };
  const fields = roles.map((role, at): FieldFact => ({
    kind: 'field',
    source,
    object,
    name: `column ${at}`,
    label: '',
    type: '',
    custom: false,
    ...(role === '' ? {} : { role }),
  }));
  let line = 0;
  await parsed(file, (read) => {
    const rows: string[][] = [];
    const lines: number[] = [];
    for (const row of read) {
      line += 1;
      const cells = arrange(row);
      if (cells === null) continue;
      rows.push(cells);
      lines.push(line);
    }
    const fact: RecordsFact = {
      kind: 'records',
      source,
      object,
      fields,
      rows,
      lines,
      file: path.basename(file),
    };
    join.add(fact);
  });
}

async function scan({ contacts }: JoinFiles): Promise<Measures | null> {
  const ours = policy();
  const sources = [...ours.systems].map(([system, { connector }]): Source => ({
    system,
    connector,
    account: 'exports',
  }));
  const reducer = new Reducer(
    sources,
    createSubjectJoin({ policy: ours, keyed: hmacSha256(randomBytes(32)) }),
  );
  const facts = exportsConnector.read({
    folder: path.dirname(contacts),
    country: ours.country,
    systems: sources,
    claim: (file) => {
      const claim = claimFile(ours, file);
      const source = claim.claimed ? sources.find(({ system }) => system === claim.system) : undefined;
      return source ?? { system: 'unclaimed', connector: 'exports', account: 'exports' };
    },
    signal: new AbortController().signal,
  });
  for await (const fact of facts) reducer.add(fact);
  return reducer.inventory(AS_OF, classifyField).measures ?? null;
}

function policy(): Policy {
  const read = parsePolicy(POLICY, 'policy');
  if (!('policy' in read)) throw new Error(JSON.stringify(read));
  return read.policy;
}
