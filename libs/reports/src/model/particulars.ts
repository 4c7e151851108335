import { isCategory, titleOf } from '#connectors/contract/category.js';
import { isNoteKind, knownKind } from '#rules/policy/note-kinds.js';
import type { Finding } from '#rules/engine/finding.js';
import type { Evidence } from '#rules/engine/rule.js';
import { capitalised, counted, listed } from './words.js';

/** What tells one finding of a rule from the others, in one line: which data where, who with which rights, which app. */
export function particularsOf(finding: Finding): string {
  const { rule, subject, title, evidence } = finding;
  const [family] = rule.split('.');
  if (rule === 'field.free-text') return textInWords(finding);
  if (family === 'field' || family === 'purpose') return dataInWords(finding);
  if (family === 'access') return joined(subject, accessInWords(finding));
  if (family === 'app') return joined(subject, appInWords(evidence));
  if (rule === 'retention.overdue' || rule === 'retention.undated') return retainedInWords(finding);
  if (rule === 'vendor.unvetted') return joined(subject, vendorInWords(evidence));
  if (family === 'consent') return listInWords(finding);
  return title;
}

/** Where a tool keeps several lists, each is a finding of its own: its name tells them apart. */
function listInWords({ title, subject, system }: Finding): string {
  return subject === system ? title : `${title} (${subject})`;
}

function joined(subject: string, details: readonly string[]): string {
  return details.length === 0 ? subject : `${subject}: ${details.join(', ')}`;
}

/** "Date of birth: Birthday", by the label that the tool shows; a file goes before what is in it. */
function dataInWords({ connector, objectType, subject, evidence }: Finding): string {
  const keys = [...textsOf(evidence['category']), ...textsOf(evidence['categories'])];
  const kinds = listed(keys.map((key) => (isCategory(key) ? titleOf(key) : key)));
  if (objectType === 'file' || kinds === '') return joined(subject, kinds === '' ? [] : [kinds]);
  // In files of any origin the header is the label already, and the path before it says which file.
  const labels = connector === 'exports' ? [] : textsOf(evidence['labels']);
  const fields = labels.length > 0 ? labels : textsOf(evidence['fields']);
  const where = fields.length > 0 || isCategory(subject) ? listed(fields) : subject;
  const saysNoMore = where === '' || where.toLowerCase() === kinds.toLowerCase();
  return joined(kinds, saysNoMore ? [] : [where]);
}

/** "Card numbers and passwords: Message". */
function textInWords({ subject, evidence }: Finding): string {
  const kinds = textsOf(evidence['kinds']).map((kind) => (isNoteKind(kind) ? knownKind(kind).words : kind));
  const labels = textsOf(evidence['labels']);
  return joined(capitalised(listed(kinds)), [labels.length > 0 ? listed(labels) : subject]);
}

/** "Customers: more than 24 months after last purchase"; how many stands beside it. */
function retainedInWords({ subject, evidence }: Finding): string {
  const term = textOf(evidence['term']);
  const after = textOf(evidence['after'])?.replaceAll('_', ' ');
  const isSaid = term !== null && after !== undefined;
  return joined(capitalised(subject), isSaid ? [`more than ${term} after ${after}`] : []);
}

function accessInWords({ rule, evidence }: Finding): readonly string[] {
  if (rule === 'access.weak-login') return [];
  if (rule === 'access.public-file') return sharingInWords(evidence);
  const login = textOf(evidence['last_login']);
  if (rule === 'access.inactive' && login !== null) {
    return [login === 'never' ? 'never logged in' : `last login in ${login}`];
  }
  const declared = textOf(evidence['declared_level']);
  const suspendedIn = textsOf(evidence['suspended_in']);
  return [
    ...rightsInWords(evidence),
    ...(declared === null ? [] : [`the policy gives ${declared}`]),
    ...(suspendedIn.length === 0 ? [] : [`suspended in ${listed(suspendedIn)}`]),
  ];
}

/** "anyone with the link", "people outside (pixelpantry.example)". */
function sharingInWords(evidence: Evidence): readonly string[] {
  const sharedWith = textOf(evidence['shared_with']);
  const domains = textsOf(evidence['outside_domains']);
  if (sharedWith === null) return [];
  return [domains.length === 0 ? sharedWith : `${sharedWith} (${listed(domains)})`];
}

/** "admin rights (Super admin)"; what the tool's word does not settle goes by that word alone (E15). */
function rightsInWords(evidence: Evidence): readonly string[] {
  const level = textOf(evidence['level']);
  if (level === null) return [];
  const role = textOf(evidence['role']);
  if (level === 'unknown') return role === null ? [] : [`role ${role}`];
  return [role === null ? `${level} rights` : `${level} rights (${role})`];
}

function appInWords(evidence: Evidence): readonly string[] {
  const kind = textOf(evidence['kind']);
  const broad = textsOf(evidence['broad']);
  const beyond = textsOf(evidence['beyond_declared']);
  const scopes = textsOf(evidence['scopes']);
  const reach = [broad, beyond, scopes].find((names) => names.length > 0) ?? [];
  const { users } = evidence;
  return [
    ...(kind === null ? [] : [kind]),
    ...(reach.length === 0 ? [] : [listed(reach, 3)]),
    ...(typeof users === 'number' ? [`given by ${counted(users, 'person', 'people')}`] : []),
  ];
}

function vendorInWords(evidence: Evidence): readonly string[] {
  const systems = textsOf(evidence['systems']);
  const apps = textsOf(evidence['apps']);
  return [
    ...(systems.length === 0 ? [] : [`runs ${listed(systems)}`]),
    ...(apps.length === 0 ? [] : [`behind the app ${listed(apps)}`]),
  ];
}

/** Null where there is none, or an empty one. */
function textOf(value: Evidence[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textsOf(value: Evidence[string] | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
