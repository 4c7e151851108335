import path from 'node:path';
import { commandLine, type ServiceFile, type ServiceStart } from './service-file.js';

/**
 * A unit of the user, not of the machine: Plumbline needs no rights of an administrator.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
 */
export function systemdUnit(start: ServiceStart, home: string): ServiceFile {
  return {
    file: path.posix.join(home, '.config/systemd/user/plumbline.service'),
    encoding: 'utf8',
    content: `[Unit]
Description=Plumbline: tells when your tools have drifted from your data policy
After=network-online.target

[Service]
ExecStart=${commandLine(start).map(quoted).join(' ')}
WorkingDirectory=${unquoted(start.folder)}
EnvironmentFile=-${unquoted(start.settingsFile)}
Restart=on-failure
RestartSec=10
TimeoutStopSec=30
UMask=0077
NoNewPrivileges=yes
LockPersonality=yes
RestrictSUIDSGID=yes

[Install]
WantedBy=default.target
`,
    commands: [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', 'plumbline.service'],
      // Else it ends when its user logs out.
      ['loginctl', 'enable-linger'],
    ],
    undo: 'systemctl --user disable --now plumbline.service',
  };
}

function quoted(word: string): string {
  const escaped = word
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('%', '%%')
    .replaceAll('$', '$$$$');
  return `"${escaped}"`;
}

/** Paths of their own line take no quotes. */
function unquoted(word: string): string {
  return word.replaceAll('%', '%%');
}
