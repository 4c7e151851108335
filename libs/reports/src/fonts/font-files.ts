import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/**
 * The fonts of charts and PDFs, as files: a report looks the same on every computer. Inter (SIL Open Font License) has
 * Latin, Greek and Cyrillic; DejaVu Sans (its own free licence) steps in for Hebrew, Arabic and signs.
 */
export const fontFiles = {
  regular: resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  semiBold: resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  otherScripts: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  otherScriptsBold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;
