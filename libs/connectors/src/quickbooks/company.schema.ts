import { z } from 'zod';

/** What node-quickbooks gives of `GET /companyinfo/{realmId}`: only that the company can be read. */
export const Company = z.object({ Id: z.string() });

/** A value has one of these forms; an empty field has none. */
export const CustomField = z.object({
  Name: z.string(),
  StringValue: z.string().optional(),
  NumberValue: z.number().optional(),
  DateValue: z.string().optional(),
  BooleanValue: z.boolean().optional(),
});
export type CustomField = z.infer<typeof CustomField>;

/** What it gives of `GET /preferences`: two lists, of switches and of names, side by side. */
export const Preferences = z.object({
  SalesFormsPrefs: z.object({
    CustomField: z.array(z.object({ CustomField: z.array(CustomField) })).default([]),
  }),
});
export type Preferences = z.infer<typeof Preferences>;

export const QueryTotal = z.object({ QueryResponse: z.object({ totalCount: z.number() }) });

/** `GET /customer/{id}?include=enhancedAllCustomFields`. */
export const CustomFieldHolder = z.object({
  Customer: z.object({ Id: z.string(), CustomField: z.array(CustomField).default([]) }),
});
export type CustomFieldHolder = z.infer<typeof CustomFieldHolder>;

/** What stands in a custom field; "" if nothing does. */
export function valueOf({ StringValue, NumberValue, DateValue, BooleanValue }: CustomField): string {
  return String(StringValue ?? NumberValue ?? DateValue ?? BooleanValue ?? '');
}
