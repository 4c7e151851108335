// npm run render:reports -- [FOLDER]: what readers get, as pictures. Needs chromium; pictures of PDFs need pdftoppm.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { buildIfStale } from '../../config/launcher/build.js';

buildIfStale();
const { OrganizationRecords } = await import('#scanner/findings/organization-records.js');
const { composeWeekly } = await import('#scanner/reports/compose-weekly.js');
const { renderDocuments } = await import('./render-documents.js');
const { withExampleWeeks } = await import('./example-weeks.js');
const { withBrowser, pictureOf } = await import('./pictures.js');

const folder = process.argv[2] ?? (await mkdtemp(path.join(tmpdir(), 'plumbline-reports-')));
await mkdir(folder, { recursive: true });

await withBrowser(async (browser) => {
  for (const [name, brokenExport] of [
    ['weekly', false],
    ['weekly-not-all-read', true],
  ]) {
    await withExampleWeeks({ brokenExport }, async (plumbline, at) => {
      const records = new OrganizationRecords(plumbline.get(DataSource).manager, 'Sweet Crumb Bakery');
      const { mail } = await composeWeekly(records, at, null);
      await writeFile(path.join(folder, `${name}.txt`), `Subject: ${mail.subject}\n\n${mail.text}`);
      await writeFile(path.join(folder, `${name}.html`), withImages(mail));
      if (!brokenExport) await renderDocuments({ plumbline, records, at, folder });
      for (const width of [600, 360])
        for (const scheme of ['light', 'dark'])
          await pictureOf(browser, {
            html: withImages(mail),
            width,
            scheme,
            file: path.join(folder, `${name}-${width}-${scheme}.png`),
          });
    });
  }
});
process.stdout.write(`${folder}\n`);

/** As a mail program shows it: inline images in their places. */
function withImages({ html, images }) {
  return images.reduce(
    (shown, { contentId, contentType, bytes }) =>
      shown.replaceAll(
        `cid:${contentId}`,
        `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`,
      ),
    html,
  );
}
