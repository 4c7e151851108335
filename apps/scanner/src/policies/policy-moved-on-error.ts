import { UserActionError } from '#connectors/contract/error.js';

/** Somebody else saved the policy since its author began: neither text may be lost. */
export class PolicyMovedOnError extends UserActionError {
  constructor() {
    super({
      message: 'Somebody else changed the policy in the meantime.',
      step: 'Look at the policy as it is now, and make your change there.',
    });
  }
}
