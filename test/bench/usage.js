// node --import this: when the scanner or a script of this folder ends, it says what it used in the file that
// PLUMBLINE_USAGE names. The launcher, which only starts another process, is not meant.
import { writeFileSync } from 'node:fs';

const target = process.env.PLUMBLINE_USAGE;
if (target !== undefined && !(process.argv[1] ?? '').includes('launcher')) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(
      target,
      JSON.stringify({
        cpuMs: (user + system) / 1000,
        wallMs: performance.now(),
        // Peak of the whole process; Node gives kilobytes.
        peakMb: process.resourceUsage().maxRSS / 1024,
      }),
    );
  });
}
