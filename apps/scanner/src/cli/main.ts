import 'reflect-metadata';
import { setSourceMapsSupport } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { commandsFor } from './commands.js';
import { FAILED, reportFailure } from './failure.js';

const FIRST_STEPS = `
To see what it does:   npx --no-install plumbline demo
To begin:              npx --no-install plumbline policy init
One command in full:   npx --no-install plumbline scan --help`;

// Failures name lines of what we wrote; nobody reads those of packages.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });

// V8 learns from the first thousand rows, which wait for the others, that rows live long, and puts all that follow where
// the quick collector does not come. Measured over a million rows: 130 MB more, and a fifth of the time.
setFlagsFromString('--no-allocation-site-pretenuring');

// A reader that has seen enough (head, less) closes the pipe: that is no failure, also where Commander writes.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && process.stdout.listenerCount('error') === 1) reportFailure(error);
});

// From here on no request leaves this process but through a guard.
installChokePoints();

const plumbline = new Command('plumbline').description(
  'Tells a small business when its tools have drifted from its own data policy.',
);
for (const command of await commandsFor(process.argv[2])) plumbline.addCommand(command.made, command.options);
plumbline.addHelpText('after', FIRST_STEPS);

for (const command of everyCommand(plumbline)) {
  command.exitOverride().showHelpAfterError('(add --help to see what this command takes)');
}

try {
  await plumbline.parseAsync();
} catch (error) {
  // Commander has printed its own words already; bad input is code 2 everywhere (E23).
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : FAILED;
  else reportFailure(error);
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
