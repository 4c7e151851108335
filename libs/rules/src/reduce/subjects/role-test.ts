import { isRoleAddress } from '../../policy/staff.js';
import { roleAddressNames } from '../../policy/role-address-names.js';

const SEPARATORS = /[._-]+/gu;
const PLAIN = /^[\w.~!#$%&'*/=?^`{|}-]+$/u;

/** The same answer as `isRoleAddress` for an address as it joins (E9), made for millions of them (a test compares the two). */
export function isRoleOfDesk(address: string): boolean {
  const at = address.lastIndexOf('@');
  let end = at;
  while (end > 0 && isDigit(address.charCodeAt(end - 1))) end -= 1;
  const name = address.slice(0, end);
  if (!PLAIN.test(name)) return isRoleAddress(address);
  if (!(name.includes('.') || name.includes('-') || name.includes('_'))) return roleAddressNames.has(name);
  return roleAddressNames.has(name.replaceAll(SEPARATORS, '')) || isMadeOfRoles(name);
}

function isMadeOfRoles(name: string): boolean {
  const words = name.split(SEPARATORS).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => roleAddressNames.has(word));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
