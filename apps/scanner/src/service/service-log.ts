import type { LoggerService } from '@nestjs/common';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import { BugError } from '#connectors/contract/error.js';
import type { Settings } from '../settings/settings.js';

/** By which the program is handed its log. */
export const SERVICE_LOG = Symbol('service log');

/** Names, numbers and ids: what may stand in a log line. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured lines of what the service does. Nothing but plain details gets in: no error, no request, no answer as a whole. */
export class ServiceLog {
  constructor(private readonly lines: Logger) {}

  static to(destination: { write(line: string): void }, level: Settings['PLUMBLINE_LOG_LEVEL']): ServiceLog {
    return new ServiceLog(pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination));
  }

  debug(message: string, details: LogDetails = {}): void {
    this.lines.debug(details, message);
  }

  info(message: string, details: LogDetails = {}): void {
    this.lines.info(details, message);
  }

  warn(message: string, details: LogDetails = {}): void {
    this.lines.warn(details, message);
  }

  /** An error of ours: its kind, our own words, and where; never the message of a library, which may hold values (law 1). */
  failure(error: unknown, details: LogDetails = {}): void {
    const isOurs = error instanceof BugError;
    this.lines.error(
      {
        ...details,
        kind: error instanceof Error ? error.constructor.name : typeof error,
        ...(isOurs && { what: error.message, ...error.details }),
        at: placesIn(error),
      },
      'Something went wrong that Plumbline did not expect',
    );
  }
}

const MOST_PLACES = 8;

function placesIn(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return lines.slice(0, MOST_PLACES).map((line) => line.trim());
}

/** Nest's own lines: that it started is no news, and its errors are logged by us. */
export function nestLog(log: ServiceLog): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => log.warn('Nest warns', { message: String(message).slice(0, 300) }),
    error: (message: unknown) =>
      log.warn('Nest reports a failure', { message: String(message).slice(0, 300) }),
  };
}
