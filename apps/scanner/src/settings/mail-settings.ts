import { z } from 'zod';
import { setting } from './setting.js';

const words = z.string().min(1).max(1_000);
const token = z.string().min(1).max(4_000);

/** How mails leave. Without a mail server they are written as files. */
export const MAIL_SETTINGS = {
  PLUMBLINE_SMTP_HOST: setting({
    is: z
      .string()
      .regex(/^[\w.:-]{1,253}$/u)
      .optional(),
    sentence:
      'The mail server that Plumbline hands its mails to. Without one, mails are written as files into the folder outbox of the data directory (docs/operations.md has the settings of common providers).',
    form: 'the name of a mail server, such as smtp.gmail.com',
  }),
  PLUMBLINE_SMTP_PORT: setting({
    is: z.coerce.number().int().min(1).max(65_535).optional(),
    sentence: 'The port of the mail server. Without it: 587 for starttls, 465 for tls, 25 for none.',
    form: 'a number from 1 to 65535',
  }),
  PLUMBLINE_SMTP_SECURITY: setting({
    is: z.enum(['starttls', 'tls', 'none']),
    usually: 'starttls',
    sentence:
      'How the connection is encrypted: starttls begins in the open and encrypts before anything is said, tls encrypts from the start. none is refused but for a mail server on this computer itself.',
    form: 'starttls, tls or none',
  }),
  PLUMBLINE_SMTP_USER: setting({
    is: words.optional(),
    sentence: 'The mail account that Plumbline signs in with, mostly its address.',
    form: 'a user name or an address',
  }),
  PLUMBLINE_SMTP_PASSWORD: setting({
    is: words.optional(),
    sentence:
      'The password of the mail account. With Gmail and others it is an app password, which is made for Plumbline alone, and not the one that you sign in with.',
    form: 'the password, as it was given',
    isSecret: true,
  }),
  PLUMBLINE_SMTP_FROM: setting({
    is: z.email().max(254).optional(),
    sentence:
      'The address that mails come from. It must belong to the mail account; without it, the user name is taken if it is an address.',
    form: 'an address, such as plumbline@your-business.example',
  }),
  PLUMBLINE_SMTP_OAUTH_CLIENT_ID: setting({
    is: words.optional(),
    sentence: 'The client id of an app at your mail provider, where it takes no password (Microsoft 365).',
    form: 'the client id, as it was given',
  }),
  PLUMBLINE_SMTP_OAUTH_CLIENT_SECRET: setting({
    is: words.optional(),
    sentence: 'The client secret that goes with it.',
    form: 'the client secret, as it was given',
    isSecret: true,
  }),
  PLUMBLINE_SMTP_OAUTH_REFRESH_TOKEN: setting({
    is: token.optional(),
    sentence: 'The refresh token by which the app may send for the mail account.',
    form: 'the refresh token, as it was given',
    isSecret: true,
  }),
  PLUMBLINE_SMTP_OAUTH_TOKEN_URL: setting({
    is: z.url({ protocol: /^https$/u }).optional(),
    sentence: 'Where your mail provider gives out tokens.',
    form: 'an https address, such as https://oauth2.googleapis.com/token',
  }),
  PLUMBLINE_SMTP_PATIENCE_SECONDS: setting({
    is: z.coerce.number().int().min(5).max(300),
    usually: '30',
    sentence: 'How long the mail server may say nothing before the mail is put off.',
    form: 'a number from 5 to 300',
  }),
  PLUMBLINE_KEEP_MAILS_MONTHS: setting({
    is: z.coerce.number().int().min(1).max(240),
    usually: '13',
    sentence: 'For how many months mails that left are kept, to look them up.',
    form: 'a number from 1 to 240',
  }),
  PLUMBLINE_WEBHOOKS_TO_PRIVATE: setting({
    is: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
    usually: 'no',
    sentence:
      'Whether webhooks may go to computers of your own network. Say yes only if everybody who may administer Plumbline may also reach them: an address in a webhook could otherwise be used to look around inside.',
    form: 'yes or no',
  }),
} as const;
