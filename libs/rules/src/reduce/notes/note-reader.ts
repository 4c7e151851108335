import type { FieldFact } from '#connectors/contract/fact.js';
import { findSpans } from '../../classify/spans/find-spans.js';
import { mayStandInNotes, noteKinds } from '../../policy/note-kinds.js';
import type { Policy } from '../../policy/policy.js';
import { isStaff } from '../../policy/staff.js';
import { ownCopy } from '../own-copy.js';
import { bitOf, type KindSet } from './kinds.js';
import { noteText } from './note-text.js';

/** Texts up to this length come again and again ("Birthday cake, 9 inch"); so many of them are remembered. */
const SHORT_TEXT = 200;
const REMEMBERED = 1_000;

/** Tells what kinds of personal or secret data stand in a note. No text outlives the scan (law 1). */
export class NoteReader {
  private readonly known = new Map<string, KindSet>();

  /** `policy` tells whose addresses are staff's, which are no customer data (E8); null where there is none yet. */
  constructor(private readonly policy: Policy | null = null) {}

  /** The kinds that nobody has to look up in the notes of a field, because the policy lets them stand there. */
  allowedIn({ source, name, label }: FieldFact): KindSet {
    const { policy } = this;
    if (policy === null) return 0;
    return noteKinds
      .filter((kind) => mayStandInNotes(policy, source.system, { name, label }, kind))
      .reduce((kinds, kind) => kinds | bitOf(kind), 0);
  }

  kindsIn(cell: string): KindSet {
    if (cell.length > SHORT_TEXT) return this.read(cell);
    const known = this.known.get(cell);
    if (known !== undefined) return known;
    const kinds = this.read(cell);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(ownCopy(cell), kinds);
    return kinds;
  }

  private read(cell: string): KindSet {
    const text = noteText(cell);
    let kinds: KindSet = 0;
    for (const { start, end, type } of findSpans(text)) {
      if (type === 'email' && this.isOurs(text.slice(start, end))) continue;
      kinds |= bitOf(type);
    }
    return kinds;
  }

  private isOurs(address: string): boolean {
    return this.policy !== null && isStaff(this.policy, address);
  }
}
