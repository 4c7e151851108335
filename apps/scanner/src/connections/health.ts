/** Something a person should know of a connection: what it is, and what to do. */
export interface Notice {
  readonly message: string;
  readonly step: string;
}

/** How a connection is. `untried`: signed in, but nothing was read with it yet. */
export interface Health {
  readonly state: 'works' | 'untried' | 'reconnect needed' | 'help needed';
  /** Why it does not work; null where it does. `of`: the login itself, which a renewal may mend, or reading with it. */
  readonly problem: (Notice & { readonly of: 'login' | 'reading' }) | null;
  /** It works, and still: a clock that is wrong, a login that ends soon. */
  readonly notices: readonly Notice[];
}

export const untried: Health = { state: 'untried', problem: null, notices: [] };

/** The vendor gave a new login in exchange for the old one, and it could not be kept. */
export function healthUnstored({ notices }: Health, title: string): Health {
  const message = `${title} renewed the login, but it could not be stored. The old one may not be good any more.`;
  const step = `Look whether the disk is full and the data directory can be written to. If the next scan can not read ${title}, connect it again.`;
  return { state: 'help needed', problem: { message, step, of: 'login' }, notices };
}

/** The same connection after the account could be read. */
export function working({ notices }: Health): Health {
  return { state: 'works', problem: null, notices };
}
