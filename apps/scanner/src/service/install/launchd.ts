import path from 'node:path';
import { commandLine, type ServiceFile, type ServiceStart, xmlText } from './service-file.js';

const LABEL = 'org.plumbline.service';

/**
 * An agent of the user. launchd reads no file of settings: the program is told where it is.
 * https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPSystemStartup/Chapters/CreatingLaunchdJobs.html
 */
export function launchdAgent(start: ServiceStart, home: string, userId: number): ServiceFile {
  const log = path.posix.join(start.dataDirectory, 'service.log');
  const file = path.posix.join(home, 'Library/LaunchAgents', `${LABEL}.plist`);
  const words = [...commandLine(start), '--settings', start.settingsFile];
  return {
    file,
    encoding: 'utf8',
    content: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${LABEL}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n')}
  </array>
  <key>WorkingDirectory</key><string>${xmlText(start.folder)}</string>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ThrottleInterval</key><integer>10</integer>
  <key>Umask</key><integer>63</integer>
  <key>StandardOutPath</key><string>${xmlText(log)}</string>
  <key>StandardErrorPath</key><string>${xmlText(log)}</string>
</dict>
</plist>
`,
    commands: [['launchctl', 'bootstrap', `gui/${userId}`, file]],
    undo: `launchctl bootout gui/${userId}/${LABEL}`,
  };
}
