import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UserActionError } from '#connectors/contract/error.js';
import { linkAddress } from '../people/link-address.js';
import type { Clock } from '../clock.js';
import { SetUp } from '../people/set-up.js';
import type { Settings } from '../settings/settings.js';
import { markInUse } from '../storage/in-use.js';
import { httpServer } from './http-server.js';
import { ServiceLog } from './service-log.js';

export interface Surroundings {
  readonly clock: Clock;
  /** Where the log goes, and the address for who started it. */
  readonly out: { write(text: string): void };
}

/** How long a stop may take before the process ends anyway. */
const STOP_WITHIN_MS = 15_000;

/** Starts the service and gives it back when it listens. It stops at SIGTERM and SIGINT, after what it is at. */
export async function serve(
  settings: Settings,
  { clock, out }: Surroundings,
): Promise<NestFastifyApplication> {
  const log = ServiceLog.to(out, settings.PLUMBLINE_LOG_LEVEL);
  const release = markInUse(settings.PLUMBLINE_DATA_DIR);
  process.once('exit', release);
  const app = await httpServer({ settings, log, clock });
  try {
    await app.listen(settings.PLUMBLINE_PORT, settings.PLUMBLINE_HOST);
  } catch (error) {
    await app.close();
    throw notListening(error, settings);
  }
  stopAtSignal(app, log);
  const address = settings.PLUMBLINE_PUBLIC_URL ?? addressOf(app, settings);
  log.info('listening', { address });
  out.write(`\nPlumbline is running: ${address}\nStop it with Ctrl-C.\n\n`);
  out.write(await firstSteps(app, address));
  return app;
}

/** A link for the first owner, anew at each start until there is one. */
async function firstSteps(app: NestFastifyApplication, address: string): Promise<string> {
  const link = await app.get(SetUp).link();
  if (link === null) return '';
  return `Nobody can sign in yet. Open this link to become the first owner. It is good once, for 24 hours:\n\n  ${linkAddress(address, 'set-up', link.carried)}\n\n`;
}

function addressOf(app: NestFastifyApplication, { PLUMBLINE_HOST: host }: Settings): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function stopAtSignal(app: NestFastifyApplication, log: ServiceLog): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log.info('stopping', { signal });
    setTimeout(() => {
      log.warn('stopped before everything had ended');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    app.close().then(
      () => log.info('stopped'),
      (error: unknown) => {
        log.failure(error);
        process.exitCode = 1;
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const CODES: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Something else listens on that port, perhaps another Plumbline. Stop it, or choose another with --port.',
  EACCES: 'That port needs the rights of an administrator. Choose one above 1023 with --port.',
  EADDRNOTAVAIL:
    'This computer has no such network address. Leave PLUMBLINE_HOST at 127.0.0.1, or correct it.',
};

function notListening(error: unknown, { PLUMBLINE_HOST: host, PLUMBLINE_PORT: port }: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const step = CODES[code];
  if (step === undefined) return error;
  return new UserActionError({
    message: 'Plumbline can not listen for browsers.',
    step,
    details: { address: host, port },
  });
}
