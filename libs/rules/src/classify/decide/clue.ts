import type { FieldEvidence } from '../classifier.js';
import type { ModelGuess } from '../model/field-model.js';
import type { Reading } from '../reading/read-words.js';
import type { ValueProfile } from '../values/value-profile.js';
import type { TypeClass } from './declared-type.js';
import type { ObjectKind } from './object-kind.js';

/** All that is known of a field, read and prepared. */
export interface Clue {
  readonly evidence: FieldEvidence;
  readonly label: Reading;
  readonly name: Reading;
  readonly object: ObjectKind;
  readonly type: TypeClass;
  readonly profile: ValueProfile;
  readonly guess: ModelGuess | undefined;
}
