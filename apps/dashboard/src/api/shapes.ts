import type { components, operations } from './openapi-types.js';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

/** What an operation answers with when all is well. */
export type AnswerTo<Name extends keyof operations> = operations[Name]['responses'] extends infer Answers
  ? Json<Answers[Extract<keyof Answers, 200 | 201 | 202>]>
  : never;

export type Organization = components['schemas']['Organization'];
export type ListedFinding = components['schemas']['ListedFinding'];
export type OverviewAnswer = AnswerTo<'getOverview'>;
export type TrendAnswer = AnswerTo<'getTrend'>;
export type Connection = components['schemas']['Connection'];
export type Upload = components['schemas']['Upload'];
export type Connector = components['schemas']['Connector'];
export type Severity = ListedFinding['severity'];
export type FindingWhole = components['schemas']['FindingWhole'];
export type ScanJob = components['schemas']['ScanJob'];
export type ScanJobWithReceipts = components['schemas']['ScanJobWithReceipts'];
export type RuleBroken = components['schemas']['RuleBroken'];
export type SystemRead = components['schemas']['SystemRead'];
export type DataMapAnswer = AnswerTo<'getDataMap'>;
export type DataMapCell = DataMapAnswer['items'][number];
export type DataFlowAnswer = AnswerTo<'getDataFlow'>;
export type AccessAnswer = AnswerTo<'getAccess'>;
export type AppsAnswer = AnswerTo<'getApps'>;
export type RetentionAnswer = AnswerTo<'getRetention'>;
export type TermInSystem = RetentionAnswer['items'][number];
