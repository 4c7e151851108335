import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { Agent } from 'undici';

/** One request and its answer are never larger than this, in bytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** The sockets of one guard: they are kept between requests, and all of them can be dropped at once. */
export class Transport {
  private agents: ReturnType<typeof openAgents>;

  /**
   * `simulatedOrigin`: where everything is sent instead of to the vendor; null: to the vendor. `lookup`: how names are
   * looked up, unless as usual.
   */
  constructor(
    readonly simulatedOrigin: string | null,
    private readonly lookup?: net.LookupFunction,
  ) {
    this.agents = openAgents(simulatedOrigin, lookup);
  }

  get dispatcher(): Agent {
    return this.agents.dispatcher;
  }

  /** For SDKs that use node:http and node:https. */
  agentFor(isSecure: boolean): http.Agent {
    return isSecure ? this.agents.https : this.agents.http;
  }

  /** Ends every request that is still under way; new ones may follow. */
  drop(): void {
    const { dispatcher, http: plain, https: secure } = this.agents;
    this.agents = openAgents(this.simulatedOrigin, this.lookup);
    void dispatcher.destroy();
    plain.destroy();
    secure.destroy();
  }
}

function openAgents(
  simulatedOrigin: string | null,
  lookup: net.LookupFunction | undefined,
): {
  readonly dispatcher: Agent;
  readonly http: http.Agent;
  readonly https: http.Agent;
} {
  const kept = { keepAlive: true, timeout: 60_000, ...(lookup && { lookup }) };
  return {
    dispatcher: new Agent({
      connect: { timeout: 10_000, ...(lookup && { lookup }) },
      headersTimeout: 60_000,
      bodyTimeout: 30_000,
      maxResponseSize: LARGEST_ANSWER,
    }),
    http: new http.Agent(kept),
    https: simulatedOrigin === null ? new https.Agent(kept) : new LoopbackAgent(simulatedOrigin, kept),
  };
}

/** Carries what an SDK sends to its vendor by https to a simulated vendor on this machine, in the clear. */
class LoopbackAgent extends https.Agent {
  private readonly port: number;
  private readonly host: string;

  constructor(origin: string, options: https.AgentOptions) {
    super(options);
    const { port, hostname } = new URL(origin);
    this.port = port === '' ? 80 : Number(port);
    this.host = hostname.replaceAll(/[[\]]/gu, '');
  }

  override createConnection(): net.Socket {
    return net.connect({ port: this.port, host: this.host });
  }
}
