import { isIn } from '#scanner/example/planted.js';
import { loginsOf } from '#scanner/example/staff-lists.js';
import { hubspotLogins, type Login } from '#scanner/example/staff-logins.js';
import type { Setting } from '#scanner/example/setting.js';

/** Who is a user of the account, and who was one. */
export class HubspotStaff {
  private readonly removed = new Set<string>();
  private readonly setting: Setting;

  // Written out: the demo runs without a compiler, which only strips types.
  constructor(setting: Setting) {
    this.setting = setting;
  }

  /** As somebody with the right to does it under Settings > Users & Teams. */
  remove(email: string): void {
    this.removed.add(email);
  }

  users(): readonly Login[] {
    return loginsOf(hubspotLogins, this.setting).filter(({ email }) => !this.removed.has(email));
  }

  former(): readonly Login[] {
    return hubspotLogins.filter((login) => !isIn(this.setting.state, login) || this.removed.has(login.email));
  }
}
