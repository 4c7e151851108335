import type { ConnectorId } from '../../contract/fact.js';
import { UserActionError } from '../../contract/error.js';

const SETTINGS = {
  hubspot: 'PLUMBLINE_SIMULATE_HUBSPOT',
  'google-workspace': 'PLUMBLINE_SIMULATE_GOOGLE',
  mailchimp: 'PLUMBLINE_SIMULATE_MAILCHIMP',
  quickbooks: 'PLUMBLINE_SIMULATE_QUICKBOOKS',
} as const satisfies Partial<Record<ConnectorId, string>>;

const CLOCK_SETTING = 'PLUMBLINE_SIMULATE_NOW';
/** When the simulated clock stood there; without it every process starts it anew. */
const SINCE_SETTING = 'PLUMBLINE_SIMULATE_SINCE';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Which vendors are simulated in this process, and where. Set at start only: nothing a user or a vendor sends changes it. */
export class Simulation {
  private constructor(
    private readonly origins: ReadonlyMap<ConnectorId, string>,
    /** How far the simulated vendors' clock is from ours, in ms. */
    private readonly aheadMs: number,
  ) {}

  /** Nothing is simulated. */
  static readonly none = new Simulation(new Map(), 0);

  /** Reads the settings of the process. Throws a UserActionError for anything but http on this machine. */
  static from(environment: Readonly<Record<string, string | undefined>>): Simulation {
    const origins = new Map<ConnectorId, string>();
    for (const [connector, setting] of Object.entries(SETTINGS)) {
      const value = environment[setting]?.trim();
      if (value !== undefined && value !== '')
        origins.set(connector as ConnectorId, originIn(value, setting));
    }
    if (origins.size === 0) return Simulation.none;
    const startsAt = environment[CLOCK_SETTING]?.trim() ?? '';
    if (startsAt === '') return new Simulation(origins, 0);
    const since = environment[SINCE_SETTING]?.trim() ?? '';
    const stoodThere = since === '' ? Date.now() : instantIn(since, SINCE_SETTING);
    return new Simulation(origins, instantIn(startsAt, CLOCK_SETTING) - stoodThere);
  }

  isSimulated(connector: ConnectorId): boolean {
    return this.origins.has(connector);
  }

  /** The vendors that are simulated, for the sentence on every screen and report. */
  get connectors(): readonly ConnectorId[] {
    return [...this.origins.keys()];
  }

  /** The present instant: of the simulated vendors, where their clock was set to another time. */
  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** `http://127.0.0.1:PORT` of the simulated vendor; null where the real one is spoken to. */
  originOf(connector: ConnectorId): string | null {
    return this.origins.get(connector) ?? null;
  }

  /** An address of the vendor as a browser is to open it: the same path and query, at the simulated vendor if there is one. */
  url(connector: ConnectorId, address: string): string {
    const origin = this.originOf(connector);
    if (origin === null) return address;
    const { pathname, search } = new URL(address);
    return origin + pathname + search;
  }
}

function instantIn(value: string, setting: string): number {
  const instant = Date.parse(value);
  if (!Number.isNaN(instant)) return instant;
  throw new UserActionError({
    message: 'The clock of the simulated vendors is not set to a time',
    details: { setting },
    step: `Set ${setting} to an instant such as 2026-11-23T12:00:00Z, or remove it.`,
  });
}

function originIn(value: string, setting: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isPlain =
    url !== null && ['', '/'].includes(url.pathname) && url.search === '' && url.username === '';
  if (url === null || !isPlain || url.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) {
    throw new UserActionError({
      message: 'A simulated vendor may only run on this computer',
      details: { setting },
      step: `Set ${setting} to an address such as http://127.0.0.1:4010, or remove it to use the real tool.`,
    });
  }
  return url.origin;
}
