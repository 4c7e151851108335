import { ReadRefusedError } from '../contract/error.js';
import type { FileFact } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { Member } from './directory.schema.js';
import { type DriveFile, PERMISSION_FIELDS, type Permission, PermissionsPage } from './drive.schema.js';
import { googleCalls } from './google-calls.js';
import { allOf, googlePages } from './google-read.js';
import { rights } from './google-rights.js';
import { membersOf } from './group-members.js';
import { domainOf, type OwnPlace } from './who-is-outside.js';

/** How far a file is shared, without anybody's name. */
export type Circle = Pick<FileFact, 'sharedWith' | 'outsideDomains' | 'outsidePeople'>;

/** What a search already tells of a file. */
export type FoundAs = 'anyone' | 'anyone with the link' | null;

/** Tells for files who outside can open them. Groups are asked for once. */
export class FileSharing {
  /** Groups of our own whose members are not told. */
  hasUnknownGroups = false;
  private readonly outsiders = new Map<string, Promise<readonly string[] | null>>();

  constructor(
    private readonly session: VendorSession,
    private readonly place: OwnPlace,
  ) {}

  /** Null: nobody outside. `not told`: this login may not see it. */
  async of(file: DriveFile, foundAs: FoundAs): Promise<Circle | 'not told' | null> {
    const permissions = await this.permissionsOf(file);
    // An owner or organizer always is there: nobody at all means that it is not told.
    if (permissions === null || permissions.length === 0) {
      return foundAs === null ? 'not told' : { sharedWith: foundAs, outsideDomains: [], outsidePeople: 0 };
    }
    const owners = new Set(file.owners?.map(({ emailAddress = '' }) => emailAddress.toLowerCase()));
    const others = permissions.filter(
      ({ deleted, emailAddress = '' }) => deleted !== true && !owners.has(emailAddress.toLowerCase()),
    );
    const domains = others.flatMap(({ type, domain = '' }) =>
      type === 'domain' && domain !== '' && !this.place.isOwnDomain(domain) ? [domain.toLowerCase()] : [],
    );
    const people = new Set((await Promise.all(others.map(async (one) => this.peopleIn(one)))).flat());
    const sharedWith =
      foundAs ?? (domains.length > 0 ? 'another organization' : people.size > 0 ? 'people outside' : null);
    if (sharedWith === null) return null;
    return {
      sharedWith,
      outsideDomains: [...new Set([...domains, ...[...people].map(domainOf)])].toSorted(),
      outsidePeople: people.size,
    };
  }

  /** Addresses outside, for counting. */
  private async peopleIn({ type, emailAddress = '' }: Permission): Promise<readonly string[]> {
    if ((type !== 'user' && type !== 'group') || emailAddress === '') return [];
    if (!this.place.isOwnAddress(emailAddress)) return [emailAddress.toLowerCase()];
    if (type === 'user') return [];
    const outsiders = await this.outsidersIn(emailAddress.toLowerCase());
    if (outsiders === null) this.hasUnknownGroups = true;
    return outsiders ?? [];
  }

  private async outsidersIn(group: string): Promise<readonly string[] | null> {
    const known = this.outsiders.get(group);
    if (known !== undefined) return known;
    const asked = membersOf(this.session, group).then(
      (members) => members?.flatMap((member) => this.ifOutside(member)) ?? null,
    );
    this.outsiders.set(group, asked);
    return asked;
  }

  private ifOutside({ email = '' }: Member): readonly string[] {
    return email === '' || this.place.isOwnAddress(email) ? [] : [email.toLowerCase()];
  }

  /** Drive lists them for whoever may share the file; in shared drives they are asked for one by one. */
  private async permissionsOf({
    id,
    driveId,
    permissions,
  }: DriveFile): Promise<readonly Permission[] | null> {
    if (driveId === undefined || permissions !== undefined) return permissions ?? null;
    const pages = googlePages(this.session, rights.files, PermissionsPage, {
      call: (page) =>
        googleCalls.filePermissions({
          fileId: id,
          pageSize: 100,
          fields: `nextPageToken,permissions(${PERMISSION_FIELDS})`,
          ...page,
        }),
      items: (answer) => answer.permissions ?? [],
    });
    try {
      return await allOf(pages);
    } catch (error) {
      if (error instanceof ReadRefusedError && error.refusal.status === 'unsupported') return null;
      throw error;
    }
  }
}
