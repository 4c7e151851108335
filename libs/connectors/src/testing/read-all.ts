import type { Connector, Session } from '../contract/connector.js';
import type { Capability, Fact, Facts } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';

export interface ReadResult {
  readonly facts: readonly Fact[];
  readonly receipts: readonly Receipt[];
}

/** Everything one read yields, facts and receipts apart. For tests: it holds all records in memory. */
export async function readAll<C extends Capability, S extends Session>(
  connector: Connector<C, S>,
  session: S,
): Promise<ReadResult> {
  const facts: Fact[] = [];
  const receipts: Receipt[] = [];
  const yielded: AsyncIterable<Facts[Capability] | Receipt> = connector.read(session);
  for await (const item of yielded) {
    if (item.kind === 'receipt') receipts.push(item);
    else facts.push(item);
  }
  return { facts, receipts };
}

export function fieldsOf(facts: readonly Fact[]): readonly Facts['fields'][] {
  return facts.filter((fact) => fact.kind === 'field');
}

export function recordsOf(facts: readonly Fact[]): readonly Facts['records'][] {
  return facts.filter((fact) => fact.kind === 'records');
}

export function peopleOf(facts: readonly Fact[]): readonly Facts['people'][] {
  return facts.filter((fact) => fact.kind === 'person');
}

export function appsOf(facts: readonly Fact[]): readonly Facts['apps'][] {
  return facts.filter((fact) => fact.kind === 'app');
}
