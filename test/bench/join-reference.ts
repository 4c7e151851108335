/**
 * The loop that a scan is measured against: reads the same bytes with the same CSV library, and makes one HMAC a row.
 * node join-reference.ts FOLDER
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

const [folder = ''] = process.argv.slice(2);
const key = createSecretKey(randomBytes(32));

for (const file of readdirSync(folder)) {
  // Contacts are known by their address, everything else by the name in front.
  const column = file.startsWith('hubspot') ? 3 : 0;
  let last = '';
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(
      createReadStream(path.join(folder, file), { highWaterMark: 1 << 18, encoding: 'utf8' }),
      {
        delimiter: ',',
        chunk({ data }) {
          for (const row of data) {
            // A line of a sale belongs to the name above it.
            last = row[column] || last;
            createHmac('sha256', key).update(last).digest();
          }
        },
        complete: () => resolve(),
        error: reject,
      },
    );
  });
}
