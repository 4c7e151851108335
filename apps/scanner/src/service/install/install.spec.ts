import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { launchdAgent } from './launchd.js';
import type { ServiceStart } from './service-file.js';
import { systemdUnit } from './systemd.js';
import { windowsTask } from './windows-task.js';

const start: ServiceStart = {
  node: '/opt/node 24/bin/node',
  nodeOptions: ['--max-semi-space-size=2'],
  script: '/home/maria/plumb & line/dist/main.js',
  folder: '/home/maria/plumb & line',
  dataDirectory: '/home/maria/50% "data" $HOME',
  settingsFile: '/home/maria/.config/plumbline/settings.env',
};

function textsIn(xml: string, element: string): readonly string[] {
  const parser = new SaxesParser();
  const texts: string[] = [];
  let inside = false;
  parser.on('opentag', ({ name }) => {
    inside = name === element;
    if (inside) texts.push('');
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.on('text', (text) => {
    if (inside) texts[texts.length - 1] += text;
  });
  parser.write(xml.replace(/^\u{FEFF}/u, '')).close();
  return texts;
}

describe('starting with the computer', () => {
  it('by systemd: every word reaches the program as it is', () => {
    const { file, content, commands } = systemdUnit(start, '/home/maria');
    expect(file).toBe('/home/maria/.config/systemd/user/plumbline.service');
    expect(content).toContain(
      'ExecStart="/opt/node 24/bin/node" "--max-semi-space-size=2" "/home/maria/plumb & line/dist/main.js" "serve" "--data-dir" "/home/maria/50%% \\"data\\" $$HOME"\n',
    );
    expect(content).toContain('WorkingDirectory=/home/maria/plumb & line\n');
    expect(commands[1]).toEqual(['systemctl', '--user', 'enable', '--now', 'plumbline.service']);
  });

  it('by launchd: a list of words in well-formed XML', () => {
    const { content } = launchdAgent(start, '/Users/maria', 501);
    expect(textsIn(content, 'string')).toEqual([
      'org.plumbline.service',
      start.node,
      '--max-semi-space-size=2',
      start.script,
      'serve',
      '--data-dir',
      start.dataDirectory,
      '--settings',
      start.settingsFile,
      start.folder,
      `${start.dataDirectory}/service.log`,
      `${start.dataDirectory}/service.log`,
    ]);
  });

  it('by the task scheduler of Windows: quotes that its programs take apart again', () => {
    const windows: ServiceStart = {
      ...start,
      node: 'C:\\Program Files\\node.exe',
      dataDirectory: 'C:\\data\\',
    };
    const { content, file } = windowsTask(windows);
    expect(file).toBe('C:\\data\\plumbline-task.xml');
    expect(textsIn(content, 'Command')).toEqual(['C:\\Program Files\\node.exe']);
    expect(textsIn(content, 'Arguments')[0]).toBe(
      '"--max-semi-space-size=2" "/home/maria/plumb & line/dist/main.js" "serve" "--data-dir" "C:\\data\\\\" "--settings" "/home/maria/.config/plumbline/settings.env"',
    );
  });
});
