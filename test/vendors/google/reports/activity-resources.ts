import { BAKERY_DOMAIN } from '../directory/own-domains.js';
import type { StaffMember } from '../directory/staff.js';
import { etagOf, numericId } from '../google-ids.js';
import { isSignIn } from '../google-scopes.js';
import type { LoginEvent } from './login-events.js';
import { bytesOf, type TokenEvent } from './token-events.js';

/** One detail of an event; which of the values it has depends on its name. */
interface Parameter {
  readonly name: string;
  readonly value?: string;
  readonly intValue?: string;
  readonly boolValue?: boolean;
  readonly multiValue?: readonly string[];
  readonly multiMessageValue?: readonly { readonly parameter: readonly Parameter[] }[];
}

/** An event as a list of parameters, before it is dressed as an activity. */
export interface AuditEvent {
  readonly at: number;
  readonly application: 'token' | 'login';
  readonly type: string;
  readonly name: string;
  readonly member: StaffMember;
  readonly parameters: readonly Parameter[];
}

export function tokenAuditEvent(event: TokenEvent): AuditEvent {
  const { app, member } = event.grant;
  const client: readonly Parameter[] = [
    { name: 'client_id', value: app.clientId },
    { name: 'app_name', value: app.name },
  ];
  const clientType: Parameter = { name: 'client_type', value: 'WEB' };
  const { habit } = event;
  const parameters =
    habit === null
      ? [...client, clientType, ...scopeParameters(app.scopes)]
      : [
          { name: 'api_name', value: habit.api },
          { name: 'method_name', value: habit.method },
          ...client,
          // Whole numbers are text, as everywhere in Google's JSON.
          { name: 'num_response_bytes', intValue: String(bytesOf(event)) },
          clientType,
          { name: 'product_bucket', value: habit.bucket },
        ];
  return { at: event.at, application: 'token', type: 'auth', name: event.name, member, parameters };
}

export function loginAuditEvent({ at, name, member }: LoginEvent): AuditEvent {
  const parameters: readonly Parameter[] = [
    { name: 'login_type', value: 'google_password' },
    {
      name: 'login_challenge_method',
      multiValue: member.hasSecondFactor ? ['password', 'google_prompt'] : ['password'],
    },
    ...(name === 'login_success' ? [{ name: 'is_suspicious', boolValue: false }] : []),
  ];
  return { at, application: 'login', type: 'login', name, member, parameters };
}

/** As `activities.list` shows an event. */
export function activityResource(
  event: AuditEvent,
  customerId: string,
  seed: number,
): Readonly<Record<string, unknown>> {
  const { at, application, type, name, member, parameters } = event;
  return {
    kind: 'admin#reports#activity',
    id: {
      time: new Date(at).toISOString(),
      uniqueQualifier: `-${numericId(seed, `${application} ${name} ${at} ${member.id}`, 18)}`,
      applicationName: application,
      customerId,
    },
    etag: etagOf(application, name, at, member.id),
    actor: { callerType: 'USER', email: member.email, profileId: member.id },
    ownerDomain: BAKERY_DOMAIN,
    ipAddress: `203.0.113.${1 + (member.index % 200)}`,
    events: [{ type, name, parameters }],
  };
}

function scopeParameters(scopes: readonly string[]): readonly Parameter[] {
  return [
    {
      name: 'scope_data',
      multiMessageValue: scopes.map((scope) => ({
        parameter: [
          { name: 'scope_name', value: scope },
          { name: 'product_bucket', multiValue: bucketsOf(scope) },
        ],
      })),
    },
    { name: 'scope', multiValue: scopes },
  ];
}

function bucketsOf(scope: string): readonly string[] {
  if (isSignIn(scope)) return ['IDENTITY', 'OTHER'];
  if (scope.includes('drive')) return ['DRIVE'];
  if (scope.includes('mail')) return ['GMAIL'];
  if (scope.includes('calendar')) return ['CALENDAR'];
  if (scope.includes('contacts')) return ['CONTACTS'];
  return scope.includes('admin.') ? ['GSUITE_ADMIN'] : ['OTHER'];
}
