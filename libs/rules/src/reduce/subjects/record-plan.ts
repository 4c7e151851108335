import type { ColumnRole, FieldFact } from '#connectors/contract/fact.js';
import { comparableName } from '../../policy/comparable-name.js';

/** Which cells of a row say what; indices into the row, in its order. */
export interface RecordPlan {
  readonly emails: readonly number[];
  readonly phones: readonly number[];
  readonly ownKeys: readonly number[];
  /** All columns with keys: equal cells mean the same customer as in the row before. */
  readonly keyColumns: readonly number[];
  readonly recordId: number | null;
  readonly created: readonly number[];
  readonly activity: readonly number[];
  readonly optIns: readonly number[];
  /** Those of the opt-ins that confirm one (double opt-in). */
  readonly confirmations: readonly number[];
  readonly optOuts: readonly number[];
  readonly legalBasis: number | null;
  /** The fields that the policy names as evidence of consent. */
  readonly namedEvidence: readonly number[];
  /** Of the policy: how its own fields write dates. */
  readonly country: string | null;
  readonly purchaseDates: readonly number[];
  readonly purchaseType: number | null;
  readonly purchaseNumber: number | null;
  readonly amount: number | null;
  readonly status: number | null;
  /** Lines of a sales report rather than records of customers. */
  readonly isSales: boolean;
}

const LEGAL_BASIS = /^(hs_)?legal[ _]basis/u;
const CONFIRMATION = /confirm/iu;

/** Reads the roles of the columns once per batch of rows; `evidence` are comparable names of fields. */
export function planOf(
  fields: readonly FieldFact[],
  evidence: ReadonlySet<string>,
  country: string | null,
): RecordPlan {
  const of = (role: ColumnRole): number[] => indicesWhere(fields, (field) => field.role === role);
  const first = (role: ColumnRole): number | null => of(role)[0] ?? null;
  const emails = of('email');
  const phones = of('phone');
  const ownKeys = of('own_key');
  const optIns = of('opt_in');
  const purchaseDates = of('purchase_date');
  const isTransaction = (['purchase_type', 'purchase_number', 'amount'] as const).some(
    (role) => first(role) !== null,
  );
  return {
    emails,
    phones,
    ownKeys,
    keyColumns: [...emails, ...phones, ...ownKeys],
    recordId: first('record_id'),
    created: of('created'),
    activity: of('activity'),
    optIns,
    confirmations: optIns.filter((index) => CONFIRMATION.test(fields[index]?.name ?? '')),
    optOuts: of('opt_out'),
    legalBasis: indicesWhere(fields, ({ name }) => LEGAL_BASIS.test(comparableName(name)))[0] ?? null,
    namedEvidence: indicesWhere(fields, ({ name, label }) =>
      [name, label].some((one) => evidence.has(comparableName(one))),
    ),
    country,
    purchaseDates,
    purchaseType: first('purchase_type'),
    purchaseNumber: first('purchase_number'),
    amount: first('amount'),
    status: first('status'),
    isSales: purchaseDates.length > 0 && isTransaction,
  };
}

function indicesWhere(fields: readonly FieldFact[], holds: (field: FieldFact) => boolean): number[] {
  return fields.flatMap((field, index) => (holds(field) ? [index] : []));
}
