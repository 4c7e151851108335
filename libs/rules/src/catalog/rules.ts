import type { Rule } from '../engine/rule.js';
import { accessDeparted } from './access/access-departed.js';
import { accessExcessRole } from './access/access-excess-role.js';
import { accessInactive } from './access/access-inactive.js';
import { accessPublicFile } from './access/access-public-file.js';
import { accessSharedAccount } from './access/access-shared-account.js';
import { accessUndeclaredPerson } from './access/access-undeclared-person.js';
import { accessWeakLogin } from './access/access-weak-login.js';
import { appAi } from './app/app-ai.js';
import { appExcessScope } from './app/app-excess-scope.js';
import { appNew } from './app/app-new.js';
import { appUndeclared } from './app/app-undeclared.js';
import { consentConflict } from './consent/consent-conflict.js';
import { consentMissing } from './consent/consent-missing.js';
import { fieldFreeText } from './field/field-free-text.js';
import { fieldMissing } from './field/field-missing.js';
import { fieldNew } from './field/field-new.js';
import { fieldSensitive } from './field/field-sensitive.js';
import { fieldUndeclared } from './field/field-undeclared.js';
import { fieldUnused } from './field/field-unused.js';
import { fieldWrongSystem } from './field/field-wrong-system.js';
import { programAudit } from './program/program-audit.js';
import { programPolicyReview } from './program/program-policy-review.js';
import { programTraining } from './program/program-training.js';
import { programVetting } from './program/program-vetting.js';
import { purposeMismatch } from './purpose/purpose-mismatch.js';
import { retentionNotPropagated } from './retention/retention-not-propagated.js';
import { retentionOverdue } from './retention/retention-overdue.js';
import { retentionUndated } from './retention/retention-undated.js';
import { vendorDpa } from './vendor/vendor-dpa.js';
import { vendorTrainsAi } from './vendor/vendor-trains-ai.js';
import { vendorUndeclaredPayee } from './vendor/vendor-undeclared-payee.js';
import { vendorUnvetted } from './vendor/vendor-unvetted.js';

/** Every rule, in the order of the catalogue. A rule that is not here does not run. */
export const rules: readonly Rule[] = [
  fieldUndeclared,
  fieldWrongSystem,
  fieldSensitive,
  fieldFreeText,
  fieldUnused,
  fieldMissing,
  fieldNew,
  purposeMismatch,
  accessUndeclaredPerson,
  accessExcessRole,
  accessDeparted,
  accessInactive,
  accessWeakLogin,
  accessSharedAccount,
  accessPublicFile,
  appUndeclared,
  appAi,
  appExcessScope,
  appNew,
  retentionOverdue,
  retentionUndated,
  retentionNotPropagated,
  consentMissing,
  consentConflict,
  vendorUnvetted,
  vendorTrainsAi,
  vendorDpa,
  vendorUndeclaredPayee,
  programPolicyReview,
  programAudit,
  programTraining,
  programVetting,
];
