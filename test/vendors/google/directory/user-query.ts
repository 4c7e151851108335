import { isDelegatedAdmin, isSuperAdmin } from './admin-roles.js';
import type { StaffMember } from './staff.js';

const CLAUSE = /(\w+)([:=])('(?:[^'\\]|\\.)*'|\S+)/gu;

/** Reads `isSuspended=false email:ab*`: clauses that must all hold. Null: it cannot be read. */
export function readUserQuery(text: string): ((member: StaffMember) => boolean) | null {
  const clauses = [...text.matchAll(CLAUSE)];
  if (text.replaceAll(CLAUSE, '').trim() !== '') return null;
  const tests = clauses.map(([, field = '', , value = '']) => testOf(field, value.replaceAll(/^'|'$/gu, '')));
  if (tests.some((test) => test === null)) return null;
  return (member) => tests.every((test) => test?.(member) === true);
}

function testOf(field: string, value: string): ((member: StaffMember) => boolean) | null {
  const isTrue = value === 'true';
  switch (field) {
    case 'isAdmin':
      return (member) => isSuperAdmin(member) === isTrue;
    case 'isDelegatedAdmin':
      return (member) => isDelegatedAdmin(member) === isTrue;
    case 'isSuspended':
      return (member) => member.isSuspended === isTrue;
    case 'isEnrolledIn2Sv':
      return (member) => member.hasSecondFactor === isTrue;
    case 'orgUnitPath':
      return (member) => member.orgUnit.startsWith(value);
    case 'email':
      return (member) => matches(member.email, value);
    case 'givenName':
      return (member) => matches(member.givenName, value);
    case 'familyName':
      return (member) => matches(member.familyName, value);
    default:
      return null;
  }
}

function matches(text: string, value: string): boolean {
  const wanted = value.toLowerCase();
  return wanted.endsWith('*')
    ? text.toLowerCase().startsWith(wanted.slice(0, -1))
    : text.toLowerCase() === wanted;
}
