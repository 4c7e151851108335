import { z } from 'zod';

// https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token

const Parameter = z.object({
  name: z.string(),
  value: z.string().optional(),
  /** A whole number as text. */
  intValue: z.string().optional(),
  multiValue: z.array(z.string()).optional(),
});

const AppEvent = z
  .object({
    /** `authorize`, `revoke` or `activity`. */
    name: z.string().min(1),
    parameters: z.array(Parameter).optional(),
  })
  // An event of nobody's app would make its grant disappear.
  .refine(({ parameters }) => parameters?.some(({ name, value }) => name === 'client_id' && value), {
    path: ['parameters', 'client_id'],
  });
export type AppEvent = z.output<typeof AppEvent>;

const Activity = z.object({
  id: z.object({ time: z.iso.datetime({ offset: true }), uniqueQualifier: z.string().optional() }),
  /** Opaque; absent where no person did it. */
  actor: z.object({ profileId: z.string().optional() }).optional(),
  events: z.array(AppEvent),
});
export type Activity = z.output<typeof Activity>;

export const ActivitiesPage = z.object({
  nextPageToken: z.string().optional(),
  items: z.array(Activity).optional(),
});
