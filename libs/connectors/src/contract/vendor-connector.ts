import type { Connector, Limit, RateLimit } from './connector.js';
import type { Capability } from './fact.js';
import type { Refusal } from './refusal.js';
import type { VendorAnswer, VendorSession, Verdict } from './vendor-access.js';

/** How the vendor's OAuth differs from the standard (RFC 6749), as data. URLs are https. */
export interface OAuthFacts {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  /** Null where the vendor has none. */
  readonly revokeUrl: string | null;
  /** Where client id and secret go in a token request. */
  readonly clientAuthentication: 'body' | 'basic';
  readonly pkce: boolean;
  /** The host of a loopback redirect that the vendor takes; null: none, so paste-back. */
  readonly loopbackHost: 'localhost' | '127.0.0.1' | null;
  /** Sent with every authorization request, beside the standard ones. */
  readonly authorizeParameters: Readonly<Record<string, string>>;
  /** Sent with every token request: Intuit tells when a login ends for good only to those who ask. */
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** Rights that no capability asks for: `oauth` at HubSpot. */
  readonly baseScopes: readonly string[];
  /** The parameter that optional rights are sent in; null: they go with the others (a person may untick them). */
  readonly optionalScopesParameter: string | null;
  /** Brings a token answer into the standard's form, with `scope` as a list separated by spaces where it tells. */
  readonly standardAnswer?: (answer: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The parameter of the redirect that names the account: `realmId` at QuickBooks. */
  readonly accountParameter: string | null;
  /** Whether a refresh gives a new refresh token that replaces the old one. */
  readonly refreshTokenRotates: boolean;
  /** The app's client id stands in the token answer or not at all; days until a refresh token dies by itself, null: never. */
  readonly refreshTokenDays: number | null;
}

/** A step of a guide, for somebody who has never seen the vendor's developer pages. `copy`: what to paste there. */
export interface GuideStep {
  readonly text: string;
  /** Given the redirect address in use. */
  readonly copy?: (redirectUri: string) => string;
}

/** A condition the vendor sets, with where and when it was seen. */
export interface VendorCondition {
  readonly text: string;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly seen: string;
}

/** What the vendor tells no program, in the words of the receipt that says so, and how a person fills the gap. */
export type NotTold = Pick<Refusal, 'reason' | 'step'>;

/** What a whole reading asks for, of things that there can be many of. */
export interface ReadingCost {
  /** In the plural: "contacts". */
  readonly of: string;
  /** So many requests for `per` of them. */
  readonly requests: number;
  readonly per: number;
  /** One of `partLimits`, where a stricter limit holds for these requests. */
  readonly part?: string;
}

/** Something a person types in to connect. */
export interface ConnectField {
  readonly name: 'client_id' | 'client_secret' | 'key' | 'refresh_token' | 'account' | 'subject';
  readonly label: string;
  readonly isSecret: boolean;
  /** What it looks like, checked before anything is sent. */
  readonly pattern: RegExp;
}

/** A way to connect, in the order the guide offers them. */
export interface WayToConnect {
  readonly id: 'key' | 'oauth' | 'paste-back' | 'refresh-token' | 'service-account';
  readonly title: string;
  /** Where it works: on a laptop, on a server with https, or both. */
  readonly where: readonly ('laptop' | 'server')[];
  readonly guide: readonly GuideStep[];
  readonly fields: readonly ConnectField[];
}

/** A tool that is read over the network, as a data sheet. */
export interface VendorConnector<C extends Capability> extends Connector<C, VendorSession> {
  readonly rateLimit: RateLimit;
  /** Stricter limits of parts of the vendor's interface, by the name that a read gives. */
  readonly partLimits?: Readonly<Record<string, Limit>>;
  readonly costs: readonly ReadingCost[];
  /** The only hosts that are ever spoken to, OAuth included; a "next page" on another host is refused. */
  readonly hosts: readonly string[];
  /** Whole host names, lower case, of a vendor that keeps each account in one of its data centres. Not a global pattern. */
  readonly dataCentres?: RegExp;
  /** POST requests that only read, by path; everything else but GET and the OAuth token requests is refused. */
  readonly readsByPost: readonly RegExp[];
  readonly oauth: OAuthFacts;
  readonly ways: readonly WayToConnect[];
  /** Where the vendor has no right that only reads: the sentence that says so to whoever connects (law 3). */
  readonly noReadOnlyRight?: string;
  readonly conditions: readonly VendorCondition[];
  readonly cannotRead: readonly NotTold[];
  /**
   * The address of a record in the vendor's own screens; null for what has no page there, or an id of another kind. Absent
   * where the vendor documents none. `object`: the connector's word for what the record is of.
   */
  readonly recordPage?: (record: {
    readonly account: string;
    readonly object: string;
    readonly id: string;
  }) => string | null;
  /** Where to look at what was granted, or to take it back, in the vendor's own screens. */
  readonly revokeByHand: string;
  verdictOf(answer: VendorAnswer): Verdict;
}

/** Keeps the literal capability set of a connector. */
export function defineVendorConnector<C extends Capability>(
  connector: VendorConnector<C>,
): VendorConnector<C> {
  return connector;
}
