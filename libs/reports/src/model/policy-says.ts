import { covers, isCategory, titleOf } from '#connectors/contract/category.js';
import type { Finding } from '#rules/engine/finding.js';
import { isNoteKind, knownKind } from '#rules/policy/note-kinds.js';
import type { Policy, PolicyData } from '#rules/policy/policy.js';
import { EVERYONE } from '#rules/policy/staff.js';
import { termInWords } from '#rules/policy/term.js';
import { listed } from './words.js';

type About = Pick<Finding, 'rule' | 'system' | 'subject' | 'objectId' | 'evidence'>;

/** What the policy says of the thing that a finding is about, in sentences; also where it says nothing. */
export function policySays(finding: About, policy: Policy): readonly string[] {
  const [family] = finding.rule.split('.');
  switch (family) {
    case 'field':
    case 'purpose':
      return ofData(finding, policy);
    case 'access':
      return finding.rule === 'access.public-file' ? [] : ofPerson(finding, policy);
    case 'app':
      return ofApp(finding, policy);
    case 'retention':
      return ofTerms(finding, policy);
    case 'consent':
      return ofConsent(finding, policy);
    case 'vendor':
      return ofVendor(finding, policy);
    default:
      return ofDuties(finding, policy);
  }
}

function ofData({ evidence }: About, policy: Policy): readonly string[] {
  const inNotes = texts(evidence['kinds']).filter(isNoteKind);
  const kinds = [
    ...[...texts(evidence['category']), ...texts(evidence['categories'])].filter(isCategory),
    ...inNotes.map((kind) => knownKind(kind).category),
  ];
  return [...new Set(kinds)].map((kind) => {
    const entries = policy.data.filter(({ category }) => category === kind || covers(category, kind));
    if (entries.length > 0) return entries.map((entry) => sentenceOf(entry, policy)).join(' ');
    return `${titleOf(kind)}: not named. What is not named is not to be kept.`;
  });
}

function sentenceOf({ category, purposes, systems, fields }: PolicyData, policy: Policy): string {
  const why = purposes.map((purpose) => policy.purposes.get(purpose)?.why ?? purpose);
  const closed = [...fields].map(([system, names]) => ` In ${system} only as ${listed(names)}.`);
  const reason = why.length === 0 ? '' : ` ${listed(why)}`;
  return `${titleOf(category)}: kept in ${listed(systems)}${reason}.${closed.join('')}`;
}

const VERBS = { admin: 'run', member: 'work with', viewer: 'look into' } as const;

function ofPerson({ subject, system }: About, policy: Policy): readonly string[] {
  const name = subject.toLowerCase();
  const person = policy.people.find(
    ({ email, also }) => email === name || also.some((other) => other.toLowerCase() === name),
  );
  if (person === undefined) return [`${subject}: not named among your people.`];
  const held = new Set([...person.roles, EVERYONE]);
  const may = policy.access
    .filter(({ role }) => held.has(role))
    .flatMap(({ role, systems }) => {
      const level = system === null ? undefined : systems.get(system);
      return level === undefined ? [] : [`${role} may ${VERBS[level]} ${system ?? ''}`];
    });
  const roles = person.roles.length === 0 ? 'no role' : listed(person.roles);
  return [
    `${person.email}: ${roles}. ${may.length === 0 ? `That opens no door to ${system ?? 'it'}` : sentence(may)}.`,
  ];
}

const sentence = (parts: readonly string[]) => {
  const text = listed(parts);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

function ofApp({ subject, objectId }: About, policy: Policy): readonly string[] {
  const app = policy.apps.find(
    ({ name, clientId }) => name.toLowerCase() === subject.toLowerCase() || clientId === objectId,
  );
  if (app === undefined) return [`${subject}: not named among your apps.`];
  const scopes = app.scopes === null ? '' : `, with ${listed(app.scopes, 10) || 'sign-in only'}`;
  return [`${app.name}: allowed in ${listed(app.systems) || 'no system'}${scopes}.`];
}

const EVENTS = { last_purchase: 'their last purchase', last_activity: 'we last heard from them' } as const;
const WHO = { customers: 'Customers', leads: 'People who have not bought anything' } as const;

function ofTerms({ subject, system }: About, policy: Policy): readonly string[] {
  const terms = policy.retention.filter(({ subjects }) => subjects === subject);
  return (terms.length === 0 ? policy.retention : terms).map(({ subjects, keep, after, longer }) => {
    const exception = longer.find((one) => one.system === system);
    const term =
      exception === undefined
        ? termInWords(keep)
        : `in ${exception.system} ${termInWords(exception.keep)} (${exception.because})`;
    return `${WHO[subjects]}: deleted ${term} after ${EVENTS[after]}.`;
  });
}

const PROOFS = {
  opt_in_timestamp: 'the time they agreed',
  double_opt_in: 'an agreement they confirmed by e-mail',
  legal_basis: 'a legal basis on their record',
} as const;

function ofConsent({ system }: About, policy: Policy): readonly string[] {
  return policy.consent
    .filter(({ systems }) => system === null || systems.includes(system))
    .map(({ purpose, systems, requires }) => {
      const why = policy.purposes.get(purpose)?.why ?? purpose;
      return `Before ${listed(systems)} is used ${why}, there is proof: ${PROOFS[requires]}.`;
    });
}

function ofVendor({ subject }: About, policy: Policy): readonly string[] {
  const vendor = policy.vendors.find(({ name }) => name.toLowerCase() === subject.toLowerCase());
  if (vendor === undefined) return [`${subject}: not among the vendors that you have checked.`];
  const { vetted, dpa } = vendor;
  return [
    `${vendor.name}: ${vetted === null ? 'named, but not checked' : `checked on ${vetted}`}; ${
      dpa === null
        ? 'no data processing agreement'
        : `agreement ${dpa.expires === null ? 'signed' : `until ${dpa.expires}`}`
    }.`,
  ];
}

function ofDuties({ rule }: About, { reviewEvery, audit, training }: Policy): readonly string[] {
  if (rule === 'program.policy-review' && reviewEvery !== null)
    return [`This page is read again every ${termInWords(reviewEvery)}.`];
  if (rule === 'program.audit' && audit !== null)
    return [`Practice is compared with this page every ${termInWords(audit.every)}.`];
  if (rule === 'program.training' && training !== null)
    return [`Everybody is trained every ${termInWords(training.every)}.`];
  return [];
}

function texts(value: Finding['evidence'][string] | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
