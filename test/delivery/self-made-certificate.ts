// Made for these tests with openssl, for localhost and 127.0.0.1, good until 2120; it protects nothing.
const KEY = [
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdHdwL0WpiDgCwfIC',
  'x+wl0RGIrJkxp2ormjHSet5bhxWhRANCAATzHr1C6iOlPGl0i8SCpLR44evM1Z8a',
  'n5YJ4W3uqZ92UWQQm1OxqraWTudC/Hnp+OjPSm0ROzmw21/g/P3CJNUa',
];

const CERTIFICATE = [
  'MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv',
  'c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM',
  'CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPMevULqI6U8aXSL',
  'xIKktHjh68zVnxqflgnhbe6pn3ZRZBCbU7GqtpZO50L8een46M9KbRE7ObDbX+D8',
  '/cIk1RqjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E',
  'BTADAQH/MB0GA1UdDgQWBBQyIPkqiOD/Zv+1cW4lTeoU9CtB+DAKBggqhkjOPQQD',
  'AgNIADBFAiEA2hLRvp1p4Xxm7LBTQuQEHtyXIGVwPrN9vfpoMVMXLU0CIBEoJsrO',
  'sMIPpo5+XDWJaYdIi5WysakO5me9JQluELwB',
];

/** A certificate that nobody but a test trusts, and its key, in PEM. */
export const selfMade = {
  key: pem('PRIVATE KEY', KEY),
  cert: pem('CERTIFICATE', CERTIFICATE),
};

function pem(label: string, lines: readonly string[]): string {
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
