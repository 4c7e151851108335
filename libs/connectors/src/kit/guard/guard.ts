import PQueue from 'p-queue';
import type { z } from 'zod';
import { BugError, ReadRefusedError, UserActionError, VendorFailedError } from '../../contract/error.js';
import type { ConnectorId } from '../../contract/fact.js';
import type { Limit, RateLimit } from '../../contract/connector.js';
import type { Refusal } from '../../contract/refusal.js';
import type { VendorAccess, VendorAnswer, Verdict } from '../../contract/vendor-access.js';
import { withinGuard } from './choke-points.js';
import { parseAnswer } from './parse-answer.js';
import { askedToComeBack, changedShape, loginLost, loginUnused, noAnswer, overloaded } from './refusals.js';
import type { RequestRules } from './request-rules.js';
import { RollingLimit } from './rolling-limit.js';
import { Transport } from './transport.js';
import { type Pace, pauseMs } from './waiting.js';
import { Secret } from '../secret.js';

/** What a guard knows of its vendor: the parts of a connector's data sheet that hold for every request. */
export interface GuardSheet {
  readonly id: ConnectorId;
  readonly title: string;
  readonly hosts: readonly string[];
  readonly dataCentres?: RegExp | undefined;
  readonly readsByPost: readonly RegExp[];
  readonly rateLimit: RateLimit;
  readonly partLimits?: Readonly<Record<string, Limit>> | undefined;
  verdictOf(answer: VendorAnswer): Verdict;
}

/** Where access tokens come from; both may throw a UserActionError (connect again) or a VendorFailedError. */
export interface Credential {
  token(): Promise<string>;
  /** A token newer than the one that was not taken. */
  renewed(refused: string): Promise<string>;
}

export interface GuardSettings {
  readonly credential: Credential;
  /** Of the simulated vendor, else null. */
  readonly simulatedOrigin: string | null;
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/** One request is given up after this, also if bytes still trickle in. */
const ANSWER_WITHIN_MS = 120_000;
/** All pauses of one read together. */
const PATIENCE_MS = 600_000;
const MOST_ATTEMPTS = 8;
/** A broken answer is rarely better the fourth time. */
const MOST_UNREADABLE = 3;

type Outcome<T> =
  | { readonly value: T }
  | {
      readonly again: Extract<Verdict, { kind: 'wait' | 'expired' }>;
      readonly refusal: Refusal;
      /** The one it was asked with. */
      readonly token: string;
    };

/** The one door of a scan to one account of a vendor; see VendorAccess. Not shared between scans. */
export class Guard implements VendorAccess {
  private readonly queue: PQueue;
  /** Of all requests, and of those to a part of the interface. */
  private readonly limits: readonly RollingLimit[];
  private readonly partLimits: ReadonlyMap<string, RollingLimit>;
  private readonly transport: Transport;
  private readonly rules: RequestRules;
  /** Once a login is lost for the whole account, nothing more is asked with it. */
  private lost: Refusal | null = null;
  private token: Secret | null = null;

