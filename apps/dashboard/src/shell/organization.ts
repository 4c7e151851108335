import { createContext, useContext } from 'react';
import type { Organization } from '../api/shapes.js';

const Here = createContext<Organization | null>(null);

export const OrganizationProvider = Here.Provider;

/** The organization whose screens these are, and what who looks at them may do. */
export function useOrganization(): Organization & { readonly mayDecide: boolean } {
  const organization = useContext(Here);
  if (organization === null) throw new Error('A screen of an organization stands outside of the shell.');
  return { ...organization, mayDecide: organization.role !== 'viewer' };
}

/** The address of a screen of an organization. */
export function addressOf(organization: string, ...parts: readonly string[]): string {
  return ['/o', organization, ...parts].join('/');
}
