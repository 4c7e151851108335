/** `https://www.googleapis.com/auth/drive.readonly` is `drive.readonly`; `https://mail.google.com/` keeps its host. */
export function shortScope(scope: string): string {
  if (!/^https?:\/\//i.test(scope)) return scope;
  const plain = scope.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
  return plain.split('/').at(-1) ?? plain;
}
