import { z } from 'zod';
import { Secret } from '#connectors/kit/secret.js';
import { roles } from '../people/role.js';
import { tokenScopes } from '../people/token-scope.js';
import { waysToSignIn } from '../people/way-to-sign-in.js';

/** Everything that somebody types in as a name: on one line, and nothing that could steer a screen. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u, 'Use letters, digits and signs on one line.');

export const PersonName = line(100);
export const OrganizationName = line(200);
export const TokenName = line(100);
export const Email = z.email().max(254);
export const RoleName = z.enum(roles);
export const Id = z.uuid();

/** A password as it arrives; whether it is a good one is for the room to say. Longer than any, so that its message is heard. */
export const Password = z
  .string()
  .min(1)
  .max(1_000)
  .transform((text) => new Secret(text))
  .meta({ type: 'string', format: 'password' });

/** What stands behind the `#` of a link. */
export const LinkSecret = z
  .string()
  .regex(/^[\w-]{43}$/u)
  .transform((text) => new Secret(text))
  .meta({ type: 'string', description: 'What stands behind the # of the link' });

export const Code = z.string().max(40).meta({ description: 'Six digits from the app, or a recovery code' });

export const PersonShown = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Person' });

export const MemberShown = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: RoleName,
    since: z.string(),
    second_step: z.boolean().meta({ description: 'Whether her sign-in asks for a code too' }),
  })
  .meta({ id: 'Member' });

export const ProfileShown = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    password: z.boolean().meta({ description: 'Whether she can sign in with a password' }),
    second_step: z.boolean(),
    sign_in_service: z.boolean().meta({ description: 'Whether she can sign in at the sign-in service' }),
  })
  .meta({ id: 'Profile' });

export const SessionShown = z
  .object({
    id: z.string(),
    this_one: z.boolean(),
    way: z.enum(waysToSignIn),
    browser: z.string(),
    begun_at: z.string(),
    used_at: z.string(),
  })
  .meta({ id: 'Session' });

export const OrganizationShown = z
  .object({
    id: z.string(),
    name: z.string(),
    role: RoleName,
    example: z.boolean().meta({ description: 'Invented, to try things with' }),
  })
  .meta({ id: 'Organization' });

export const InvitationShown = z
  .object({
    id: z.string(),
    email: z.string(),
    role: RoleName,
    made_by: z.string(),
    made_at: z.string(),
    ends_at: z.string(),
  })
  .meta({ id: 'Invitation' });

export const ApiTokenShown = z
  .object({
    id: z.string(),
    name: z.string(),
    beginning: z.string(),
    scope: z.enum(tokenScopes),
    made_by: z.string().meta({ description: 'The id of the person for whom it acts' }),
    made_at: z.string(),
    ends_at: z.string(),
    used_at: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' });

export const LinkShown = z
  .object({
    link: z.string().meta({ description: 'To be handed over; shown this once' }),
    ends_at: z.string(),
  })
  .meta({ id: 'Link' });

export const RecoveryCodes = z.object({
  recovery_codes: z.array(z.string()).meta({ description: 'Each good once; shown this once' }),
});
