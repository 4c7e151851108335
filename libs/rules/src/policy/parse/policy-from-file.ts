import type { z } from 'zod';
import type { Policy, PolicyVendor } from '../policy.js';
import type { policySchema } from './policy.schema.js';

/** The file as the schema read it: keys as written, values understood. */
export type PolicyInFile = z.output<ReturnType<typeof policySchema>>;

/** Sections whose absence leaves something unjudged, or judged on a default (E36). */
const JUDGED_IF_PRESENT = [
  'country',
  'time_zone',
  'domains',
  'review_every',
  'audit',
  'people',
  'purposes',
  'access',
  'apps',
  'retention',
  'consent',
  'erasures',
  'vendors',
  'training',
] as const satisfies readonly (keyof PolicyInFile)[];

/** The policy in the words that rules use. */
export function policyFromFile(file: PolicyInFile): Policy {
  return {
    organization: file.organization,
    owner: file.owner ?? null,
    country: file.country ?? null,
    timeZone: file.time_zone ?? 'UTC',
    domains: file.domains ?? [],
    reviewed: file.reviewed ?? null,
    reviewEvery: file.review_every ?? null,
    audit: file.audit === undefined ? null : { every: file.audit.every, last: file.audit.last ?? null },
    inactiveAfter: file.access_rules?.inactive_after ?? { years: 0, months: 0, weeks: 0, days: 90 },
    people: (file.people ?? []).map(({ email, also = [], roles = [], since = null }) => ({
      email,
      also,
      roles,
      since,
    })),
    systems: mapOf(file.systems, ({ connector, purposes = null, files = [], connection = null }) => ({
      connector,
      purposes,
      files,
      connection,
    })),
    purposes: mapOf(file.purposes ?? {}, ({ why, basis = null }) => ({ why, basis })),
    data: file.data.map((entry) => ({
      category: entry.category,
      purposes: entry.for ?? [],
      systems: entry.in,
      fields: mapOf(entry.fields ?? {}, (names) => names),
    })),
    classify: (file.classify ?? []).map(({ system, object = null, field, category }) => ({
      system,
      object,
      field,
      category,
    })),
    access: (file.access ?? []).map(({ role, systems }) => ({
      role,
      systems: mapOf(systems, (level) => level),
    })),
    apps: (file.apps ?? []).map(
      ({ name, client_id: clientId = null, vendor = null, systems = [], scopes = null }) => ({
        name,
        clientId,
        vendor,
        systems,
        scopes,
      }),
    ),
    retention: (file.retention ?? []).map(({ subjects, keep, after, longer = [] }) => ({
      subjects,
      keep,
      after,
      longer,
    })),
    consent: (file.consent ?? []).map(({ purpose, in: systems, requires, evidence = {} }) => ({
      purpose,
      systems,
      requires,
      evidence: mapOf(evidence, (field) => field),
    })),
    erasures: file.erasures ?? null,
    vendors: (file.vendors ?? []).map(vendorFromFile),
    training:
      file.training === undefined
        ? null
        : { every: file.training.every, sessions: file.training.sessions ?? [] },
    controller:
      file.controller === undefined
        ? null
        : {
            name: file.controller.name,
            address: file.controller.address ?? null,
            email: file.controller.email ?? null,
          },
    subjects: file.subjects ?? [],
    security: file.security ?? [],
    missingSections: JUDGED_IF_PRESENT.filter((section) => file[section] === undefined),
  };
}

function vendorFromFile(vendor: NonNullable<PolicyInFile['vendors']>[number]): PolicyVendor {
  const { answers = {}, dpa } = vendor;
  return {
    name: vendor.name,
    systems: vendor.systems ?? [],
    vetted: vendor.vetted ?? null,
    vetEvery: vendor.vet_every ?? null,
    answers: {
      data_stays_ours: answers.data_stays_ours ?? null,
      trains_shared_ai: answers.trains_shared_ai ?? null,
      opted_out_on: answers.opted_out_on ?? null,
      shares_aggregated_data: answers.shares_aggregated_data ?? null,
      deletion_on_request: answers.deletion_on_request ?? null,
    },
    evidence: vendor.evidence ?? null,
    dpa: dpa === undefined ? null : { signed: dpa.signed ?? null, expires: dpa.expires ?? null },
    country: vendor.country ?? null,
    transfer: vendor.transfer ?? null,
  };
}

function mapOf<T, R>(block: Readonly<Record<string, T>>, each: (value: T) => R): Map<string, R> {
  return new Map(Object.entries(block).map(([name, value]) => [name, each(value)]));
}
