import { CLASSIFIER_VERSION } from '../classify/classifier-version.js';

/** Raised whenever a rule says something else of the same policy and data, so that what goes away by it is not called fixed (E22). */
const RULE_TEXTS_AND_LOGIC = '5';

/** The version of everything that judges: rules and classifier. */
export const RULES_VERSION = `${RULE_TEXTS_AND_LOGIC}+${CLASSIFIER_VERSION}`;
