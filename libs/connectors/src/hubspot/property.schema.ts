import { z } from 'zod';

/** A property definition, as far as it is used. HubSpot may add types and leave out what is optional. */
const Property = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  options: z.array(z.object({ label: z.string() })).optional(),
  calculated: z.boolean().optional(),
  hubspotDefined: z.boolean().optional(),
});
export type Property = z.infer<typeof Property>;

/** GET /crm/properties/{version}/{type}: all at once, never in pages. */
export const PropertyList = z.object({ results: z.array(Property) });
