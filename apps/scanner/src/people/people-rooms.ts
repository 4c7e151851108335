import { ApiTokens } from './api-tokens.js';
import { Invitations } from './invitations.js';
import { NewPassword } from './new-password.js';
import { OpenIdSignIn } from './open-id-sign-in.js';
import { Organizations } from './organizations.js';
import { PasswordDoor } from './password-door.js';
import { People } from './people.js';
import { Profile } from './profile.js';
import { SecondStep } from './second-step.js';
import { SetUp } from './set-up.js';
import { SignInLink } from './sign-in-link.js';
import { SignIn } from './sign-in.js';
import { WhoAsks } from './who-asks.js';

/** Everything of this room that is handed out; needs PEOPLE_MEANS, AuditLog, Vault and a DataSource. */
export const peopleRooms = [
  PasswordDoor,
  SignIn,
  SignInLink,
  SetUp,
  NewPassword,
  SecondStep,
  OpenIdSignIn,
  Profile,
  People,
  Invitations,
  ApiTokens,
  Organizations,
  WhoAsks,
];
