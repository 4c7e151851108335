import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SmtpAccount } from '#scanner/delivery/smtp-account.js';
import { selfMade } from './self-made-certificate.js';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly mail: ParsedMail;
}

/** What the server does with one mail that it has read; afterwards it takes them again. */
type Ending = 'takes it' | 'takes it and breaks off' | 'takes it and is silent' | 'refuses it';

/** A mail server on this computer that keeps what it was sent. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  ending: Ending = 'takes it';
  /** Reply codes to recipients, one each time, by address. */
  readonly replies = new Map<string, number[]>();
  /** How long it takes over each answer, in milliseconds. */
  slowness = 0;
  private readonly server: SMTPServer;
  private port = 0;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      ...selfMade,
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        const code = this.replies.get(address)?.shift();
        const answer = () => done(code === undefined ? null : replyOf(code));
        if (this.slowness === 0) answer();
        else setTimeout(answer, this.slowness).unref();
      },
      onData: (stream, { envelope }, done) => {
        const to = envelope.rcptTo.map(({ address }) => address);
        void this.take(to, text(stream), done);
      },
      ...options,
    });
    // Connections that break are what these tests are about.
    this.server.on('error', () => undefined);
  }

  static async open(options: SMTPServerOptions = {}): Promise<MailServer> {
    const opened = new MailServer(options);
    await new Promise<void>((resolve) => {
      const listening = opened.server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        opened.port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve();
      });
    });
    return opened;
  }

  account(wanted: Partial<SmtpAccount> = {}): SmtpAccount {
    return {
      host: '127.0.0.1',
      port: this.port,
      security: 'none',
      login: null,
      certificateAuthority: null,
      patienceMs: 5_000,
      ...wanted,
    };
  }

  reset(): void {
    this.received.length = 0;
    this.ending = 'takes it';
    this.slowness = 0;
    this.replies.clear();
  }

  async close(): Promise<void> {
    this.dropAll();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private async take(
    to: readonly string[],
    message: Promise<string>,
    done: (error?: Error | null) => void,
  ): Promise<void> {
    const whole = await message;
    const { ending } = this;
    this.ending = 'takes it';
    if (ending === 'refuses it') return done(replyOf(554));
    this.received.push({ to, mail: await simpleParser(whole) });
    if (ending === 'takes it') return done();
    if (ending === 'takes it and breaks off') this.dropAll();
    return undefined;
  }

  private dropAll(): void {
    for (const connection of connectionsOf(this.server)) connection._socket.destroy();
  }
}

interface Connection {
  readonly _socket: { destroy(): void };
}

/** The types of the package do not tell of them. */
function connectionsOf(server: SMTPServer): ReadonlySet<Connection> {
  return (server as unknown as { readonly connections: ReadonlySet<Connection> }).connections;
}

function replyOf(responseCode: number): Error {
  return Object.assign(new Error('a reply that names owner@mill.example'), { responseCode });
}
