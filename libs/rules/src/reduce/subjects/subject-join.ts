import type { RecordsFact } from '#connectors/contract/fact.js';
import { BugError } from '#connectors/contract/error.js';
import { UNCLAIMED } from '../../engine/inventory.js';
import type { Measures, SystemMeasures } from '../../engine/measures.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { Policy } from '../../policy/policy.js';
import { readCustomers } from './customer-reader.js';
import { dayOf } from './day.js';
import { HeldRecords } from './held-records.js';
import { KeyTable } from './key-table.js';
import { measureAges } from './measure-ages.js';
import { isOptOutUnread, measureConsent } from './measure-consent.js';
import { measureDeletions } from './measure-deletions.js';
import { RetentionJudge } from './measure-retention.js';
import { type Keyed, RecordKeys } from './record-keys.js';
import { planOf, type RecordPlan } from './record-plan.js';
import { resolveSubjects, type Subjects } from './resolve-subjects.js';
import { Flag, Resource } from './resource.js';
import { SalesReader } from './sales-reader.js';
import { SubjectFacts } from './subject-facts.js';
import { SAMPLE_SIZE } from './tally.js';
import { TransactionWords } from './transaction.js';
import { isReadInFull, isReturnHidden, type ReadSystem, readTriggers } from './trigger-readings.js';

/** A line of the erasure list: someone who asked to be deleted. */
export interface ErasureRequest {
  readonly email?: string;
  readonly phone?: string;
  /** YYYY-MM-DD; "" if unreadable: the request stands. */
  readonly date: string;
}

/** One customer across all tools (E8 to E14), in memory, while the records stream by. Used once. */
export interface SubjectJoin {
  /** Takes records of customers and lines of sales; each resource once, in batches, in any order. */
  add(fact: RecordsFact): void;
  /** Says that an erasure list was read, also an empty one. */
  addErasures(requests: Iterable<ErasureRequest>): void;
  /** Call once, when everything was read. `asOf` is YYYY-MM-DD. Throws a BugError when called again. */
  finish(systems: readonly ReadSystem[], asOf: string): Measures;
}

/** `keyed` is HMAC-SHA-256 under a random key that its owner drops with the scan (law 1). */
export function createSubjectJoin({
  policy,
  keyed,
  sampleSize = SAMPLE_SIZE,
}: {
  readonly policy: Policy;
  readonly keyed: Keyed;
  /** Record references in a tally: 20 for what is stored; Infinity for a list that a person reads once. */
  readonly sampleSize?: number;
}): SubjectJoin {
  return new StreamingJoin(policy, keyed, sampleSize);
}

interface OpenResource {
  readonly resource: Resource;
  readonly sales: SalesReader | null;
}

class StreamingJoin implements SubjectJoin {
  private readonly policy: Policy;
  private readonly sampleSize: number;
  private readonly table = new KeyTable();
  private readonly keys: RecordKeys;
  private readonly words = new TransactionWords();
  private readonly resources = new Map<string, OpenResource>();
  private readonly plans = new WeakMap<RecordsFact['fields'], RecordPlan>();
  private erasures: Resource | null = null;
  private isFinished = false;

  constructor(policy: Policy, keyed: Keyed, sampleSize: number) {
    this.policy = policy;
    this.sampleSize = sampleSize;
    this.keys = new RecordKeys(policy, keyed, this.table);
  }

  add(fact: RecordsFact): void {
    const { system } = fact.source;
    // A file that nobody claims takes no part in joins (E26), nor do companies and deals: they are nobody.
    if (fact.notPeople || system === UNCLAIMED || !this.policy.systems.has(system)) return;
    const plan = this.planOf(fact);
    const { resource, sales } = this.resourceOf(fact, plan);
    if (sales === null) readCustomers(resource, fact, plan, this.keys);
    else sales.read(fact, plan);
  }

  addErasures(requests: Iterable<ErasureRequest>): void {
    this.erasures ??= new Resource({
      system: '',
      connector: 'exports',
      object: 'erasure',
      list: null,
      isSales: true,
    });
    for (const { email = '', phone = '', date } of requests) {
      this.keys.begin();
      this.keys.readEmails(email);
      this.keys.readPhones(phone);
      const entry = this.erasures.keys.add(this.keys.keys);
      this.erasures.created.set(entry, dayOf(date));
      if (this.keys.isStaff) this.erasures.flags.set(entry, Flag.staff);
    }
  }

  finish(systems: readonly ReadSystem[], asOf: string): Measures {
    if (this.isFinished) throw new BugError({ message: 'A join was finished twice' });
    this.isFinished = true;
    const resources = this.closedResources();
    const { erasures } = this;
    const kinds = this.table.kindsAndForget();
    const subjects = resolveSubjects(erasures === null ? resources : [...resources, erasures], kinds);
    const facts = new SubjectFacts(resources, erasures, subjects, dayOf(asOf));
    const triggers = readTriggers(resources, systems, asOf);
    const isHidden = isReturnHidden(resources, systems, asOf);
    return {
      triggers,
      systems: systems
        .filter(({ system }) => system !== UNCLAIMED)
        .map((system) => this.measuresOf(system, resources, subjects, facts, triggers, isHidden)),
      erasureRequests: erasures === null ? null : erasures.size,
      optOutsUnread: [...new Set(resources.filter(isOptOutUnread).map(({ system }) => system))].toSorted(),
    };
  }

  private measuresOf(
    system: ReadSystem,
    resources: readonly Resource[],
    subjects: Subjects,
    facts: SubjectFacts,
    triggers: Measures['triggers'],
    isHidden: boolean,
  ): SystemMeasures {
    const { policy, sampleSize } = this;
    const name = system.system;
    const own = resources.filter((resource) => resource.system === name);
    const held = new HeldRecords(own, subjects);
    return {
      system: name,
      retention: policy.retention.map((entry) =>
        new RetentionJudge(entry, name, facts, triggers, isReadInFull(system)).measure(held, sampleSize),
      ),
      ages: measureAges(held, facts),
      consent: measureConsent(own, subjects, facts, policy, sampleSize),
      deletions: measureDeletions(name, held, facts, policy, triggers, isHidden, sampleSize),
    };
  }

  private planOf({ fields, source }: RecordsFact): RecordPlan {
    const known = this.plans.get(fields);
    if (known) return known;
    const evidence = new Set(
      this.policy.consent.flatMap((entry) => {
        const name = entry.evidence.get(source.system);
        return name === undefined ? [] : [comparableName(name)];
      }),
    );
    const plan = planOf(fields, evidence, this.policy.country);
    this.plans.set(fields, plan);
    return plan;
  }

  private resourceOf(fact: RecordsFact, plan: RecordPlan): OpenResource {
    const { source, object } = fact;
    const { system, connector } = source;
    const list = fact.list ?? null;
    const key = JSON.stringify([system, object, list, plan.isSales]);
    const known = this.resources.get(key);
    if (known) return known;
    const resource = new Resource({ system, connector, object, list, isSales: plan.isSales });
    const sales = plan.isSales ? new SalesReader(resource, this.keys, this.words) : null;
    const open = { resource, sales };
    this.resources.set(key, open);
    return open;
  }

  /** In an order that does not depend on which came first (law 6). */
  private closedResources(): readonly Resource[] {
    const sorted = [...this.resources].toSorted(([left], [right]) => (left < right ? -1 : 1));
    for (const [, { sales }] of sorted) sales?.finish();
    return sorted.map(([, { resource }]) => resource);
  }
}
