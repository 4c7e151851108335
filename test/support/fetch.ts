/**
 * Jest gives each sandbox the fetch of the process around it, which no dispatcher set inside the sandbox can reach. The
 * same fetch, from its package, obeys the dispatcher that is set here; loaded only by the specs that fetch.
 */
globalThis.fetch = async (input, init) => {
  const undici = await import('undici');
  const answer = await undici.fetch(
    input as Parameters<typeof undici.fetch>[0],
    init as Parameters<typeof undici.fetch>[1],
  );
  return answer;
};
