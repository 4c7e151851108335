/** Whether digits are a payment card number: 13 to 19 of them, a known first digit, Luhn's check digit. */
export function isCardNumber(digits: string): boolean {
  if (!/^[23456]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = place % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
