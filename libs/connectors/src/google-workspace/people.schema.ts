import { z } from 'zod';

// Only what is read of a contact. https://developers.google.com/people/api/rest/v1/people

const text = z.string().optional();
const many = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape)).optional();
const values = many({ value: text });

const Contact = z.object({
  resourceName: z.string().min(1),
  names: many({
    displayName: text,
    givenName: text,
    middleName: text,
    familyName: text,
    phoneticGivenName: text,
    phoneticMiddleName: text,
    phoneticFamilyName: text,
    phoneticFullName: text,
    honorificPrefix: text,
    honorificSuffix: text,
  }),
  nicknames: values,
  birthdays: many({
    date: z
      .object({ year: z.number().optional(), month: z.number().optional(), day: z.number().optional() })
      .optional(),
    text,
  }),
  genders: values,
  locations: values,
  occupations: values,
  interests: values,
  locales: values,
  biographies: values,
  photos: many({ url: text, default: z.boolean().optional() }),
  memberships: many({ contactGroupMembership: z.object({ contactGroupId: text }).optional() }),
  miscKeywords: values,
  emailAddresses: values,
  phoneNumbers: many({ value: text, canonicalForm: text }),
  addresses: many({
    formattedValue: text,
    streetAddress: text,
    extendedAddress: text,
    poBox: text,
    city: text,
    region: text,
    postalCode: text,
    country: text,
  }),
  organizations: many({
    name: text,
    phoneticName: text,
    title: text,
    department: text,
    jobDescription: text,
  }),
  relations: many({ person: text }),
  urls: values,
  events: many({ date: z.unknown().optional(), type: text }),
  imClients: many({ username: text }),
  calendarUrls: many({ url: text }),
  externalIds: values,
  userDefined: many({ key: text, value: text }),
});
export type Contact = z.output<typeof Contact>;

export const ContactsPage = z.object({
  nextPageToken: z.string().optional(),
  totalItems: z.number().optional(),
  connections: z.array(Contact).optional(),
});

/** A page that was asked for custom fields alone. */
export const OwnFieldsPage = z.object({
  nextPageToken: z.string().optional(),
  totalItems: z.number().optional(),
  connections: z.array(Contact.pick({ resourceName: true, userDefined: true })).optional(),
});
