import type { Measures, RetentionMeasure, Trigger, TriggerReading } from '../../engine/measures.js';
import { keepIn } from '../../policy/keep-in.js';
import type { PolicyRetention, Term } from '../../policy/policy.js';
import { addTerm } from '../../policy/term.js';
import { type Day, dayOf, lastDayOverdue, NO_DAY } from './day.js';
import type { SubjectFacts } from './subject-facts.js';
import type { HeldRecords } from './held-records.js';
import { RunningTally } from './tally.js';

type Verdict = 'kept' | 'overdue' | 'undated' | 'unjudged';

/** One entry of the policy in one system, ready to judge subject after subject. */
export class RetentionJudge {
  private readonly entry: PolicyRetention;
  private readonly keep: Term;
  private readonly facts: SubjectFacts;
  /** The last day whose term has run out; 0 while nothing may be judged. */
  private readonly lastOverdue: Day;
  /** The feeds reach back further than the term: who is not in them did nothing for longer than it (E11). */
  private readonly isWindowLonger: boolean;
  private readonly isJudged: boolean;
  private readonly isSilenceKnown: boolean;

  constructor(
    entry: PolicyRetention,
    system: string,
    facts: SubjectFacts,
    triggers: Measures['triggers'],
    isReadInFull: boolean,
  ) {
    this.entry = entry;
    this.facts = facts;
    this.keep = keepIn(entry, system);
    const reading = triggers[entry.after];
    // Who is a lead, and who a customer that never bought, only the books can tell.
    const needed = entry.subjects === 'leads' ? (['last_purchase', entry.after] as const) : [entry.after];
    this.isJudged = isReadInFull && needed.every((trigger) => triggers[trigger].judgedAsOf !== null);
    this.isSilenceKnown = Object.values(triggers).every(({ judgedAsOf }) => judgedAsOf !== null);
    const end = reading.judgedAsOf;
    this.lastOverdue = end === null ? NO_DAY : lastDayOverdue(dayOf(end), this.keep);
    this.isWindowLonger = end !== null && isLonger(reading, end, this.keep);
  }

  /** Judges every subject of the entry's kind who has records in the system. */
  measure(held: HeldRecords, sampleSize: number): RetentionMeasure {
    const overdue = new RunningTally(sampleSize);
    const undated = new RunningTally(sampleSize);
    let subjects = 0;
    let unjudged = 0;
    held.forEach((subject, isFirst, records, references, record) => {
      if (this.facts.isCustomer(subject) !== (this.entry.subjects === 'customers')) return;
      const verdict = this.verdictOn(subject);
      if (isFirst) subjects += 1;
      if (isFirst && verdict === 'unjudged') unjudged += 1;
      if (verdict === 'overdue') overdue.add(isFirst, records, references, record, this.dayJudged(subject));
      if (verdict === 'undated') undated.add(isFirst, records, references, record);
    });
    return {
      subjects: this.entry.subjects,
      after: this.entry.after,
      keep: this.keep,
      held: subjects,
      unjudged,
      overdue: overdue.tally(),
      undated: undated.tally(),
    };
  }

  private dayJudged(subject: number): Day {
    const { after } = this.entry;
    return triggerDay(this.facts, subject, after) || otherDay(this.facts, subject, after);
  }

  private verdictOn(subject: number): Verdict {
    if (!this.isJudged || this.facts.hasUndatedPurchase(subject)) return 'unjudged';
    const trigger = triggerDay(this.facts, subject, this.entry.after);
    if (trigger !== NO_DAY) return trigger <= this.lastOverdue ? 'overdue' : 'kept';
    return this.isSilenceKnown ? this.verdictOnSilence(subject) : 'unjudged';
  }

  /** Neither purchase nor, for leads, activity in the time that was read (E11, E12). */
  private verdictOnSilence(subject: number): Verdict {
    const known = otherDay(this.facts, subject, this.entry.after);
    const isLead = this.entry.subjects === 'leads';
    if (known === NO_DAY && (isLead || !this.isWindowLonger)) return 'undated';
    if (!this.isWindowLonger) return 'unjudged';
    // Known within the term, and nothing hides before the window: not overdue yet, which is a verdict.
    return known <= this.lastOverdue ? 'overdue' : 'kept';
  }
}

/** The day that the entry counts from; a purchase is activity too. */
export function triggerDay(facts: SubjectFacts, subject: number, after: Trigger): Day {
  const purchase = facts.purchase[subject] ?? NO_DAY;
  return after === 'last_purchase' ? purchase : Math.max(purchase, facts.activity[subject] ?? NO_DAY);
}

/** The last day of whatever else is known of a subject without the trigger. */
export function otherDay(facts: SubjectFacts, subject: number, after: Trigger): Day {
  const created = facts.created[subject] ?? NO_DAY;
  return after === 'last_purchase' ? Math.max(created, facts.activity[subject] ?? NO_DAY) : created;
}

function isLonger({ coveredFrom }: TriggerReading, end: string, keep: Term): boolean {
  return coveredFrom === null || addTerm(coveredFrom, keep) <= end;
}
