const KEY = 'plumbline-organization';

/** The organization that was looked at last in this browser; a browser may keep nothing. */
export const lastOrganization = {
  read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  keep(id: string): void {
    try {
      localStorage.setItem(KEY, id);
    } catch {
      // Then the first one is shown next time.
    }
  },
};
