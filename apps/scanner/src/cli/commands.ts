import type { Command, CommandOptions } from 'commander';

interface LoadedCommand {
  readonly made: Command;
  readonly options: CommandOptions;
}

/** Every command, in the order of the help, and where it stands. Only the one that is called is loaded: together they take seconds. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./scan.command.js')).scanCommand(),
  findings: async () => (await import('./findings.command.js')).findingsCommand(),
  report: async () => (await import('./report.command.js')).reportCommand(),
  list: async () => (await import('./list.command.js')).listCommand(),
  accept: async () => (await import('./accept.command.js')).acceptCommand(),
  baseline: async () => (await import('./baseline.command.js')).baselineCommand(),
  policy: async () => (await import('./policy.command.js')).policyCommand(),
  connect: async () => (await import('./connect.command.js')).connectCommand(),
  connections: async () => (await import('./connections.command.js')).connectionsCommand(),
  disconnect: async () => (await import('./disconnect.command.js')).disconnectCommand(),
  key: async () => (await import('./key.command.js')).keyCommand(),
  classify: async () => (await import('./classify.command.js')).classifyCommand(),
  backup: async () => (await import('./backup.command.js')).backupCommand(),
  restore: async () => (await import('./restore.command.js')).restoreCommand(),
  mail: async () => (await import('./mail.command.js')).mailCommand(),
  people: async () => (await import('./people.command.js')).peopleCommand(),
  serve: async () => (await import('./serve.command.js')).serveCommand(),
  service: async () => (await import('./service.command.js')).serviceCommand(),
  demo: async () => (await import('./demo.command.js')).demoCommand(),
};

/** Started by the service itself, and of no use to a person. */
const HIDDEN: Readonly<Record<string, () => Promise<Command>>> = {
  'scan-job': async () => (await import('./scan-job.command.js')).scanJobCommand(),
  'report-job': async () => (await import('./report-job.command.js')).reportJobCommand(),
  'list-job': async () => (await import('./list-job.command.js')).listJobCommand(),
  'document-job': async () => (await import('./document-job.command.js')).documentJobCommand(),
};

/** The command of that name; all of them where it is none of ours, for the help and for a message with the nearest name. */
export async function commandsFor(name: string | undefined): Promise<readonly LoadedCommand[]> {
  const hidden = HIDDEN[name ?? ''];
  if (hidden !== undefined) return [{ made: await hidden(), options: { hidden: true } }];
  const called = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name ?? ''] : undefined;
  const wanted = called === undefined ? Object.values(COMMANDS) : [called];
  const made = await Promise.all(wanted.map((load) => load()));
  return made.map((command) => ({ made: command, options: {} }));
}
