/** Bytes as base64, in any host. */
export function toBase64(bytes: Uint8Array): string {
  // A call takes only so many arguments.
  const size = 0x4000;
  let binary = '';
  for (let start = 0; start < bytes.length; start += size) {
    binary += String.fromCharCode(...bytes.subarray(start, start + size));
  }
  return btoa(binary);
}
