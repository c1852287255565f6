/** A file that somebody sent, as a download under its own name. The server around adds the policy by which it can run nothing. */
export function fileHeaders({ name, type, content }: { name: string; type: string; content: Buffer }) {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "content-type": type,
    "content-length": String(content.length),
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}
