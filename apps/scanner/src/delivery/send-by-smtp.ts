import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { isLoopback } from './loopback.js';
import type { Envelope, MailAnswer } from './outgoing-mail.js';
import type { SmtpAccount, SmtpLogin } from './smtp-account.js';
import { answerToFailure, type SmtpFailure } from './smtp-failure.js';

/** How many times the patience an attempt may take as a whole: a server that trickles is given up too. */
const WHOLE_ATTEMPT = 6;

/** Hands one mail to a mail server over a connection of its own. Never throws: every failure has a meaning for the mail. */
export async function sendBySmtp(
  account: SmtpAccount,
  envelope: Envelope,
  message: Uint8Array,
  handingOver?: () => Promise<void>,
): Promise<MailAnswer> {
  if (account.security === 'none' && !isLoopback(account.host))
    return answerToFailure({ code: 'ETLS' }, false);
  const connection = new SMTPConnection(optionsOf(account));
  const handedOver = { began: false };
  try {
    const login = account.login === null ? null : await loginOf(account.login);
    await inOneConnection(connection, {
      login,
      envelope: { from: envelope.from, to: [envelope.to], size: message.byteLength },
      message: watched(message, handedOver, handingOver),
      withinMs: account.patienceMs * WHOLE_ATTEMPT,
    });
    connection.quit();
    return { is: 'accepted', way: 'smtp' };
  } catch (error) {
    connection.close();
    return answerToFailure(failureOf(error), handedOver.began);
  }
}

function optionsOf({ host, port, security, certificateAuthority, patienceMs }: SmtpAccount) {
  return {
    // Nobody's name server is asked where this computer is.
    host: host === 'localhost' ? '127.0.0.1' : host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    tls: {
      minVersion: 'TLSv1.2' as const,
      ...(certificateAuthority !== null && { ca: certificateAuthority }),
      ...(host === 'localhost' && { servername: 'localhost' }),
    },
  };
}

type Login = Parameters<SMTPConnection['login']>[0];

async function loginOf(login: SmtpLogin): Promise<Login> {
  const { user } = login;
  if ('password' in login) return { user, pass: login.password.reveal() };
  try {
    const accessToken = (await login.accessToken()).reveal();
    return { user, oauth2: new XOAuth2({ user, accessToken }) };
  } catch {
    // What a token server says is not for logs.
    throw Object.assign(new Error('no token'), { code: 'EOAUTH2' });
  }
}

interface Sending {
  readonly login: Login | null;
  readonly envelope: Parameters<SMTPConnection['send']>[0];
  readonly message: Readable;
  readonly withinMs: number;
}

/** Errors of the connection come as events too, whatever is under way. */
async function inOneConnection(connection: SMTPConnection, sending: Sending): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { login, envelope, message, withinMs } = sending;
  const tooLong = setTimeout(
    () => reject(Object.assign(new Error('It took too long.'), { code: 'ETIMEDOUT' })),
    withinMs,
  );
  connection.on('error', reject);
  connection.on('end', () => reject(new Error('The connection ended.')));
  const send = () =>
    connection.send(envelope, message, (error) => {
      if (error) reject(error);
      else resolve();
    });
  connection.connect((error) => {
    if (error) reject(error);
    else if (login === null) send();
    else
      connection.login(login, (refused) => {
        if (refused) reject(refused);
        else send();
      });
  });
  try {
    await promise;
  } finally {
    clearTimeout(tooLong);
  }
}

/** The mail is read only once the server has asked for it: from then on it may have it. */
function watched(
  message: Uint8Array,
  handedOver: { began: boolean },
  handingOver: (() => Promise<void>) | undefined,
): Readable {
  return Readable.from(
    (async function* () {
      await handingOver?.();
      handedOver.began = true;
      yield Buffer.from(message);
    })(),
    { objectMode: false },
  );
}

/** Nothing of what a server wrote is kept: it repeats addresses. */
function failureOf(error: unknown): SmtpFailure {
  if (typeof error !== 'object' || error === null) return {};
  const { code, originalCode, responseCode, command }: SmtpFailure = error;
  return { code, originalCode, responseCode, command };
}
