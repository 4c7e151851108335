import type { PlainDocument } from '#reports/documents/plain-document.js';
import { policyDocument } from '#reports/documents/policy-document.js';
import { privacyNotice } from '#reports/documents/privacy-notice.js';
import { processingRecordAsCsv } from '#reports/documents/processing-record-as-csv.js';
import { processingRecordDocument } from '#reports/documents/processing-record-document.js';
import { questionnaireMail } from '#reports/documents/questionnaire/questionnaire-mail.js';
import { questionnairesDocument } from '#reports/documents/questionnaire/questionnaires-document.js';
import { vendorQuestionnaires } from '#reports/documents/questionnaire/vendor-questionnaire.js';
import type { ReportMail } from '#reports/email/report-mail.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { documentStamp } from './document-stamp.js';
import type { PolicyInForce } from './policy-in-force.js';

/** What the documents of a policy are made from. Of what came after the instant they know nothing. */
export interface DocumentSources {
  readonly inForce: PolicyInForce;
  readonly at: Date;
}

/** The page that the business signs. */
export function composePolicy({ inForce, at }: DocumentSources): PlainDocument {
  return { ...policyDocument(inForce.policy), foot: documentStamp(at, inForce).foot };
}

/** Wording for the website. */
export function composeNotice({ inForce, at }: DocumentSources): PlainDocument {
  return privacyNotice(inForce.policy, documentStamp(at, inForce).foot);
}

/** The record of processing activities. */
export function composeProcessingRecord({ inForce, at }: DocumentSources): PlainDocument {
  return processingRecordDocument(inForce.policy, documentStamp(at, inForce));
}

export function composeProcessingRecordAsCsv({ inForce, at }: DocumentSources): string {
  return processingRecordAsCsv(inForce.policy, at.toISOString());
}

interface QuestionSources extends DocumentSources {
  /** What the latest scan found; null where none is known. */
  readonly inventory: Inventory | null;
}

/** What is known of every vendor, and what is to be asked. */
export function composeQuestionnaires({ inForce, at, inventory }: QuestionSources): PlainDocument {
  const stamp = documentStamp(at, inForce);
  return questionnairesDocument(
    inForce.policy,
    vendorQuestionnaires(inForce.policy, inventory, stamp.day),
    stamp,
  );
}

/** A mail for every vendor of which something is still to be asked, or to be asked again. */
export function composeQuestionnaireMails({
  inForce,
  at,
  inventory,
}: QuestionSources): readonly { readonly vendor: string; readonly mail: ReportMail }[] {
  const { day } = documentStamp(at, inForce);
  return vendorQuestionnaires(inForce.policy, inventory, day).map((questionnaire) => ({
    vendor: questionnaire.vendor,
    mail: questionnaireMail(inForce.policy, questionnaire),
  }));
}
