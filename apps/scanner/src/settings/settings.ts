import { z } from 'zod';
import { MAIL_SETTINGS } from './mail-settings.js';
import { setting } from './setting.js';

const port = z.coerce.number().int().min(0).max(65_535);
const httpsAddress = z
  .url({ protocol: /^https$/u })
  .refine((text) => new URL(text).pathname === '/' && new URL(text).search === '', 'no path')
  .transform((text) => new URL(text).origin);
const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const folder = z.string().min(1).max(4_096);

/**
 * Everything that can be set of the service, by the name of its environment variable. `NAME_FILE` reads the value from a
 * file, for secrets that must not stand in the environment.
 */
export const SETTINGS = {
  PLUMBLINE_DATA_DIR: setting({
    is: folder,
    usually: 'data',
    sentence: 'The folder for the database, its key and its copies. Only its owner may open it.',
    form: 'a folder',
  }),
  PLUMBLINE_HOST: setting({
    is: z.string().regex(/^[\w.:-]{1,253}$/u),
    usually: '127.0.0.1',
    sentence:
      'The network address to listen on. The usual one is reached from this computer only; 0.0.0.0 opens it to the network, which needs PLUMBLINE_PUBLIC_URL.',
    form: 'a network address, such as 127.0.0.1 or 0.0.0.0',
  }),
  PLUMBLINE_PORT: setting({
    is: port,
    usually: '4750',
    sentence: 'The port to listen on; 0 takes a free one.',
    form: 'a number from 0 to 65535',
  }),
  PLUMBLINE_PUBLIC_URL: setting({
    is: httpsAddress.optional(),
    sentence:
      'The https address under which people reach Plumbline through your web server. Without it, Plumbline is for this computer only, and mails carry no links.',
    form: 'an address such as https://plumbline.your-business.example, without a path',
  }),
  PLUMBLINE_TRUST_PROXY: setting({
    is: yesOrNo,
    usually: 'no',
    sentence:
      'Whether the web server in front tells the true address of a visitor (X-Forwarded-For). Say yes only if nobody can reach Plumbline around it.',
    form: 'yes or no',
  }),
  PLUMBLINE_EXPORTS_DIR: setting({
    is: folder.optional(),
    sentence:
      'A folder with one folder per organization, named by its id, that scheduled scans read exports from. Plumbline never writes there.',
    form: 'a folder',
  }),
  PLUMBLINE_UPLOADS_MB: setting({
    is: z.coerce.number().int().min(1).max(1_000),
    usually: '64',
    sentence:
      'How much a business may hand over for one scan, in megabytes. Such files are kept in memory only, so this much of it must be free.',
    form: 'a number from 1 to 1000',
  }),
  PLUMBLINE_SCANS_AT_ONCE: setting({
    is: z.coerce.number().int().min(1).max(16),
    usually: '1',
    sentence: 'How many scans may run side by side, each a process of its own of up to 400 MB.',
    form: 'a number from 1 to 16',
  }),
  PLUMBLINE_KEEP_HISTORY_MONTHS: setting({
    is: z.coerce.number().int().min(13).max(240),
    usually: '36',
    sentence: 'For how many months the inventories of old scans are kept. Findings and their history stay.',
    form: 'a number from 13 to 240',
  }),
  PLUMBLINE_LOG_LEVEL: setting({
    is: z.enum(['error', 'warn', 'info', 'debug']),
    usually: 'info',
    sentence: 'How much is logged. A log never holds a secret or a value of a customer.',
    form: 'error, warn, info or debug',
  }),
  PLUMBLINE_METRICS_TOKEN: setting({
    is: z.string().min(16).max(200).optional(),
    sentence: 'What a Prometheus server sends as bearer token to read /metrics. Without it /metrics is off.',
    form: 'at least 16 characters',
    isSecret: true,
  }),
  PLUMBLINE_SECOND_STEP: setting({
    is: z.enum(['wished', 'admins']),
    usually: 'wished',
    sentence:
      'Who must sign in with a second step: nobody, only who wishes to; or admins and owners, who can change nothing before they have switched it on. Who signs in at your sign-in service is asked there.',
    form: 'wished or admins',
  }),
  PLUMBLINE_OIDC_ISSUER: setting({
    is: z.url({ protocol: /^https$/u }).optional(),
    sentence:
      'The address of the sign-in service of your business (OpenID Connect), if people sign in there.',
    form: 'an https address, as your sign-in service calls its issuer',
  }),
  PLUMBLINE_OIDC_CLIENT_ID: setting({
    is: z.string().min(1).max(300).optional(),
    sentence: 'The client id that your sign-in service gave for Plumbline.',
    form: 'the client id, as it was given',
  }),
  PLUMBLINE_OIDC_CLIENT_SECRET: setting({
    is: z.string().min(1).max(1_000).optional(),
    sentence: 'The client secret that goes with it.',
    form: 'the client secret, as it was given',
    isSecret: true,
  }),
  ...MAIL_SETTINGS,
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The settings of this process, checked. */
export type Settings = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['is']> };
