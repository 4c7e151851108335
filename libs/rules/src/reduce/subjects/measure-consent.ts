import type { ConsentMeasure } from '../../engine/measures.js';
import type { Policy, PolicyConsent } from '../../policy/policy.js';
import { Column } from './column.js';
import { NO_DAY, UNDATED } from './day.js';
import type { Subjects } from './resolve-subjects.js';
import { Flag, type Resource } from './resource.js';
import type { SubjectFacts } from './subject-facts.js';
import { RunningTally } from './tally.js';

/** Who is marketed to from the lists of one system, and with what right (E14, E34). */
export function measureConsent(
  resources: readonly Resource[],
  subjects: Subjects,
  facts: SubjectFacts,
  policy: Policy,
  sampleSize: number,
): readonly ConsentMeasure[] {
  return resources.flatMap((resource) => {
    const entries = policy.consent.filter(({ systems }) => systems.includes(resource.system));
    if (resource.isSales || entries.length === 0 || isOptOutUnread(resource)) return [];
    return [measureList(resource, subjects, facts, entries, sampleSize)];
  });
}

/**
 * HubSpot says in a column of its own who opted out, and an export shows the columns that somebody chose. Without it
 * nobody knows whom it markets to, nor who said no there (law 2).
 */
export function isOptOutUnread({ connector, isSales, size, offers }: Resource): boolean {
  return connector === 'hubspot' && !isSales && size > 0 && !offers.optOut;
}

function measureList(
  resource: Resource,
  subjects: Subjects,
  facts: SubjectFacts,
  entries: readonly PolicyConsent[],
  sampleSize: number,
): ConsentMeasure {
  const ofRecords = subjects.of.get(resource) ?? Column.ofIds();
  const conflicts = new RunningTally(sampleSize);
  const optedOutIn = new Set<string>();
  const marketed = new Uint8Array(subjects.count + 1);
  const inConflict = new Uint8Array(subjects.count + 1);
  let count = 0;
  forEachMarketed(resource, ofRecords, (subject, record) => {
    if (marketed[subject] === 0) count += 1;
    marketed[subject] = 1;
    const optOut = facts.optOuts.outside(subject, resource.system);
    if (optOut === null) return;
    const optIn = resource.optIn.get(record);
    // An opt-in here that is later than the opt-out there is a change of mind; an undated opt-out stands.
    if (optIn !== NO_DAY && optOut.day !== UNDATED && optIn > optOut.day) return;
    // She opted in on a day that can not be read: which came later, nobody knows (law 2).
    const isUnknown = optIn === NO_DAY && (resource.flags.get(record) & Flag.optInTime) !== 0;
    if (isUnknown && optOut.day !== UNDATED) return;
    conflicts.add(inConflict[subject] === 0, 1, resource.references, record);
    inConflict[subject] = 1;
    optedOutIn.add(optOut.system);
  });
  return {
    object: resource.object,
    list: resource.list,
    marketed: count,
    missing: entries.flatMap((entry) => {
      const flag = evidenceFlag(entry, resource);
      if (flag === null) return [];
      const evidence = entry.evidence.get(resource.system) ?? null;
      return [
        {
          requires: entry.requires,
          evidence,
          tally: tallyMissing(resource, ofRecords, subjects.count, flag, sampleSize),
        },
      ];
    }),
    conflicts: conflicts.tally(),
    optedOutIn: [...optedOutIn].toSorted(),
  };
}

/** Subjects whom no record of the list gives evidence of; the records are those that are marketed to. */
function tallyMissing(
  resource: Resource,
  ofRecords: Column,
  count: number,
  flag: number,
  sampleSize: number,
) {
  const hasEvidence = new Uint8Array(count + 1);
  for (let record = 0; record < resource.size; record += 1) {
    if ((resource.flags.get(record) & flag) !== 0) hasEvidence[ofRecords.get(record)] = 1;
  }
  const counted = new Uint8Array(count + 1);
  const tally = new RunningTally(sampleSize);
  forEachMarketed(resource, ofRecords, (subject, record) => {
    if (hasEvidence[subject] === 1) return;
    tally.add(counted[subject] === 0, 1, resource.references, record);
    counted[subject] = 1;
  });
  return tally.tally();
}

/** What a record must have; null where the list was read without the columns that could show it (law 2). */
function evidenceFlag({ requires, evidence }: PolicyConsent, { system, offers }: Resource): number | null {
  const isNamed = evidence.has(system);
  if (isNamed && !offers.namedEvidence) return null;
  if (requires === 'opt_in_timestamp') return isNamed || offers.optIn ? Flag.optInTime : null;
  if (isNamed) return Flag.namedEvidence;
  if (requires === 'double_opt_in') return offers.confirmed ? Flag.confirmed : null;
  return offers.legalBasis ? Flag.legalBasis : null;
}

function forEachMarketed(
  resource: Resource,
  ofRecords: Column,
  visit: (subject: number, record: number) => void,
): void {
  for (let record = 0; record < resource.size; record += 1) {
    const subject = ofRecords.get(record);
    const flags = resource.flags.get(record);
    if (subject !== 0 && (flags & Flag.marketed) !== 0 && (flags & Flag.tombstone) === 0)
      visit(subject, record);
  }
}
