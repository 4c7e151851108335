/** How the service is started on this computer. Paths are absolute. */
export interface ServiceStart {
  readonly node: string;
  readonly nodeOptions: readonly string[];
  readonly script: string;
  /** Where relative paths in settings begin. */
  readonly folder: string;
  readonly dataDirectory: string;
  /** Holds settings, one NAME=value a line; need not be there. */
  readonly settingsFile: string;
}

/** What makes the operating system start the service by itself, and again when it ends. */
export interface ServiceFile {
  readonly file: string;
  readonly content: string;
  readonly encoding: 'utf8' | 'utf16le';
  /** Run in this order, each with its arguments apart. */
  readonly commands: readonly (readonly string[])[];
  /** How it is stopped for good. */
  readonly undo: string;
}

/** The program and its arguments. */
export function commandLine({
  node,
  nodeOptions,
  script,
  dataDirectory,
}: ServiceStart): readonly [string, ...string[]] {
  return [node, ...nodeOptions, script, 'serve', '--data-dir', dataDirectory];
}

export function xmlText(text: string): string {
  return text.replaceAll(/[<>&"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
