/** Stored beside every verdict; raised whenever verdicts can change, so that a scan knows what to judge again. */
export const CLASSIFIER_VERSION = '15';
