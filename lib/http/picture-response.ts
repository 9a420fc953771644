/** A PNG that shows nothing but itself, even where it is opened as a page. */
export function pictureResponse(picture: Uint8Array): Response {
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'content-security-policy': "default-src 'none'" },
  });
}
