import type { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { WantedDocument, WrittenDocument } from '../documents/written-document.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { policyInForce } from '../reports/policy-in-force.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { reportFiles } from './report-files.js';

/** Writes a document as things are at an instant; what keeps it from being written, for a person, instead. */
export async function runDocumentJob(
  { organization: id, kind, format }: WantedDocument,
  { dataSource, at }: { readonly dataSource: DataSource; readonly at: Date },
): Promise<WrittenDocument> {
  try {
    const { name } = await dataSource.manager.findOneByOrFail(OrganizationEntity, { id });
    const records = new OrganizationRecords(dataSource.manager, name);
    const inForce = await policyInForce(records, at);
    const [file] = await reportFiles(kind, format, { inForce, at, records, to: null });
    return {
      content:
        typeof file?.content === 'string' ? Buffer.from(file.content) : new Uint8Array(file?.content ?? []),
    };
  } catch (error) {
    if (error instanceof UserActionError) return { message: error.message, step: error.step };
    throw error;
  }
}