  constructor(
    private readonly sheet: GuardSheet,
    private readonly settings: GuardSettings,
  ) {
    const { rateLimit, partLimits = {}, id, hosts, dataCentres, readsByPost } = sheet;
    const { simulatedOrigin, pace, signal } = settings;
    this.queue = new PQueue({ concurrency: Math.min(rateLimit.concurrency, rateLimit.requests) });
    const { burst } = rateLimit;
    const { speed } = pace;
    const rolling = ({ requests, perMs }: Limit): RollingLimit => new RollingLimit(requests, perMs / speed);
    this.limits = [rolling(rateLimit), ...(burst === undefined ? [] : [rolling(burst)])];
    this.partLimits = new Map(Object.entries(partLimits).map(([part, limit]) => [part, rolling(limit)]));
    this.rules = { connector: id, hosts, dataCentres, readsByPost, tokenUrls: [] };
    this.transport = new Transport(simulatedOrigin);
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** Drops the connections to the vendor. Call when the scan is done with it. */
  close(): void {
    this.queue.clear();
    this.transport.drop();
  }

  async read<T>(
    shape: z.ZodType<T>,
    call: (token: string) => Promise<VendorAnswer>,
    part?: string,
  ): Promise<T> {
    const { pace, signal } = this.settings;
    const limits = this.limitsOf(part);
    let waited = 0;
    let unreadable = 0;
    let renewals = 0;
    for (let attempt = 1; ; attempt += 1) {
      signal.throwIfAborted();
      const outcome = await this.inTurn(() => this.once(shape, call, limits));
      if ('value' in outcome) return outcome.value;
      const { again, refusal } = outcome;
      if (again.kind === 'expired') {
        renewals += 1;
        if (renewals > 1) throw this.lose(loginLost(this.sheet.title));
        await this.renew(outcome.token);
        continue;
      }
      // The new token was taken: that it ends too, while we wait, takes the login from nobody.
      renewals = 0;
      if (again.reason === UNREADABLE) unreadable += 1;
      const pause = again.afterMs ?? pauseMs(attempt, pace.random);
      if (again.afterMs !== null && waited + pause > PATIENCE_MS) {
        throw refused(askedToComeBack(this.sheet.title, again.reason, pause));
      }
      if (attempt >= MOST_ATTEMPTS || waited + pause > PATIENCE_MS || unreadable >= MOST_UNREADABLE) {
        throw refused(refusal);
      }
      waited += pause;
      await pace.wait(pause, signal);
    }
  }

  private async once<T>(
    shape: z.ZodType<T>,
    call: (token: string) => Promise<VendorAnswer>,
    limits: readonly RollingLimit[],
  ): Promise<Outcome<T>> {
    const { title } = this.sheet;
    const { signal } = this.settings;
    let token = '';
    const answer = await sendWithin(limits, signal, async () => {
      // Only now: it may have been renewed while this request waited.
      token = await this.currentToken();
      return this.answered(() => call(token));
    });
    if (answer === null) {
      const refusal = noAnswer(title);
      return { again: { kind: 'wait', afterMs: null, reason: refusal.reason }, refusal, token };
    }
    const verdict = this.sheet.verdictOf(answer);
    if (verdict.kind === 'refused') throw refused(verdict.refusal);
    if (verdict.kind === 'expired') return { again: verdict, refusal: loginLost(title), token };
    if (verdict.kind === 'wait') return { again: verdict, refusal: overloaded(title, verdict.reason), token };
    const parsed = parseAnswer(answer.body, shape);
    if (parsed.ok) return { value: parsed.value };
    if (parsed.why === 'another shape') throw refused(changedShape(title, parsed.field));
    return {
      again: { kind: 'wait', afterMs: null, reason: UNREADABLE },
      refusal: overloaded(title, UNREADABLE),
      token,
    };
  }

  private limitsOf(part: string | undefined): readonly RollingLimit[] {
    const own = part === undefined ? undefined : this.partLimits.get(part);
    return own === undefined ? this.limits : [own, ...this.limits];
  }

  /** The answer, or null where none came. What an SDK throws is dropped: it can hold the token and what was read. */
  private async answered(call: () => Promise<VendorAnswer>): Promise<VendorAnswer | null> {
    const { signal, pace } = this.settings;
    const tooLong = setTimeout(() => this.transport.drop(), ANSWER_WITHIN_MS / pace.speed);
    try {
      return await withinGuard({ rules: this.rules, transport: this.transport }, call);
    } catch (error) {
      signal.throwIfAborted();
      const own = ownErrorIn(error);
      if (own !== null) throw own;
      return null;
    } finally {
      clearTimeout(tooLong);
    }
  }

  private async currentToken(): Promise<string> {
    if (this.lost !== null) throw refused(this.lost);
    this.token ??= new Secret(await this.credentialSays((credential) => credential.token()));
    return this.token.reveal();
  }

  private async renew(notTaken: string): Promise<void> {
    // Another read may have renewed it meanwhile; the newest stands.
    if (this.token?.reveal() !== notTaken) return;
    const renewed = await this.credentialSays((credential) => credential.renewed(notTaken));
    if (this.token.reveal() === notTaken) this.token = new Secret(renewed);
  }

  private async credentialSays(ask: (credential: Credential) => Promise<string>): Promise<string> {
    const { title } = this.sheet;
    try {
      return await ask(this.settings.credential);
    } catch (error) {
      if (error instanceof UserActionError) throw this.lose(loginUnused(title, error));
      if (error instanceof VendorFailedError)
        throw refused(overloaded(title, `${title} did not renew our login`));
      throw error;
    }
  }

  private lose(refusal: Refusal): ReadRefusedError {
    this.lost = refusal;
    return refused(refusal);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = this.settings;
    try {
      return await this.queue.add(work, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }
}

/** Sends as soon as all limits have room, the first of them first. */
async function sendWithin<T>(
  [limit, ...others]: readonly RollingLimit[],
  signal: AbortSignal,
  request: () => Promise<T>,
): Promise<T> {
  if (limit === undefined) return request();
  return limit.send(() => sendWithin(others, signal, request), signal);
}

const UNREADABLE = 'the answer was cut off or not in the agreed form';

function refused(refusal: Refusal): ReadRefusedError {
  return new ReadRefusedError({ message: 'A resource could not be read', refusal });
}

/** Our own errors, also where an SDK has wrapped them. */
function ownErrorIn(error: unknown): Error | null {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth += 1) {
    if (inner instanceof BugError || inner instanceof ReadRefusedError || inner instanceof UserActionError)
      return inner;
  }
  return null;
}
