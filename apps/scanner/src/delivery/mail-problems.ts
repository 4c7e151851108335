import type { MailProblem } from './outgoing-mail.js';

/** Why mails do not leave, and what to do: for who set up the mail account, who is seldom a mail administrator. */
export const MAIL_PROBLEMS = {
  signIn: {
    message: 'The mail server did not accept the user name and password.',
    step: 'Make an app password at your mail provider and set it as PLUMBLINE_SMTP_PASSWORD. The password that you sign in with yourself is not accepted by Gmail, and Microsoft 365 mostly takes no password at all, but OAuth2 (docs/operations.md).',
  },
  signInFirst: {
    message: 'The mail server takes mails only from who signs in.',
    step: 'Set PLUMBLINE_SMTP_USER and PLUMBLINE_SMTP_PASSWORD to the mail account that Plumbline may use.',
  },
  token: {
    message: 'The mail provider gave no token for the mail account (OAuth2).',
    step: 'Check the four settings PLUMBLINE_SMTP_OAUTH_…; if the permission was taken back or has ended, get a new refresh token (docs/operations.md).',
  },
  name: {
    message: 'No mail server was found under that name.',
    step: 'Check the spelling of PLUMBLINE_SMTP_HOST, and that this computer is online.',
  },
  encryption: {
    message: 'The connection to the mail server could not be encrypted, so nothing was sent.',
    step: 'Set PLUMBLINE_SMTP_SECURITY to tls with port 465, or to starttls with port 587, as your mail provider says.',
  },
  certificate: {
    message: 'The mail server could not prove that it is the one it should be, so nothing was sent.',
    step: 'Set PLUMBLINE_SMTP_HOST to the exact name that your mail provider gives. If the server is your own, make its certificate known to this computer with NODE_EXTRA_CA_CERTS.',
  },
  silence: {
    message: 'The mail server did not answer in time.',
    step: 'Check PLUMBLINE_SMTP_HOST and PLUMBLINE_SMTP_PORT; many networks block port 25, so use 587 or 465.',
  },
  later: {
    message: 'The mail server asked to try again later, which servers do with senders that are new to them.',
    step: 'Nothing to do: Plumbline tries again by itself.',
  },
  sender: {
    message: 'The mail server does not let this account send from the address in PLUMBLINE_SMTP_FROM.',
    step: 'Set PLUMBLINE_SMTP_FROM to the address that the account belongs to, or allow the other one at your mail provider.',
  },
  recipient: {
    message: 'The mail server does not take mails to this address.',
    step: 'Check the spelling of the address, and whether the mailbox still exists.',
  },
  content: {
    message: 'The mail server refused the mail after it had read it.',
    step: 'Ask your mail provider why; often the domain in PLUMBLINE_SMTP_FROM has no SPF or DKIM record for that server.',
  },
  size: {
    message: 'The mail is larger than the mail server takes.',
    step: 'Look at the report in Plumbline itself; there are so many findings that the list of them does not fit into a mail.',
  },
  connection: {
    message: 'The mail server could not be reached, or broke off.',
    step: 'Check PLUMBLINE_SMTP_HOST and PLUMBLINE_SMTP_PORT, and that this computer is online.',
  },
  file: {
    message: 'The mail could not be written into its file.',
    step: 'Check that the disk is not full, and that the folder outbox in the data directory belongs to who runs Plumbline.',
  },
} as const satisfies Readonly<Record<string, MailProblem>>;
