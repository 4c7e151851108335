import { ReadRefusedError, UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import type { Credential } from '#connectors/kit/guard/guard.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Notice } from './health.js';
import type { ConnectionMeans } from './means.js';

/** What the first look at a connected account gave: its id, or what stands in the way. */
export type FirstLook = { readonly account: string } | { readonly problem: Notice };

/** Asks the vendor whose account this is. */
export async function tryConnection(
  connector: AnyVendorConnector,
  credential: Credential,
  { granted, account }: { readonly granted: readonly string[] | null; readonly account: string | null },
  means: ConnectionMeans,
): Promise<FirstLook> {
  const { signal } = new AbortController();
  const access = means.accessFor(connector, credential, signal);
  const session: VendorSession = {
    signal,
    system: connector.id,
    ...(account !== null && { account }),
    vendor: access.vendor,
    granted: granted === null ? null : new Set(granted),
    alsoRead: [],
    ownDomains: [],
    memory: { before: null, keep: () => undefined },
    now: means.now,
  };
  try {
    const [source] = await connector.identify(session);
    if (source !== undefined) return { account: source.account };
    return { problem: { message: `${connector.title} named no account.`, step: TRIED_AGAIN } };
  } catch (error) {
    return { problem: problemIn(error, connector.title) };
  } finally {
    access.close();
  }
}

const TRIED_AGAIN = 'Nothing to do: it is tried again at the next scan.';

function problemIn(error: unknown, title: string): Notice {
  if (error instanceof ReadRefusedError) {
    const { reason, step } = error.refusal;
    return { message: `${title} can not be read yet: ${reason}.`, step };
  }
  if (error instanceof UserActionError) return { message: error.message, step: error.step };
  if (error instanceof VendorFailedError) return { message: error.message, step: TRIED_AGAIN };
  throw error;
}
