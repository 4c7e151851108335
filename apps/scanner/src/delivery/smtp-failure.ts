import type { MailAnswer, MailProblem } from './outgoing-mail.js';
import { MAIL_PROBLEMS } from './mail-problems.js';

/** What a failed attempt leaves: codes of nodemailer and Node, a reply code of RFC 5321, and during which command. */
export interface SmtpFailure {
  readonly code?: string | undefined;
  /** What Node said, where nodemailer says only that it was the connection. */
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

/**
 * What a failure means. `handedOver`: whether the mail itself had begun to leave; then only an answer tells that it was
 * not taken.
 */
export function answerToFailure(failure: SmtpFailure, handedOver: boolean): MailAnswer {
  if (handedOver && failure.responseCode === undefined) return { is: 'unknown' };
  return { is: isForGood(failure) ? 'refused' : 'put off', problem: problemOf(failure) };
}

/** What is about this mail alone. A wrong password or name stops every mail until somebody mends it, and costs none its life. */
function isForGood({ code, command, responseCode }: SmtpFailure): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  // Nobody but who installed Plumbline can mend the sender.
  if (command === 'MAIL FROM' && responseCode !== undefined) return false;
  return responseCode === undefined || responseCode >= 500;
}

/** Node's names for certificates that it does not trust. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/u;

function problemOf({ code, originalCode = '', command, responseCode }: SmtpFailure): MailProblem {
  if (code === 'EOAUTH2') return MAIL_PROBLEMS.token;
  if (code === 'EAUTH' || code === 'ENOAUTH') return MAIL_PROBLEMS.signIn;
  if (code === 'EDNS' || code === 'ENOTFOUND') return MAIL_PROBLEMS.name;
  if (CERTIFICATE.test(originalCode)) return MAIL_PROBLEMS.certificate;
  if (code === 'ETLS') return MAIL_PROBLEMS.encryption;
  if (code === 'ETIMEDOUT') return MAIL_PROBLEMS.silence;
  if (responseCode !== undefined && responseCode < 500) return MAIL_PROBLEMS.later;
  if (responseCode === 530) return MAIL_PROBLEMS.signInFirst;
  if (code === 'EMESSAGE' && responseCode === undefined) return MAIL_PROBLEMS.size;
  if (command === 'MAIL FROM') return MAIL_PROBLEMS.sender;
  if (command === 'RCPT TO' || code === 'EENVELOPE') return MAIL_PROBLEMS.recipient;
  if (code === 'EMESSAGE' || command === 'DATA') return MAIL_PROBLEMS.content;
  return MAIL_PROBLEMS.connection;
}
