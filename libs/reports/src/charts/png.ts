import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from '../fonts/font-files.js';

/** An SVG as PNG, `width` pixels wide. The same bytes on every computer: no font of the computer is looked at. */
export function pngOf(svg: string, width: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: [fontFiles.regular, fontFiles.semiBold],
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
    },
  });
  return image.render().asPng();
}
