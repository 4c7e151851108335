import { BugError } from '#connectors/contract/error.js';
import type { PlainDocument } from '#reports/documents/plain-document.js';
import type { ReportMail } from '#reports/email/report-mail.js';
import { emlOf } from '../delivery/eml.js';
import { messageId } from '../delivery/message-id.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { digest } from '../policies/digest.js';
import type { PolicyInForce } from '../reports/policy-in-force.js';
import type { ReportFormat, ReportKind } from './report-formats.js';

export interface ReportSources {
  readonly inForce: PolicyInForce;
  readonly at: Date;
  /** Null where all there is is a policy file. */
  readonly records: OrganizationRecords | null;
  /** To whom a mail goes; null: nobody is named yet. */
  readonly to: string | null;
}

/** One report as it is written; several where it is a mail to each of several vendors. */
export interface ReportFile {
  /** Without a folder; for reports of several files. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Makes a report. What renders is loaded only where it is asked for: React and the PDF writer take a second. */
export async function reportFiles(
  kind: ReportKind,
  format: ReportFormat,
  sources: ReportSources,
): Promise<readonly ReportFile[]> {
  if (kind === 'weekly') return [await weekly(format, sources)];
  const compose = await import('../reports/compose-documents.js');
  if (kind === 'ropa' && format === 'csv')
    return [{ name: 'record.csv', content: compose.composeProcessingRecordAsCsv(sources) }];
  if (kind === 'questionnaire') {
    const { inventoryAt } = await import('../reports/inventory-at.js');
    const known = {
      ...sources,
      inventory: sources.records && (await inventoryAt(sources.records, sources.at)),
    };
    if (format === 'eml' || format === 'text')
      return mailFiles(compose.composeQuestionnaireMails(known), format, sources);
    return [await documentFile(compose.composeQuestionnaires(known), format, sources.at)];
  }
  return [await documentFile(await documentOf(kind, sources), format, sources.at)];
}

async function documentOf(
  kind: Exclude<ReportKind, 'weekly' | 'questionnaire'>,
  sources: ReportSources,
): Promise<PlainDocument> {
  const compose = await import('../reports/compose-documents.js');
  if (kind === 'policy') return compose.composePolicy(sources);
  if (kind === 'notice') return compose.composeNotice(sources);
  if (kind === 'ropa') return compose.composeProcessingRecord(sources);
  const { composeAuditPack } = await import('../reports/compose-audit-pack.js');
  return composeAuditPack(recordsOf(sources), sources.inForce, sources.at);
}

async function documentFile(document: PlainDocument, format: ReportFormat, at: Date): Promise<ReportFile> {
  if (format === 'pdf') {
    const { documentAsPdf } = await import('#reports/documents/document-as-pdf.js');
    return { name: 'report.pdf', content: await documentAsPdf(document, at) };
  }
  if (format === 'html') {
    const { documentAsHtml } = await import('#reports/documents/document-as-html.js');
    return { name: 'report.html', content: documentAsHtml(document) };
  }
  const { documentAsText } = await import('#reports/documents/document-as-text.js');
  return { name: 'report.txt', content: documentAsText(document) };
}

async function weekly(format: ReportFormat, sources: ReportSources): Promise<ReportFile> {
  const { composeWeekly } = await import('../reports/compose-weekly.js');
  const { mail } = await composeWeekly(recordsOf(sources), sources.at, null);
  if (format === 'eml') {
    const to = sources.to ?? sources.inForce.policy.owner;
    return { name: 'weekly.eml', content: await asEml(mail, { ...sources, to }, 'weekly') };
  }
  return { name: `weekly.${format}`, content: format === 'html' ? forBrowser(mail) : mail.text };
}

/** Pictures stand in the mail beside its HTML; a browser needs them inside. */
function forBrowser({ html, images }: ReportMail): string {
  return images.reduce(
    (page, { contentId, contentType, bytes }) =>
      page.replaceAll(
        `cid:${contentId}`,
        `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`,
      ),
    html,
  );
}

async function mailFiles(
  mails: readonly { readonly vendor: string; readonly mail: ReportMail }[],
  format: 'eml' | 'text',
  sources: ReportSources,
): Promise<readonly ReportFile[]> {
  if (format === 'text') {
    const content = mails
      .map(({ mail }) => `Subject: ${mail.subject}\n\n${mail.text}`)
      .join(`\n${'='.repeat(72)}\n\n`);
    return [{ name: 'questions.txt', content: content === '' ? 'There is no vendor to ask.' : content }];
  }
  return Promise.all(
    mails.map(async ({ vendor, mail }, at) => ({
      // Only letters that every file system takes; the number keeps two of one spelling apart.
      name: `${String(at + 1).padStart(2, '0')}-${vendor
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/gu, '-')
        .slice(0, 40)}.eml`,
      content: await asEml(mail, sources, vendor),
    })),
  );
}

/** The same bytes for the same report, sender and instant. Without a recipient it is a draft. */
async function asEml(
  mail: ReportMail,
  { inForce, at, to }: ReportSources,
  occasion: string,
): Promise<Uint8Array> {
  const { policy } = inForce;
  const from = policy.controller?.email ?? policy.owner ?? 'plumbline@localhost';
  const key = digest(JSON.stringify([policy.organization, occasion, at.toISOString(), to])).slice(0, 40);
  return emlOf(mail, {
    fromName: policy.organization,
    from,
    to: to ?? '',
    messageId: messageId(key, from),
    date: at,
  });
}

function recordsOf({ records }: ReportSources): OrganizationRecords {
  if (records === null) throw new BugError({ message: 'A report of scans was asked for without any.' });
  return records;
}
