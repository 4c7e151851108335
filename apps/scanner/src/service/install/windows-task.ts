import path from 'node:path';
import { commandLine, type ServiceFile, type ServiceStart, xmlText } from './service-file.js';

const NAME = 'Plumbline';

/**
 * A task that starts when its user signs in, and again when it ends. Task Scheduler wants UTF-16.
 * https://learn.microsoft.com/en-us/windows/win32/taskschd/task-scheduler-schema
 */
export function windowsTask(start: ServiceStart): ServiceFile {
  const file = path.win32.join(start.dataDirectory, 'plumbline-task.xml');
  const [program, ...words] = commandLine(start);
  return {
    file,
    encoding: 'utf16le',
    content: `\u{FEFF}<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions>
    <Exec>
      <Command>${xmlText(program)}</Command>
      <Arguments>${xmlText([...words, '--settings', start.settingsFile].map(quoted).join(' '))}</Arguments>
      <WorkingDirectory>${xmlText(start.folder)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`,
    commands: [
      ['schtasks', '/Create', '/F', '/TN', NAME, '/XML', file],
      ['schtasks', '/Run', '/TN', NAME],
    ],
    undo: `schtasks /Delete /TN ${NAME}`,
  };
}

/** As programs on Windows take their command line apart: a backslash matters only before a quote. */
function quoted(word: string): string {
  return `"${word.replaceAll(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1')}"`;
}
