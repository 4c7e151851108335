const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** "91%"; neither nothing nor everything is said of what is only nearly so: "<1%", "99%". */
export function shareInWords(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return percent.format(0);
  const share = part / whole;
  if (share < 0.01) return `<${percent.format(0.01)}`;
  return percent.format(share >= 1 ? 1 : Math.min(share, 0.99));
}
