import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

interface History {
  readonly organization: string;
  /** The organization whose scan, policy and template finding are taken; itself unless given. */
  readonly copyOf?: string;
  readonly findings: number;
  readonly eventsEach: number;
}

type Row = Record<string, unknown>;

const SYSTEMS = ['crm', 'newsletter', 'books', 'office', 'sheets'];
const RULES = [
  'field.undeclared',
  'field.wrong-system',
  'access.undeclared-person',
  'app.undeclared',
  'program.audit',
];
const SEVERITIES = ['info', 'low', 'medium', 'high'];
const WEEKS = 52;

/** Years of findings, written as rows: most of them gone again, the rest there, unseen, acknowledged or accepted. */
export function addHistory(
  database: Database,
  { organization, copyOf = organization, findings, eventsEach }: History,
): void {
  database.pragma('synchronous = OFF');
  database.transaction(() => {
    if (copyOf !== organization) copyOrganization(database, copyOf, organization);
    const template = rowOf(database, 'findings', organization);
    const scan = rowOf(database, 'scans', organization);
    const scans = addScans(database, scan);
    const add = inserter(database, 'findings', Object.keys(template));
    const addIdentity = inserter(database, 'finding_identities', [
      'organization',
      'identity',
      'finding',
      'position',
    ]);
    const event = rowOf(database, 'finding_events', organization);
    const { sequence: _, ...eventTemplate } = event;
    const addEvent = inserter(database, 'finding_events', Object.keys(eventTemplate));
    for (let at = 0; at < findings; at += 1) {
      const identity = createHash('sha256').update(`finding ${at}`).digest('hex');
      const finding = { ...template, ...varied(at, identity) };
      add(finding);
      addIdentity({ organization, identity, finding: finding.id, position: 0 });
    }
    // As scans write them: in the order of time, each about another finding than the one before it.
    for (let round = 0; round < eventsEach; round += 1) {
      for (let at = 0; at < findings; at += 1) {
        const identity = createHash('sha256').update(`finding ${at}`).digest('hex');
        addEvent({ ...eventTemplate, ...told(at, identity, round, eventsEach, scans) });
      }
    }
    database
      .prepare(
        'UPDATE scans SET last_event = (SELECT MAX(sequence) FROM finding_events WHERE organization = ?) WHERE organization = ? AND id <> ?',
      )
      .run(organization, organization, scan['id']);
  })();
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function varied(at: number, identity: string) {
  const severity = SEVERITIES[at % 7 === 0 ? 3 : at % 3] ?? 'info';
  const disposition = dispositionOf(at);
  const appeared = instant(at % WEEKS);
  const left = observationOf(at) === 'absent' ? instant((at % WEEKS) + 1) : null;
  return {
    id: identity.slice(0, 16),
    rule: at % 5_000 === 0 ? 'program.audit' : (RULES[at % 4] ?? ''),
    severity,
    severity_rank: SEVERITIES.indexOf(severity),
    system: SYSTEMS[at % SYSTEMS.length],
    subject: `contact.field_${at}`,
    title: `The field contact.field_${at} holds dates of birth, which the policy does not mention`,
    object_id: `contact.field_${at}`,
    observation: observationOf(at),
    disposition: JSON.stringify(disposition),
    disposition_kind: disposition.kind,
    exception_until: disposition.until ?? null,
    first_seen: appeared.slice(0, 10),
    last_seen: (left ?? instant(WEEKS)).slice(0, 10),
    changed_at: left ?? appeared,
    appeared_at: appeared,
    left_at: left,
    left_as: left === null ? null : 'fixed',
  };
}

/** Of ten, six are gone, and one was not looked at by the last scan. */
function observationOf(at: number): string {
  if (at % 10 < 6) return 'absent';
  return at % 10 === 6 ? 'not_observed' : 'present';
}

function dispositionOf(at: number) {
  if (at % 40 === 7)
    return {
      kind: 'exception',
      reason: 'moving',
      approver: 'maria@sweetcrumb.example',
      until: '2027-06-01',
      on: '2026-11-01',
    };
  if (at % 40 === 8) return { kind: 'acknowledged', by: 'maria@sweetcrumb.example', on: '2026-11-01' };
  return { kind: 'open' };
}

function told(at: number, identity: string, round: number, rounds: number, scans: readonly string[]) {
  const isLast = round === rounds - 1;
  const change = round === 0 ? 'new' : isLast && observationOf(at) === 'absent' ? 'fixed' : 'updated';
  return {
    finding: identity.slice(0, 16),
    scan: scans[Math.floor((round * scans.length) / rounds)],
    change,
    cause: 'data',
    observation: isLast ? observationOf(at) : 'present',
    detail: null,
    at: instant(Math.floor((round * WEEKS) / rounds)),
  };
}

/** A week each, up to the Friday before the service's clock. */
function instant(week: number): string {
  return new Date(Date.UTC(2025, 10, 21 + week * 7, 8)).toISOString();
}

/** Before the scan that is there: it stays the latest. */
function addScans(database: Database, template: Row): readonly string[] {
  const { sequence: _, ...scan } = template;
  const summary = rowOf(database, 'scan_summaries', String(scan['organization']));
  const add = inserter(database, 'scans', Object.keys(scan));
  const addSummary = inserter(database, 'scan_summaries', Object.keys(summary));
  return Array.from({ length: WEEKS }, (__, week) => {
    const id = `scan-${week}`;
    const times = { as_of: instant(week).slice(0, 10), finished_at: instant(week) };
    add({ ...scan, ...times, id, started_at: instant(week) });
    addSummary({ ...summary, ...times, scan: id });
    return id;
  });
}

const COPIED = ['policy_versions', 'scans', 'scan_summaries', 'findings', 'finding_events'] as const;

function copyOrganization(database: Database, from: string, to: string): void {
  database.prepare('INSERT INTO organizations (name, id) VALUES (?, ?)').run(to, `id of ${to}`);
  for (const table of COPIED) {
    const { sequence: _, ...row }: Row = { ...rowOf(database, table, from), organization: to };
    inserter(database, table, Object.keys(row))({ ...row, ...('baseline' in row && { baseline: null }) });
  }
}

/** The first row of an organization. */
function rowOf(database: Database, table: string, organization: string): Row {
  return database
    .prepare(`SELECT * FROM "${table}" WHERE organization = ? ORDER BY rowid LIMIT 1`)
    .get(organization) as Row;
}

function inserter(database: Database, table: string, columns: readonly string[]): (row: Row) => void {
  const names = columns.map((name) => `"${name}"`).join(', ');
  const statement = database.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => void statement.run(columns.map((name) => row[name]));
}
