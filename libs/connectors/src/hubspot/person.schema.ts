import { z } from 'zod';
import { Paging } from './record.schema.js';

/** An example of HubSpot's own shows it as text. */
const Flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((flag) => String(flag) === 'true');

const User = z.object({
  id: z.string(),
  email: z.string(),
  roleId: z.string().nullish(),
  roleIds: z.array(z.string()),
  superAdmin: Flag,
});
export type User = z.infer<typeof User>;

const Owner = z.object({
  id: z.string(),
  email: z.string().nullish(),
  type: z.string(),
  userId: z.number().nullish(),
});
export type Owner = z.infer<typeof Owner>;

const Login = z.object({
  id: z.string(),
  userId: z.number().nullish(),
  email: z.string().nullish(),
  loginAt: z.string(),
  loginSucceeded: z.boolean(),
});
export type Login = z.infer<typeof Login>;

/** GET /settings/users/{version}. */
export const UserPage = pageOf(User);
/** GET /crm/owners/{version}. */
export const OwnerPage = pageOf(Owner);
/** GET /account-info/{version}/activity/login. */
export const LoginPage = pageOf(Login);
/** GET /settings/users/{version}/roles: permission sets. What a set allows is not told. */
export const RoleList = z.object({ results: z.array(z.object({ id: z.string(), name: z.string() })) });

function pageOf<T extends z.ZodType>(item: T) {
  return z
    .object({ results: z.array(item), paging: Paging })
    .transform(({ results, paging }) => ({ items: results, next: paging }));
}
