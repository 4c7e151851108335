import { z } from 'zod';

// Only what is used. A list that is empty is left out by Google; a page may be empty without being the last.
// https://developers.google.com/workspace/admin/directory/reference/rest/v1

const page = { nextPageToken: z.string().optional() };

export const FirstUser = z.object({
  users: z.tuple([z.object({ customerId: z.string().min(1) })], z.unknown()),
});

const User = z.object({
  id: z.string().min(1),
  primaryEmail: z.string().min(1),
  suspended: z.boolean(),
  archived: z.boolean(),
  isAdmin: z.boolean(),
  isDelegatedAdmin: z.boolean(),
  isEnrolledIn2Sv: z.boolean(),
  /** ISO 8601; the first second of 1970: never. */
  lastLoginTime: z.string().min(10),
});
export type User = z.output<typeof User>;
export const UsersPage = z.object({ ...page, users: z.array(User).optional() });

const Role = z.object({
  roleId: z.string().min(1),
  roleName: z.string(),
  isSystemRole: z.boolean().optional(),
  isSuperAdminRole: z.boolean().optional(),
});
export type Role = z.output<typeof Role>;
export const RolesPage = z.object({ ...page, items: z.array(Role).optional() });

const RoleAssignment = z.object({
  roleId: z.string().min(1),
  /** The id of a user, a group or a service account. */
  assignedTo: z.string().min(1),
  assigneeType: z.string().optional(),
});
export type RoleAssignment = z.output<typeof RoleAssignment>;
export const RoleAssignmentsPage = z.object({ ...page, items: z.array(RoleAssignment).optional() });

const Member = z.object({
  /** Absent where the member is the whole Workspace. */
  id: z.string().optional(),
  email: z.string().optional(),
  /** `USER`, `GROUP`, `CUSTOMER` or `EXTERNAL`; people of other businesses are also called `USER`. */
  type: z.string(),
});
export type Member = z.output<typeof Member>;
export const MembersPage = z.object({ ...page, members: z.array(Member).optional() });

export const Domains = z.object({
  // Every Workspace has one: without it all colleagues would be strangers.
  domains: z
    .array(
      z.object({
        domainName: z.string().min(1),
        verified: z.boolean(),
        domainAliases: z
          .array(z.object({ domainAliasName: z.string().min(1), verified: z.boolean().optional() }))
          .optional(),
      }),
    )
    .min(1),
});

const AppGrant = z.object({
  clientId: z.string().min(1),
  displayText: z.string().optional(),
  scopes: z.array(z.string()).optional(),
});
export type AppGrant = z.output<typeof AppGrant>;
export const AppGrants = z.object({ items: z.array(AppGrant).optional() });
