import { ReadRefusedError } from '../contract/error.js';
import type { AppFact, Source } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { readAppGrants } from './app-grants.js';
import { type AppLogReading, readAppLog } from './app-log.js';
import type { GoogleMemory } from './google-memory.js';
import { rights } from './google-rights.js';

/** Apps of others with access: by the log alone, or by Google's list where the owner switched that right on. */
export async function* readApps(
  session: VendorSession,
  source: Source,
  memory: GoogleMemory,
): AsyncGenerator<AppFact, ResourceEnd> {
  if (session.granted?.has(rights.appGrants) === true) {
    yield* withReadings(await readAppGrants(session, source), await logIfTold(session, source, memory));
    return {};
  }
  const { facts, window } = await logOf(session, source, memory);
  yield* facts;
  return { window };
}

async function logOf(session: VendorSession, source: Source, memory: GoogleMemory): Promise<AppLogReading> {
  const reading = await readAppLog(session, source, memory.apps);
  memory.learn({ apps: reading.memory });
  return reading;
}

/** The list says who has access; the log adds what was read, and is not missed where Google does not give it. */
async function logIfTold(
  session: VendorSession,
  source: Source,
  memory: GoogleMemory,
): Promise<AppLogReading | null> {
  try {
    return await logOf(session, source, memory);
  } catch (error) {
    if (error instanceof ReadRefusedError) return null;
    throw error;
  }
}

function withReadings(listed: readonly AppFact[], log: AppLogReading | null): readonly AppFact[] {
  const logged = new Map(log?.facts.map((fact) => [fact.clientId, fact]));
  return listed.map((fact) => {
    const { reads, lastSeen } = logged.get(fact.clientId) ?? {};
    return { ...fact, ...(reads && { reads }), ...(lastSeen !== undefined && { lastSeen }) };
  });
}
