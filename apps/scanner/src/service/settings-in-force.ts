/** By which the program is handed its settings (type Settings). */
export const SETTINGS_IN_FORCE = Symbol('settings');
